"""The news as feeds, in Atom and as a JSON Feed.

Feed readers know an entry by its id, show it once, and mostly pass over what is added to it later.
So each version of a record is an entry of its own, which never changes, and nothing that happens
later on the same day is lost. The first day of a site, when all is new, is told as a whole: an
entry for each way of happening, and not one for each of some hundred records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from theorybook.addresses import ATOM, JSON_FEED, NEWS
from theorybook.changes.news import Event, Group, Happening, days
from theorybook.render import Renderer
from theorybook.site import Site

# More than so many changes of one day are told in one entry, with their limits said once.
_MOST = 20
# Bytes of a feed, which is asked for again and again: what JSON Feed 1.1 calls ideal.
_LARGEST = 100_000


@dataclass(frozen=True)
class FeedEntry:
    """One entry of the feeds.

    `id` never changes, and counts from the site's root; `group` has what it tells; `event` is the
    one thing that it tells, or None where it tells a day; `published` and `updated` are in UTC.
    """

    id: str
    group: Group
    event: Event | None
    published: str
    updated: str

    @property
    def in_full(self) -> bool:
        """Whether each record of the entry has its limits beside it."""
        return len(self.group.events) <= _MOST


def feeds(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield both feeds: the address and the text. The oldest entries go where they grow too large.

    The page of news keeps all.
    """
    entries = tuple(feed_entries(renderer.edition.site))
    made = _made(renderer, entries)
    while len(entries) > 1 and (size := _size(made)) >= _LARGEST:
        fewer = min(len(entries) - 1, len(entries) * _LARGEST // size)
        entries = entries[: max(1, fewer)]
        made = _made(renderer, entries)
    yield from made.items()


def _size(made: dict[str, str]) -> int:
    return max(len(text.encode()) for text in made.values())


def _made(renderer: Renderer, entries: tuple[FeedEntry, ...]) -> dict[str, str]:
    """Return both feeds of some entries, by their addresses."""
    events = [event for entry in entries for event in entry.group.events]
    told = {event.record for entry in entries if entry.in_full for event in entry.group.events}
    context = {
        "entries": entries,
        "limits": {id_: renderer.edition.limits.of(id_) for id_ in told},
        "updated": _moment(max(event.on for event in events), len(events)),
    }
    return {
        ATOM: renderer.feed("feed.xml", context) + "\n",
        JSON_FEED: renderer.feed("feed.json", context) + "\n",
    }


def feed_entries(site: Site) -> Iterator[FeedEntry]:
    """Yield all that the feeds tell, the newest first.

    The first day, and a day with very many changes, are told as a whole: nobody wants a hundred
    entries at once.
    """
    groups = [group for day in days(site) for group in day.groups]
    first = min(group.on for group in groups)
    for group in groups:
        if group.on == first or len(group.events) > _MOST:
            yield _of_day(group)
        else:
            yield from (_of_event(site, group, event) for event in group.events)


def _of_day(group: Group) -> FeedEntry:
    """Tell a day; that the entry grew is told by a later moment."""
    updated = _moment(group.on, len(group.events))
    return FeedEntry(f"{NEWS}#{group.anchor}", group, None, _moment(group.on), updated)


def _of_event(site: Site, group: Group, event: Event) -> FeedEntry:
    retired = event.happening is Happening.RETIRED
    what = "retired" if retired else f"version-{event.version}"
    alone = Group(group.on, group.happening, (event,))
    on = _moment(event.on)
    return FeedEntry(f"{site.go[event.id]}#{what}", alone, event, on, on)


def _moment(on: date, told: int = 0) -> str:
    """Return a moment of a day, for a standard that asks for one.

    Our dates have no time of day, and a clock would make two builds differ. So the seconds count
    how much is told: with more to tell, the moment is later.
    """
    moment = datetime.combine(on, time(), UTC) + timedelta(seconds=told)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

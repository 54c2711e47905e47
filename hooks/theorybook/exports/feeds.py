"""The news as feeds, in Atom and as a JSON Feed.

Feed readers know an entry by its id, show it once, and mostly pass over what is added to it later.
So each version of a record is an entry of its own, which never changes, and nothing that happens
later on the same day is lost. The first day of a site, when all is new, is told as a whole: an
entry for each way of happening, and not one for each of some hundred records.

Each pack has a feed of its own: of all that it uses, and of what that rests on once it is retired.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from theorybook.addresses import ATOM, JSON_FEED, NEWS, pack_feed_address
from theorybook.changes.in_use import parts_of, rests_on
from theorybook.changes.news import Event, Group, Happening, days
from theorybook.kinds import id_of, kind_of
from theorybook.model.pack import Pack
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


@dataclass(frozen=True)
class Feed:
    """What a feed is of.

    `atom` and `json` are its addresses, in both forms, and `page` that of the page it goes with;
    `pack` is the pack that it is of, or None for that of the whole site.
    """

    title: str
    page: str
    atom: str
    json: str
    pack: Pack | None = None


def feeds(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield both feeds: the address and the text. The oldest entries go where they grow too large.

    The page of news keeps all.
    """
    feed = Feed("News", NEWS, ATOM, JSON_FEED)
    yield from _fitting(renderer, feed, tuple(feed_entries(renderer.edition.site)))


def pack_feeds(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield the feeds of each pack, retired ones too, as `feeds` does."""
    site = renderer.edition.site
    groups = [group for day in days(site) for group in day.groups]
    for pack in site.everything.packs:
        feed = Feed(
            title=f"{pack.id}: {pack.title}",
            page=kind_of(pack).address_of(pack),
            atom=pack_feed_address(pack.id, "xml"),
            json=pack_feed_address(pack.id, "json"),
            pack=pack,
        )
        entries = tuple(_of_event(site, group, event) for group, event in _in(site, pack, groups))
        yield from _fitting(renderer, feed, entries)


def _in(site: Site, pack: Pack, groups: Iterable[Group]) -> Iterator[tuple[Group, Event]]:
    """Yield what happened to all that a pack uses, and the ends of what that rests on."""
    used = {id_of(pack), *parts_of(pack)}
    grounds = {id_ for each in used for id_ in rests_on(site.everything.by_id[each])}
    for group in groups:
        for event in group.events:
            ended = group.happening is Happening.RETIRED and event.id in grounds
            if event.record in used or ended:
                yield group, event


def _fitting(
    renderer: Renderer, feed: Feed, entries: tuple[FeedEntry, ...]
) -> Iterator[tuple[str, str]]:
    """Yield a feed in both forms, with as many entries as there is room for."""
    made = _made(renderer, feed, entries)
    while len(entries) > 1 and (size := _size(made)) >= _LARGEST:
        fewer = min(len(entries) - 1, len(entries) * _LARGEST // size)
        entries = entries[: max(1, fewer)]
        made = _made(renderer, feed, entries)
    yield from made.items()


def _size(made: dict[str, str]) -> int:
    return max(len(text.encode()) for text in made.values())


def _made(renderer: Renderer, feed: Feed, entries: tuple[FeedEntry, ...]) -> dict[str, str]:
    """Return a feed of some entries in both forms, by their addresses."""
    events = [event for entry in entries for event in entry.group.events]
    told = {event.record for entry in entries if entry.in_full for event in entry.group.events}
    context = {
        "feed": feed,
        "entries": entries,
        "limits": {id_: renderer.edition.limits.of(id_) for id_ in told},
        "updated": _moment(max(event.on for event in events), len(events)),
    }
    return {
        feed.atom: renderer.feed("feed.xml", context) + "\n",
        feed.json: renderer.feed("feed.json", context) + "\n",
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

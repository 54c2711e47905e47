"""What was added, changed, corrected and retired: the histories of all records, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from theorybook import long_lists
from theorybook.kinds import whole_of
from theorybook.model.versioned import Change
from theorybook.record_id import RecordId
from theorybook.site import Site


class Happening(StrEnum):
    """What can happen to a record; what readers must not miss comes first."""

    RETIRED = "retired"
    CORRECTED = "corrected"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True)
class Event:
    """One thing that happened to a record, or to a part of one.

    `id` says to what, and `record` in which record it is; `version` is the one that the record
    got by it or, where something was retired, the last one it has.
    """

    on: date
    happening: Happening
    id: RecordId
    record: RecordId
    version: int
    what: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """All of one day that happened in the same way; never empty."""

    on: date
    happening: Happening
    events: tuple[Event, ...]

    @property
    def anchor(self) -> str:
        """Its anchor on the page of news, and the end of its id in the feeds. It never changes."""
        return f"{self.on}-{self.happening}"

    @property
    def by_kind(self) -> dict[str, list[Event]]:
        """The events by the kind of record, in the order of kinds."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.id.kind, []).append(event)
        return found

    @property
    def too_long(self) -> tuple[str, ...]:
        """The kinds with so many events that they are on a page of their own."""
        most = long_lists.NEWS_TOGETHER
        return tuple(kind for kind, events in self.by_kind.items() if len(events) > most)


@dataclass(frozen=True)
class Day:
    """One day with something new: what we wrote of it by hand, and what happened to records."""

    on: date
    notes: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def anchor(self) -> str:
        """Its anchor on the page of news. It never changes."""
        return self.on.isoformat()


def days(site: Site) -> tuple[Day, ...]:
    """Return every day on which something happened, newest first."""
    events = tuple(_events(site))
    dates = {event.on for event in events} | {line.date for line in site.settings.news}
    return tuple(_day(site, on, events) for on in sorted(dates, reverse=True))


def _day(site: Site, on: date, events: tuple[Event, ...]) -> Day:
    notes = tuple(line.what for line in site.settings.news if line.date == on)
    groups = (
        Group(on, way, tuple(e for e in events if (e.on, e.happening) == (on, way)))
        for way in Happening
    )
    return Day(on, notes, tuple(group for group in groups if group.events))


def _events(site: Site) -> Iterator[Event]:
    """Yield everything that ever happened, in the order of records."""
    records = site.everything.by_id
    for id_, record in records.items():
        for change in record.history:
            yield Event(change.date, _way(change), id_, id_, change.version, change.what)
    for id_, retired in site.retirements.items():
        whole = whole_of(id_)
        version = records[whole].version
        yield Event(
            retired.on, Happening.RETIRED, id_, whole, version, retired.why, retired.instead
        )


def _way(change: Change) -> Happening:
    if change.version == 1:
        return Happening.ADDED
    return Happening.CORRECTED if change.corrected else Happening.CHANGED

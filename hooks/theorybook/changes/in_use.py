"""What trainers use, and how they ask what of it has changed since their last session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from theorybook import long_lists
from theorybook.addresses import SINCE
from theorybook.changes.versions import Row, rows
from theorybook.kinds import id_of
from theorybook.model.activity import Activity
from theorybook.model.drill import Drill
from theorybook.model.pack import Pack
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId
from theorybook.site import Site

# The kinds of record that they print or show. Of theories there may be too many for a page.
_KINDS = ("pack", "activity", "drill", "theory")


def rows_in_use(site: Site) -> dict[str, list[Row]]:
    """Return every record that trainers may use, retired ones too, by its kind; there may be none.

    Theories are not among them where there are too many: their rows are on the pages of versions.
    """
    found: dict[str, list[Row]] = {kind: [] for kind in _KINDS}
    for page in rows(site).values():
        for kind in _KINDS:
            found[kind] += page.get(kind, [])
    lines = sum(1 + len(row.record.history) for listed in found.values() for row in listed)
    if lines > long_lists.VERSION_LINES:
        found["theory"] = []
    return found


def parts_of(record: VersionedRecord) -> Iterator[RecordId]:
    """Yield what a pack consists of, each once: its activities and its drills."""
    if isinstance(record, Pack):
        yield from dict.fromkeys(RecordId("activity", id_) for _, id_ in record.activities)
        yield from (RecordId("drill", id_) for id_ in record.drills)


def rests_on(record: VersionedRecord) -> Iterator[RecordId]:
    """Yield the theories that an activity or a drill rests on."""
    match record:
        case Activity():
            yield from (RecordId("theory", item.theory) for item in record.rests_on)
        case Drill():
            yield from (RecordId("theory", id_) for id_ in record.theories)


def since_address(site: Site, pack: Pack) -> str:
    """Return the address that tells what has changed in a pack after its page was made.

    Its day is that of the last change in the pack, so the page stays as it is until the next.
    """
    return f"{SINCE}?since={max(_days(site, id_of(pack)))}&use={pack.id}"


def _days(site: Site, id: RecordId) -> Iterator[date]:
    """Yield the days of all changes that count for a record, those of its parts too."""
    record = site.everything.by_id[id]
    yield site.dated(id)
    for part in parts_of(record):
        yield from _days(site, part)
    for theory in rests_on(record):
        if retired := site.everything.by_id[theory].retired:
            yield retired.on

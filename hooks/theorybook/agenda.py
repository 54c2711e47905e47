"""The agenda of a pack, by the clock. Minutes are summed, and stored nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.model.activity import Activity
from theorybook.model.pack import Item, Pack
from theorybook.records import Records

_HOUR, _DAY = 60, 24


@dataclass(frozen=True)
class Line:
    """A line of an agenda: from when to when, for how long, and what is done.

    `activity` is None for a pause, a welcome or a close.
    """

    start: str
    end: str
    minutes: int
    item: Item
    activity: Activity | None


def agenda(records: Records, pack: Pack) -> tuple[Line, ...]:
    """Return the lines of a pack's agenda.

    Args:
        records: where its activities are found, retired ones too.
        pack: the pack.

    Raises:
        KeyError: an activity is not there.
    """
    return tuple(_lines(records, pack))


def _lines(records: Records, pack: Pack) -> Iterator[Line]:
    at = _minutes(pack.begins)
    for item in pack.items:
        activity = records.one(Activity, item.activity) if item.activity else None
        minutes = activity.minutes if activity else item.pause or item.minutes or 0
        yield Line(_clock(at), _clock(at + minutes), minutes, item, activity)
        at += minutes


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * _HOUR + int(minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // _HOUR % _DAY}:{minutes % _HOUR:02}"

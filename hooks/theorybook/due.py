"""When somebody should look at a record again: theories have a day of their own for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from theorybook.kinds import id_of
from theorybook.model.helpline import Helpline
from theorybook.published.helpline_notes import SIX_MONTHS
from theorybook.record_id import RecordId
from theorybook.site import Site


@dataclass(frozen=True)
class Due:
    """A record, when somebody looked at it last, and the last day to do so again."""

    record: RecordId
    last: date
    by: date


def all_due(site: Site) -> tuple[Due, ...]:
    """Return when each theory and help line in force should be looked at, the soonest first."""
    return tuple(sorted(_due(site), key=lambda due: (due.by, due.record)))


def _due(site: Site) -> Iterator[Due]:
    for theory in site.theories:
        yield Due(id_of(theory), theory.reviewed, theory.review_by)
    for line in site.of(Helpline):
        yield Due(id_of(line), line.looked_on, line.looked_on + SIX_MONTHS)

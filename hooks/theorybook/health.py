"""How a record is: what it rests on, what is not known, how plain it is, and what names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from theorybook.kinds import id_of
from theorybook.model.base import Depth, Gap, Record, prose_in
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.once import once
from theorybook.site import Site
from theorybook.strength import Rung, strength
from theorybook.words.reading import Reading


@dataclass(frozen=True)
class Health:
    """What can be counted of a record.

    Args:
        record: the record.
        studies: how many studies it rests on.
        depth: how close we read the one of them that we read closest.
        rung: of a theory, how sure we are of it.
        unknowns: how many things it says are not known.
        reading: what was measured of its plain words. The words of a source are not among them.
        named_by: how many other records in force name it, or a part of it.
        looked_on: when somebody last looked for what is not known, or at the page it is from.
    """

    record: VersionedRecord
    studies: int
    depth: Depth | None
    rung: Rung | None
    unknowns: int
    reading: Reading
    named_by: int
    looked_on: date | None


@once
def health(site: Site, record: VersionedRecord) -> Health:
    """Count and measure a record, in force or retired."""
    behind = site.studies_of(record)
    looked = [each.looked_on for each in (record, *_gaps(record)) if hasattr(each, "looked_on")]
    return Health(
        record=record,
        studies=len(behind),
        depth=site.closest(behind) if behind else None,
        rung=strength(site, record).rung if isinstance(record, Theory) else None,
        unknowns=len(_gaps(record)),
        reading=Reading.of(text for _, text in prose_in(record)),
        named_by=len(site.naming(id_of(record))),
        looked_on=max(looked, default=None),
    )


def _gaps(value: Any) -> list[Gap]:
    """Return everything in a record that says what is not known, the record itself too."""
    if isinstance(value, tuple):
        return [gap for item in value for gap in _gaps(item)]
    if not isinstance(value, Record):
        return []
    inner = tuple(getattr(value, name) for name in type(value).model_fields)
    return [*([value] if isinstance(value, Gap) else ()), *_gaps(inner)]

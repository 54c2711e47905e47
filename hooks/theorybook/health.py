"""How a record is: what it rests on, what is not known, how plain it is, and what names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from theorybook.kinds import id_of
from theorybook.model.base import Depth, Gap, prose_in, records_in
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
    gaps = [each for each in records_in(record) if isinstance(each, Gap)]
    looked = [each.looked_on for each in (record, *gaps) if hasattr(each, "looked_on")]
    return Health(
        record=record,
        studies=len(behind),
        depth=site.closest(behind) if behind else None,
        rung=strength(site, record).rung if isinstance(record, Theory) else None,
        unknowns=len(gaps),
        reading=Reading.of(text for _, text in prose_in(record)),
        named_by=len(site.naming(id_of(record))),
        looked_on=max(looked, default=None),
    )

"""How each record is, as a table: what can be counted of it and measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from theorybook.exports.tables.column import Column
from theorybook.exports.tables.table import Line, RecordTable
from theorybook.health import health
from theorybook.kinds import id_of
from theorybook.model.theory import Theory
from theorybook.site import Site


@dataclass(frozen=True)
class HealthTable(RecordTable):
    """The records of all kinds together: two of different kinds can have the same id."""

    key: ClassVar[tuple[str, ...]] = ("kind", "id")


def _of_all(site: Site) -> Iterator[Line]:
    for id_ in site.everything.by_id:
        record = site.record(id_)
        found = health(site, record)
        measured = found.reading.sentences
        yield Line(
            id_of(record),
            record,
            {
                "kind": id_.kind,
                "studies": found.studies,
                "depth": found.depth.value if found.depth else None,
                "rung": found.rung.value if found.rung else None,
                "unknowns": found.unknowns,
                "named_by": found.named_by,
                "grade": found.reading.told_grade if measured else None,
                "longest": found.reading.longest if measured else None,
                "looked_on": str(found.looked_on) if found.looked_on else None,
                "reviewed": str(record.reviewed) if isinstance(record, Theory) else None,
                "review_by": str(record.review_by) if isinstance(record, Theory) else None,
            },
        )


HEALTH = HealthTable(
    "health",
    "a record of any kind, with what can be counted of it",
    (
        Column("kind", "The kind of record.", needed=True),
        Column("studies", "How many studies it rests on. Studies of one project count each.",
               "integer"),
        Column("depth", "How close we read the one of them that we read closest."),
        Column("rung", "Of a theory: how sure we are of it."),
        Column("unknowns", "How many things it says are not known.", "integer"),
        Column("named_by", "How many other records in force name it or a part of it.", "integer"),
        Column("grade", "School grade of its plain words, by Flesch and Kincaid, none below 0.",
               "number"),
        Column("longest", "Words in its longest plain sentence.", "integer"),
        Column("looked_on", "When somebody last looked for what is not known of it, or at the page "
               "that it is from.", "date"),
        Column("reviewed", "Of a theory: when somebody last read it through.", "date"),
        Column("review_by", "Of a theory: when to read it through again.", "date"),
    ),
    _of_all,
)  # fmt: skip

"""What a table is: a CSV file, its columns, and where its rows come from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from theorybook.addresses import DATA_V1
from theorybook.edition import Edition
from theorybook.exports.csv_text import csv_text
from theorybook.exports.json_records import whereabouts
from theorybook.exports.tables.column import Column, Value
from theorybook.kinds import id_of, whole_of
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId
from theorybook.site import Site

Row = Mapping[str, Value]


@dataclass(frozen=True)
class Table(ABC):
    """A CSV file: its name, what a row is, and the columns of its own."""

    name: str
    row: str
    own: tuple[Column, ...]
    key: ClassVar[tuple[str, ...]] = ("id",)

    @property
    def address(self) -> str:
        """Address of the file."""
        return f"{DATA_V1}{self.name}.csv"

    @property
    @abstractmethod
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""

    @abstractmethod
    def rows(self, edition: Edition) -> Iterator[Row]:
        """Yield every row: its values by column."""

    @abstractmethod
    def count(self, site: Site) -> int:
        """Return how many rows there are."""

    def csv(self, edition: Edition) -> str:
        """Return the table as CSV."""
        names = [column.name for column in self.columns]
        return csv_text(names, ([_cell(r[name]) for name in names] for r in self.rows(edition)))


@dataclass(frozen=True)
class Line:
    """A row of records: what has its address, what it is of, and the cells that no field holds.

    `of` is the record, or the part of one, whose fields the columns take. `id` is the row's own,
    where it is another than that of what has the address.
    """

    at: RecordId
    of: Any
    cells: Row = field(default_factory=dict)
    id: str = ""


@dataclass(frozen=True)
class RecordTable(Table):
    """A table whose rows are records or parts of them, the retired ones too."""

    lines: Callable[[Site], Iterator[Line]]

    @property
    def columns(self) -> tuple[Column, ...]:
        """What all records have, then what these have."""
        return (*_COMMON, *self.own)

    def rows(self, edition: Edition) -> Iterator[Row]:
        """Yield every row; what a row says of itself wins over what its record says."""
        for line in self.lines(edition.site):
            record = edition.site.record(whole_of(line.at))
            yield {
                "id": line.id or line.at.id,
                "version": record.version,
                "dated": str(record.dated),
                "in_force": not record.retired,
                **whereabouts(edition, line.at),
                "limits": edition.limits.of(line.at),
                **{each.name: each.value(line.of) for each in self.own if each.value},
                **line.cells,
            }

    def count(self, site: Site) -> int:
        """Return how many rows there are."""
        return sum(1 for _ in self.lines(site))


def records_of(model: type[VersionedRecord]) -> Callable[[Site], Iterator[Line]]:
    """Return what yields a line for each record of a model."""

    def lines(site: Site) -> Iterator[Line]:
        for record in site.all_of(model):
            yield Line(id_of(record), record)

    return lines


_COMMON = (
    Column("id", "Its id.", needed=True),
    Column("version", "Version of the record that it is, or is a part of.", "integer", needed=True),
    Column("dated", "Date of that version.", "date", needed=True),
    Column("in_force", "no if it was retired: then it no longer counts.", "boolean", needed=True),
    Column("url", "Its address on the site.", needed=True),
    Column("permalink", "An address that leads there wherever it moves.", needed=True),
    Column("limits", "How far to trust it, in words.", needed=True),
)
STUDY = Column("study", "Key of the study.", refers="studies", needed=True)


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str() | int():
            return str(value)
        case _:
            return "; ".join(value)

"""What a table is: a CSV file, its columns, and where its rows come from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from theorybook.exports.exported import addresses, held, limits
from theorybook.exports.record_forms import FOLDER
from theorybook.exports.sheet import csv_text
from theorybook.model.base import Statement
from theorybook.model.study import Fact
from theorybook.render import Renderer
from theorybook.site import Site

Value = str | int | bool | None | Iterable[str]
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds, and its type as Table Schema calls it.

    `refers` names the table whose `id` it holds; a column that is not `needed` may be empty.
    """

    name: str
    holds: str
    type: str = "string"
    refers: str = ""
    needed: bool = False


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
        return f"{FOLDER}{self.name}.csv"

    @property
    @abstractmethod
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""

    @abstractmethod
    def rows(self, renderer: Renderer) -> Iterator[Row]:
        """Yield every row: its values by column."""

    @abstractmethod
    def count(self, site: Site) -> int:
        """Return how many rows there are."""

    def csv(self, renderer: Renderer) -> str:
        """Return the table as CSV."""
        names = [column.name for column in self.columns]
        return csv_text(names, ([_cell(r[name]) for name in names] for r in self.rows(renderer)))


@dataclass(frozen=True)
class Line:
    """A row of records: its id, the record it is in and what has its address, as `kind/id`."""

    id: str
    record: str
    at: str
    cells: Row


@dataclass(frozen=True)
class RecordTable(Table):
    """A table whose rows are records or parts of them, the retired ones too."""

    lines: Callable[[Site], Iterator[Line]]

    @property
    def columns(self) -> tuple[Column, ...]:
        """What all records have, then what these have."""
        return (*_COMMON, *self.own)

    def rows(self, renderer: Renderer) -> Iterator[Row]:
        """Yield every row; what a row says of itself wins over what its record says."""
        known = cache(lambda name: limits(renderer, name))
        for line in self.lines(renderer.site):
            record = held(renderer.site, line.record)
            yield {
                "id": line.id,
                "version": record.version,
                "dated": str(record.dated),
                "in_force": not record.retired,
                **addresses(renderer, line.at),
                "limits": known(line.at),
                **line.cells,
            }

    def count(self, site: Site) -> int:
        """Return how many rows there are."""
        return sum(1 for _ in self.lines(site))


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


def voiced(name: str, holds: str) -> tuple[Column, Column]:
    """Return the columns of a statement: its text, and whose voice it is."""
    return Column(name, holds), Column(f"{name}_voice", "Whose voice that is.")


def said(name: str, statement: Statement | Fact | None) -> dict[str, Value]:
    """Return the cells of a statement, or of none."""
    text, voice = (statement.text, statement.voice.value) if statement else (None, None)
    return {name: text, f"{name}_voice": voice}


def names(site: Site, kind: str) -> list[str]:
    """Return every record of a kind, the retired ones too, by `kind/id`."""
    return [name for name in site.everything.kept if name.startswith(f"{kind}/")]


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

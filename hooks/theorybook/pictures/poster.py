"""The evidence map as a poster: where every sign and word goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from theorybook.evidence_map.drawn import EvidenceMap
from theorybook.evidence_map.state import Reading
from theorybook.model.term import Term, TermKind

_CELL = 44
_NAMES = 300
_FOOT = 220
_GROUP = 80
# As wide as the lines at the foot, which are the same under a table of few columns.
_LEAST = 1600
# No letter is wider, on the whole: by this, names that are longer than most get room.
_LETTER = 9


@dataclass(frozen=True)
class Label:
    """The name of a row or column, at the middle of its line."""

    x: int
    y: int
    words: str


@dataclass(frozen=True)
class Spot:
    """One cell: its corner, what it says, and how many studies and theories."""

    x: int
    y: int
    says: Reading
    studies: int
    theories: int


@dataclass(frozen=True)
class Poster:
    """The whole poster, `width` by `height` units; `cell` is the side of a cell.

    `groups` are named under the outcomes they hold together.
    """

    kind: TermKind
    width: int
    height: int
    cell: int
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    groups: tuple[Label, ...]
    spots: tuple[Spot, ...]
    foot: int


def poster(drawn: EvidenceMap) -> Poster:
    """Lay out a view of the map as a poster."""
    middle = _CELL // 2
    left, top = _room(drawn.rows), _room(drawn.columns)
    bottom = top + len(drawn.rows) * _CELL
    rows = tuple(
        Label(left - 10, top + i * _CELL + middle, row.name) for i, row in enumerate(drawn.rows)
    )
    columns = tuple(
        Label(left + j * _CELL + middle, top - 10, column.name)
        for j, column in enumerate(drawn.columns)
    )
    groups = tuple(_groups(drawn, left, bottom))
    spots = tuple(
        Spot(left + j * _CELL, top + i * _CELL, c.reading, len(c.studies), len(c.theories))
        for i, cells in enumerate(drawn.cells)
        for j, c in enumerate(cells)
    )
    # Column names lean to the right, over the edge of the last column.
    table = left + len(drawn.columns) * _CELL + top * 2 // 3
    width = max([_LEAST, table, *(label.x + _LETTER * len(label.words) for label in groups)])
    return Poster(
        drawn.kind, width, bottom + _FOOT, _CELL, rows, columns, groups, spots, bottom + _GROUP
    )


def _room(named: Iterable[Term]) -> int:
    """Return how much room the names of rows or columns take."""
    return max([_NAMES, *(30 + _LETTER * len(term.name) for term in named)])


def _groups(drawn: EvidenceMap, left: int, bottom: int) -> Iterator[Label]:
    """Yield the names of the groups, under their left edge, by turns on two lines.

    So the name of a narrow group does not run into the next.
    """
    at = left
    for number, group in enumerate(drawn.groups):
        yield Label(at, bottom + 20 + number % 2 * 20, group.heading)
        at += len(group.columns) * _CELL

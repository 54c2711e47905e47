"""The evidence map as a poster: where every sign and word goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.evidence_map.cells import EvidenceMap
from theorybook.evidence_map.state import Reading
from theorybook.model.term import TermKind

_CELL = 44
_LEFT = 300
_TOP = 300
_FOOT = 220
_MARGIN = 30
_GROUP = 80


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
    rows = tuple(
        Label(_LEFT - 10, _TOP + i * _CELL + middle, row.name) for i, row in enumerate(drawn.rows)
    )
    columns = tuple(
        Label(_LEFT + j * _CELL + middle, _TOP - 10, column.name)
        for j, column in enumerate(drawn.columns)
    )
    groups = tuple(_groups(drawn))
    spots = tuple(
        Spot(_LEFT + j * _CELL, _TOP + i * _CELL, c.reading, len(c.studies), len(c.theories))
        for i, cells in enumerate(drawn.cells)
        for j, c in enumerate(cells)
    )
    bottom = _TOP + len(drawn.rows) * _CELL
    # Column names lean to the right, over the edge of the last column.
    width = _LEFT + len(drawn.columns) * _CELL + _TOP // 2 + _MARGIN
    return Poster(
        drawn.kind, width, bottom + _FOOT, _CELL, rows, columns, groups, spots, bottom + _GROUP
    )


def _groups(drawn: EvidenceMap) -> Iterator[Label]:
    """Yield the names of the groups, under their left edge, by turns on two lines.

    So the name of a narrow group does not run into the next.
    """
    at, bottom = _LEFT, _TOP + len(drawn.rows) * _CELL
    for number, group in enumerate(drawn.groups):
        yield Label(at, bottom + 20 + number % 2 * 20, group.heading)
        at += len(group.columns) * _CELL

"""The evidence map, drawn up: rows of one kind, outcomes in columns, and a cell where they meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from theorybook import long_lists
from theorybook.evidence_map.cells import Cell, Cells
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.model.settings import Choice
from theorybook.model.term import Term, TermKind
from theorybook.site import Site


@dataclass(frozen=True)
class Group:
    """Outcomes that stand together: those of one person, or the harms, which have no person."""

    person: Choice | None
    columns: tuple[Term, ...]

    @property
    def id(self) -> str:
        """What it is known by."""
        return self.person.id if self.person else "harms"

    @property
    def heading(self) -> str:
        """What the group is called."""
        return f"For {self.person.name}" if self.person else "Harms"


@dataclass(frozen=True)
class EvidenceMap:
    """One view of the map: rows of one kind, outcomes as columns, `cells` row by row."""

    kind: TermKind
    chosen: EvidenceFilter
    rows: tuple[Term, ...]
    groups: tuple[Group, ...]
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> tuple[Term, ...]:
        """The outcomes in the order of their groups, as `cells` has them."""
        return tuple(column for group in self.groups for column in group.columns)

    @cached_property
    def is_long(self) -> bool:
        """Whether the list of its cells is too long for the page of its table."""
        lines = (
            1 + len(cell.witnesses) + len(cell.theories)
            for row in self.cells
            for cell in row
            if not cell.is_empty
        )
        return sum(lines) > long_lists.MAP_LINES

    def cells_of(self, column: Term) -> tuple[Cell, ...]:
        """Return the cells under an outcome, from the top row down, but for empty ones."""
        at = self._places[column.id]
        return tuple(row[at] for row in self.cells if not row[at].is_empty)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {column.id: at for at, column in enumerate(self.columns)}


def evidence_map(site: Site, kind: TermKind, chosen: EvidenceFilter) -> EvidenceMap:
    """Draw up one view of the map.

    Args:
        site: what the site says.
        kind: what the rows are: strategies or mechanisms.
        chosen: which part of the evidence to look at.

    Returns:
        The view: rows studied most first; outcomes in groups, within each studied most first.
        Terms that nobody could name have neither row nor column.
    """
    rows = tuple(term for term in site.terms_of(kind) if not term.unknown)
    columns = tuple(
        term
        for term in site.terms_of(TermKind.OUTCOME)
        if not term.unknown and chosen.takes_outcome(term)
    )
    filled = Cells(site, chosen, {row.id for row in rows}, {column.id for column in columns})
    cells = {(row.id, column.id): filled.of(row, column) for row in rows for column in columns}
    rows = _fullest_first(rows, lambda row: [cells[row.id, column.id] for column in columns])
    columns = _fullest_first(columns, lambda column: [cells[row.id, column.id] for row in rows])
    groups = tuple(_groups(site.settings.people, columns))
    laid = tuple(
        tuple(cells[row.id, column.id] for group in groups for column in group.columns)
        for row in rows
    )
    return EvidenceMap(kind, chosen, rows, groups, laid)


def _groups(people: Iterable[Choice], columns: tuple[Term, ...]) -> Iterator[Group]:
    """Yield the outcomes by the first person they concern, in the order of people; harms last."""
    left = [column for column in columns if column.wanted]
    for person in people:
        theirs = tuple(column for column in left if person.id in column.concerns)
        left = [column for column in left if person.id not in column.concerns]
        if theirs:
            yield Group(person, theirs)
    if harms := tuple(column for column in columns if not column.wanted):
        yield Group(None, harms)


def _fullest_first(
    terms: tuple[Term, ...], cells_of: Callable[[Term], list[Cell]]
) -> tuple[Term, ...]:
    """Put the terms with most cells that have studies first, so that they are seen first."""

    def empty(term: Term) -> int:
        return sum(not (cell.witnesses and cell.counted) for cell in cells_of(term))

    return tuple(sorted(terms, key=empty))

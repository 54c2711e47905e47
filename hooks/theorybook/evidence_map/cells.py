"""The evidence map: what a program does, or why it works, by what changes.

A finding bears on a cell if it is about that pair: if it is placed under both of its terms. Which
way it points is worked out from its placements, which are mostly our reading, and the page says so.
A theory of ours that holds both terms brings in no finding. What a study only retells as background
is shown, and does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from theorybook import long_lists
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.evidence_map.state import Reading, State
from theorybook.model.settings import Choice
from theorybook.model.study import Direction, Finding, Standing, Study
from theorybook.model.term import Term, TermKind
from theorybook.model.theory import Theory
from theorybook.site import Site


@dataclass(frozen=True)
class Witness:
    """A finding about the pair of a cell, and which way it points."""

    study: Study
    finding: Finding
    verdict: State

    @property
    def is_background(self) -> bool:
        """Whether its study only retells it: then it counts for nothing."""
        return self.finding.standing is Standing.BACKGROUND


@dataclass(frozen=True)
class Cell:
    """Where a row and a column meet: findings about both, and theories of ours that hold both."""

    row: Term
    column: Term
    witnesses: tuple[Witness, ...]
    theories: tuple[Theory, ...]

    @cached_property
    def counted(self) -> tuple[Witness, ...]:
        """The witnesses that count: all but background."""
        return tuple(witness for witness in self.witnesses if not witness.is_background)

    @cached_property
    def background(self) -> tuple[Finding, ...]:
        """The findings that are shown and do not count."""
        return tuple(witness.finding for witness in self.witnesses if witness.is_background)

    @cached_property
    def state(self) -> State:
        """What the studies say, taken together."""
        verdicts = {witness.verdict for witness in self.counted}
        if verdicts:
            return verdicts.pop() if len(verdicts) == 1 else State.MIXED
        if self.witnesses:
            return State.BACKGROUND
        return State.LINKED if self.theories else State.NOBODY

    @property
    def reading(self) -> Reading:
        """How its state is shown, going by whether its outcome is a harm."""
        return self.state.reading(harm=not self.column.wanted)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to open."""
        return self.state is State.NOBODY

    @cached_property
    def studies(self) -> tuple[Study, ...]:
        """The studies that looked at the pair, each once, in the order of studies.yaml."""
        return tuple({witness.study.key: witness.study for witness in self.counted}.values())

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return tuple(witness.finding for witness in self.counted)

    @property
    def anchor(self) -> str:
        """The fragment of the cell in the list."""
        return f"{self.row.id}--{self.column.id}"


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
        there = sum(not cell.is_empty for row in self.cells for cell in row)
        return there > long_lists.CELLS_TOGETHER

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
    part = _Part(site, chosen, {row.id for row in rows}, {column.id for column in columns})
    cells = {(row.id, column.id): part.cell(row, column) for row in rows for column in columns}
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


class _Part:
    """The part of the evidence that a filter lets through, by the pairs of terms it is about."""

    def __init__(
        self, site: Site, chosen: EvidenceFilter, rows: Collection[str], columns: Collection[str]
    ) -> None:
        self._rows, self._columns = rows, columns
        self._witnesses: dict[tuple[str, str], list[Witness]] = defaultdict(list)
        self._theories: dict[tuple[str, str], list[Theory]] = defaultdict(list)
        studies = {study.key: study for study in filter(chosen.takes_study, site.studies)}
        for study in studies.values():
            for finding in study.findings:
                self._add_finding(study, finding)
        for theory in filter(chosen.takes_theory, site.theories):
            if any(item.study in studies for item in theory.evidence):
                self._add_theory(theory)

    def _add_finding(self, study: Study, finding: Finding) -> None:
        points = {placement.term: placement.points for placement in finding.terms}
        for row, column in self._pairs(points):
            witness = Witness(study, finding, _verdict(points[row], points[column]))
            self._witnesses[row, column].append(witness)

    def _add_theory(self, theory: Theory) -> None:
        # What a theory only marks as not known is no claim of it.
        terms = dict.fromkeys(part.term for slot in theory.slots.values() for part in slot.parts)
        for pair in self._pairs(terms):
            self._theories[pair].append(theory)

    def _pairs(self, terms: Collection[str]) -> Iterator[tuple[str, str]]:
        rows = [term for term in terms if term in self._rows]
        columns = [term for term in terms if term in self._columns]
        return product(rows, columns)

    def cell(self, row: Term, column: Term) -> Cell:
        """Return what there is of a pair."""
        pair = row.id, column.id
        return Cell(
            row, column, tuple(self._witnesses.get(pair, ())), tuple(self._theories.get(pair, ()))
        )


# A lack turns the sense round: where the row lacks and the outcome lacks, they go together.
_SENSE = {Direction.FOR: 1, Direction.AGAINST: -1, Direction.LACKING: -1}


def _verdict(row: Direction, outcome: Direction) -> State:
    """Return which way a finding points that is placed under a row and an outcome."""
    if Direction.NO_CHANGE in (row, outcome):
        return State.NOT_FOUND
    if Direction.MIXED in (row, outcome):
        return State.MIXED
    return State.BACKED if _SENSE[row] * _SENSE[outcome] > 0 else State.AGAINST

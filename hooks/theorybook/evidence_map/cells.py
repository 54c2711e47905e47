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
        if not verdicts:
            return self._state_without_studies
        return verdicts.pop() if len(verdicts) == 1 else State.MIXED

    @property
    def _state_without_studies(self) -> State:
        if self.background:
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
        return tuple(dict.fromkeys(witness.study for witness in self.counted))

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

    def cells_of(self, column: Term) -> tuple[Cell, ...]:
        """Return the cells under an outcome, from the top row down."""
        at = self.columns.index(column)
        return tuple(row[at] for row in self.cells)


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
    part = _Part(site, chosen)
    cells = {(row.id, column.id): _cell(row, column, part) for row in rows for column in columns}
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
        left = [column for column in left if column not in theirs]
        if theirs:
            yield Group(person, theirs)
    if harms := tuple(column for column in columns if not column.wanted):
        yield Group(None, harms)


def _fullest_first(
    terms: tuple[Term, ...], cells_of: Callable[[Term], list[Cell]]
) -> tuple[Term, ...]:
    """Put the terms with most cells that have studies first, so that they are seen first."""

    def empty(term: Term) -> int:
        return sum(not cell.studies for cell in cells_of(term))

    return tuple(sorted(terms, key=empty))


class _Part:
    """The part of the evidence that a filter lets through, by the terms it is about."""

    def __init__(self, site: Site, chosen: EvidenceFilter) -> None:
        self.findings_under: dict[str, list[tuple[Study, Finding]]] = defaultdict(list)
        self.theories_with: dict[str, dict[str, Theory]] = defaultdict(dict)
        self.studies: set[str] = set()
        for study in filter(chosen.takes_study, site.studies):
            self.studies.add(study.key)
            for finding in study.findings:
                for term in {placement.term for placement in finding.terms}:
                    self.findings_under[term].append((study, finding))
        for theory in filter(chosen.takes_theory, site.theories):
            # What a theory only marks as not known is no claim of it.
            for slot in theory.slots.values():
                for filled in slot.parts:
                    self.theories_with[filled.term][theory.id] = theory


def _cell(row: Term, column: Term, part: _Part) -> Cell:
    holders = part.theories_with[column.id]
    holding = [t for id_, t in part.theories_with[row.id].items() if id_ in holders]
    witnesses = tuple(_about_both(row, column, part.findings_under[row.id]))
    counted = tuple(t for t in holding if any(e.study in part.studies for e in t.evidence))
    return Cell(row, column, witnesses, counted)


def _about_both(
    row: Term, column: Term, findings: Collection[tuple[Study, Finding]]
) -> Iterator[Witness]:
    """Yield the findings under a row that are placed under a column, too."""
    for study, finding in findings:
        points = {placement.term: placement.points for placement in finding.terms}
        if column.id in points:
            verdict = _verdict(points[row.id], points[column.id])
            yield Witness(study, finding, verdict)


# A lack turns the sense round: where the row lacks and the outcome lacks, they go together.
_SENSE = {Direction.FOR: 1, Direction.AGAINST: -1, Direction.LACKING: -1}


def _verdict(row: Direction, outcome: Direction) -> State:
    """Return which way a finding points that is placed under a row and an outcome."""
    if Direction.NO_CHANGE in (row, outcome):
        return State.NOT_FOUND
    if Direction.MIXED in (row, outcome):
        return State.MIXED
    return State.BACKED if _SENSE[row] * _SENSE[outcome] > 0 else State.AGAINST

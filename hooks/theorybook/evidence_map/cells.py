"""The evidence map: what a program does, or why it works, by what changes.

A finding bears on a cell if it is about that pair: if it is placed under both of its terms. Which
way it points is worked out from its placements, which are mostly our reading, and the page says so.
A theory of ours that holds both terms brings in no finding. What a study only retells as background
is shown, and does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.evidence_map.state import Reading, State
from theorybook.model.study import Direction, Finding, Standing, Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.once import once
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
        if State.BACKED in verdicts:
            verdicts.discard(State.PROPOSED)
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


class Cells:
    """The cells of the part of the evidence that a filter lets through, by its pair of terms."""

    def __init__(
        self, site: Site, chosen: EvidenceFilter, rows: Collection[str], columns: Collection[str]
    ) -> None:
        self._site, self._rows, self._columns = site, rows, columns
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
            witness = Witness(study, finding, _verdict(finding, points[row], points[column]))
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

    def of(self, row: Term, column: Term) -> Cell:
        """Return what there is of a pair."""
        pair = row.id, column.id
        if pair not in self._witnesses and pair not in self._theories:
            blanks = _blanks(self._site, row)
            if column.id not in blanks:
                blanks[column.id] = Cell(row, column, (), ())
            return blanks[column.id]
        return Cell(
            row, column, tuple(self._witnesses.get(pair, ())), tuple(self._theories.get(pair, ()))
        )


@once
def _blanks(_site: Site, _row: Term) -> dict[str, Cell]:
    """Return the blank cells of a row, by outcome: most cells of all maps are blank, and alike."""
    return {}


# A lack turns the sense round: where the row lacks and the outcome lacks, they go together.
_SENSE = {Direction.FOR: 1, Direction.AGAINST: -1, Direction.LACKING: -1}


def _verdict(finding: Finding, row: Direction, outcome: Direction) -> State:
    """Return which way a finding points that is placed under a row and an outcome."""
    if Direction.NO_CHANGE in (row, outcome):
        return State.NOT_FOUND
    if Direction.MIXED in (row, outcome):
        return State.MIXED
    if _SENSE[row] * _SENSE[outcome] < 0:
        return State.AGAINST
    return State.PROPOSED if finding.standing is Standing.THEORY else State.BACKED

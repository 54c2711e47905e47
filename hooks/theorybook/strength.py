"""How sure we are of a theory: what its evidence counts up to, by a rule that the site publishes.

Separate projects are counted, never items or studies. What goes against a theory is counted, and
moves it neither up nor down the ladder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from theorybook.model.evidence import Directness, Evidence, Stance
from theorybook.model.study import Direction, Finding, Standing, Study
from theorybook.model.theory import Theory
from theorybook.once import once
from theorybook.record_id import RecordId
from theorybook.site import Site


class Rung(StrEnum):
    """A step of the ladder, from the lowest up."""

    PIECED = "pieced together by us"
    ONE = "proposed by one project"
    SEVERAL = "reported by several"
    TESTED = "tested"

    @property
    def step(self) -> int:
        """Which step it is, counted from 1."""
        return list(Rung).index(self) + 1

    @property
    def slug(self) -> str:
        """Its name in addresses, such as `?rung=reported-by-several`."""
        return self.value.replace(" ", "-")


class Result(StrEnum):
    """What a trial found of the step that a theory claims."""

    FOR = "speaks for it"
    NO_CHANGE = "found no change"
    AGAINST = "speaks against it"
    MIXED = "points both ways"


@dataclass(frozen=True)
class Trial:
    """What a project that tests found of a theory, in all its items together.

    `whole` tells whether it tested the whole step: an item says it outright, and its result was not
    exploratory. `exploratory` tells whether all that bears on the theory was exploratory.
    """

    studies: tuple[str, ...]
    result: Result
    whole: bool
    exploratory: bool


@dataclass(frozen=True)
class Strength:
    """What the evidence of a theory counts up to, in separate projects.

    `inferred` are those that point the same way by inference and never say it outright. A project
    can count for a theory and against it.
    """

    outright: int
    inferred: int
    against: int
    conditions: int
    both_ways: int
    trials: tuple[Trial, ...]

    @property
    def tests(self) -> tuple[Trial, ...]:
        """The trials whose result is on the whole step."""
        return tuple(trial for trial in self.trials if trial.whole)

    @property
    def bearing(self) -> tuple[Trial, ...]:
        """The trials that bear on it and do not test the whole step."""
        return tuple(trial for trial in self.trials if not trial.whole)

    @property
    def rung(self) -> Rung:
        """The step of the ladder. What goes against a theory moves it neither up nor down."""
        if self.tests:
            return Rung.TESTED
        if self.outright > 1:
            return Rung.SEVERAL
        return Rung.ONE if self.outright else Rung.PIECED


@once
def strength(site: Site, theory: Theory) -> Strength:
    """Work out how sure we are of a theory, from its evidence in force.

    Args:
        site: what the site says.
        theory: the theory, in force or retired.

    Returns:
        What its evidence counts up to.
    """
    items = [item for item in theory.evidence if not _taken_back(site, item)]

    def projects(stance: Stance, *ways: Directness) -> set[str]:
        return {
            _project(site.study(item.study))
            for item in items
            if item.stance is stance and item.directness in (ways or Directness)
        }

    outright = projects(Stance.SUPPORTS, Directness.OUTRIGHT)
    return Strength(
        outright=len(outright),
        inferred=len(projects(Stance.SUPPORTS) - outright),
        against=len(projects(Stance.AGAINST)),
        conditions=len(projects(Stance.CONDITION)),
        both_ways=len(projects(Stance.MIXED)),
        trials=tuple(_trials(site, theory, items)),
    )


def _project(study: Study) -> str:
    return study.project or study.key


def _taken_back(site: Site, item: Evidence) -> bool:
    rests_on = (RecordId("evidence", item.id), RecordId("study", item.study), item.source)
    return any(id_ in site.retirements for id_ in rests_on)


@dataclass(frozen=True)
class _Tested:
    """An evidence item whose finding is the result of a trial."""

    project: str
    item: Evidence
    finding: Finding


def _trials(site: Site, theory: Theory, items: Iterable[Evidence]) -> Iterator[Trial]:
    """Yield what each project that tests found, its items taken together."""
    by_project: dict[str, list[_Tested]] = {}
    for found in _tested(site, items):
        by_project.setdefault(found.project, []).append(found)
    for found_there in by_project.values():
        # Where some items test the whole step, what it found is what those found.
        whole = list(filter(_is_whole, found_there))
        tested = whole or found_there
        results = {_result(theory, each) for each in tested}
        yield Trial(
            studies=tuple(dict.fromkeys(each.item.study for each in tested)),
            result=results.pop() if len(results) == 1 else Result.MIXED,
            whole=bool(whole),
            exploratory=all(each.finding.exploratory for each in tested),
        )


def _tested(site: Site, items: Iterable[Evidence]) -> Iterator[_Tested]:
    """Yield the items that rest on a result of a trial; a condition is no result on the step."""
    tests = {design.id for design in site.settings.designs if design.tests}
    for item in items:
        study = site.study(item.study)
        if study.design in tests and item.stance is not Stance.CONDITION:
            for finding in study.findings:
                rests_on_it = item.finding == finding.id or (item.quote or "") == finding.quote
                if rests_on_it and finding.standing is Standing.RESULT:
                    yield _Tested(_project(study), item, finding)


def _is_whole(tested: _Tested) -> bool:
    return tested.item.directness is Directness.OUTRIGHT and not tested.finding.exploratory


def _result(theory: Theory, tested: _Tested) -> Result:
    """Return what a result says of the step, from the stance and the way the finding points."""
    match tested.item.stance:
        case Stance.MIXED:
            return Result.MIXED
        case Stance.AGAINST if Direction.NO_CHANGE in _points(theory, tested.finding):
            return Result.NO_CHANGE
        case Stance.AGAINST:
            return Result.AGAINST
    return Result.FOR


def _points(theory: Theory, finding: Finding) -> set[Direction]:
    """Return which ways a finding points for the outcomes of a theory, or if for none, at all."""
    outcomes = {part.term for part in theory.outcome.parts}
    on_these = {place.points for place in finding.terms if place.term in outcomes}
    return on_these or {place.points for place in finding.terms}

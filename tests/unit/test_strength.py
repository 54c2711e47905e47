"""How sure we are of a theory: the steps of the ladder, and the line that tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest
from tests.support.sure import line_of

from theorybook.edition import Edition
from theorybook.list_filters import theory_filters, theory_values
from theorybook.model.evidence import Directness, Evidence, Stance
from theorybook.model.study import Direction, Finding, Standing, Study
from theorybook.model.theory import Theory
from theorybook.model.versioned import Retirement
from theorybook.record_id import RecordId
from theorybook.records import Records
from theorybook.retirement import in_force
from theorybook.site import Site
from theorybook.strength import Result, Rung, Strength, strength
from theorybook.template_engine import environment

LIMITS = "At closest, we read the full text."


@dataclass(frozen=True)
class Said:
    """An item of a made-up theory, and the study that it rests on.

    `points` is which way its finding points for an outcome of the theory, and `elsewhere` for
    another term.
    """

    study: str
    stance: str = "supports"
    way: str = "by inference"
    trial: bool = False
    standing: str = "result"
    points: str = "supports"
    elsewhere: str = ""
    exploratory: bool = False
    project: str | None = None
    retired: bool = False


def made(garden: Site, items: Iterable[Said]) -> Site:
    """Return the garden with one theory, T001, that rests on these items and no others."""
    said = list(items)
    pattern = garden.study("example_2032-weeds")
    studies: dict[str, Study] = {}
    evidence = []
    for number, item in enumerate(said, start=1):
        study = studies.get(item.study) or pattern.model_copy(
            update={
                "key": item.study,
                "design": "trial" if item.trial else "page",
                "project": item.project,
                "findings": (),
            }
        )
        finding = pattern.findings[0].model_copy(
            update={
                "id": f"{item.study}-F{number}",
                "quote": None,
                "standing": Standing(item.standing),
                "exploratory": item.exploratory,
                "terms": tuple(
                    pattern.findings[0]
                    .terms[0]
                    .model_copy(update={"term": term, "points": Direction(points)})
                    for term, points in (("leaving", item.elsewhere), ("staying", item.points))
                    if points
                ),
            }
        )
        studies[item.study] = study.model_copy(update={"findings": (*study.findings, finding)})
        evidence.append(evidence_of(number, item, finding))
    theory = garden.theory("T001").model_copy(update={"evidence": tuple(evidence)})
    return with_records(garden, theory, tuple(studies.values()))


def evidence_of(number: int, item: Said, finding: Finding) -> Evidence:
    gone = Retirement.model_validate({"on": "2032-01-05", "why": "It says something else."})
    return Evidence(
        id=f"T001-E{number}",
        study=item.study,
        quote=None,
        finding=finding.id,
        stance=Stance(item.stance),
        directness=Directness(item.way),
        adds="Something.",
        why="It counts.",
        retired=gone if item.retired else None,
    )


def with_records(garden: Site, theory: Theory, studies: tuple[Study, ...]) -> Site:
    everything = Records({
        **garden.everything.collections,
        Theory: (theory,),
        Study: (*garden.everything.studies, *studies),
    })  # fmt: skip
    designs = garden.settings.designs
    trial = designs[0].model_copy(update={"id": "trial", "name": "a trial", "tests": True})
    settings = garden.settings.model_copy(update={"designs": (*designs, trial)})
    return replace(
        garden,
        everything=everything,
        collections=in_force(everything).collections,
        settings=settings,
    )


def of(garden: Site, *items: Said) -> Strength:
    site = made(garden, items)
    return strength(site, site.theory("T001"))


def line(garden: Site, *items: Said) -> str:
    site = made(garden, items)
    return Edition(site, "https://example.org/").limits.of(RecordId("theory", "T001"))


OUTRIGHT = Said("a2030", way="outright")
LADDER = [
    ("pieced together by us", [Said("a2030"), Said("b2030")]),
    ("pieced together by us", [Said("a2030", stance="adds a condition", way="outright")]),
    ("pieced together by us", [Said("a2030", stance="points both ways", way="outright")]),
    ("pieced together by us", [Said("a2030", way="outright", retired=True), Said("b2030")]),
    ("proposed by one project", [OUTRIGHT, Said("b2030")]),
    ("proposed by one project", [OUTRIGHT, Said("a2030", way="outright")]),
    ("proposed by one project", [Said("a2030", way="outright", project="one-fence"),
                                 Said("b2030", way="outright", project="one-fence")]),
    ("reported by several", [OUTRIGHT, Said("b2030", way="outright")]),
    ("tested", [Said("a2030", way="outright", trial=True)]),
    ("tested", [Said("a2030", "goes against", "outright", True, points="no change found")]),
    ("tested", [Said("a2030", "points both ways", "outright", True), Said("b2030")]),
]  # fmt: skip


@pytest.mark.parametrize(("rung", "items"), LADDER)
def test_a_theory_stands_on_its_step(garden_site: Site, rung: str, items: list[Said]) -> None:
    assert of(garden_site, *items).rung == rung


@pytest.mark.parametrize(("rung", "items"), LADDER)
@pytest.mark.parametrize("way", ["outright", "by inference"])
def test_what_goes_against_moves_no_step(
    garden_site: Site, rung: str, items: list[Said], way: str
) -> None:
    against = Said("z2030", "goes against", way)
    found = of(garden_site, *items, against)
    assert found.rung == rung
    assert found.against == of(garden_site, *items).against + 1
    assert "None goes against it" not in line(garden_site, *items, against)


@pytest.mark.parametrize(
    "item",
    [
        Said("a2030", trial=True),
        Said("a2030", "goes against", trial=True, points="no change found"),
        Said("a2030", way="outright", trial=True, exploratory=True),
        Said("a2030", way="outright", trial=True, standing="theory"),
        Said("a2030", trial=True, standing="background"),
        Said("a2030", "adds a condition", "outright", trial=True),
        Said("a2030", "goes against", "outright", points="no change found"),
        Said("a2030", way="outright", trial=True, retired=True),
    ],
)
def test_nothing_less_than_a_result_on_the_whole_step_is_a_test(
    garden_site: Site, item: Said
) -> None:
    found = of(garden_site, item, Said("b2030"))
    assert found.rung != Rung.TESTED
    assert not found.tests


@pytest.mark.parametrize(
    ("points", "elsewhere", "result"),
    [
        ("no change found", "", Result.NO_CHANGE),
        ("no change found", "goes against", Result.NO_CHANGE),
        ("goes against", "no change found", Result.AGAINST),
        ("", "no change found", Result.NO_CHANGE),
    ],
)
def test_what_a_trial_found_is_what_it_found_of_this_outcome(
    garden_site: Site, points: str, elsewhere: str, result: Result
) -> None:
    item = Said("t2030", "goes against", trial=True, points=points, elsewhere=elsewhere)
    assert [trial.result for trial in of(garden_site, item).trials] == [result]


def test_what_was_taken_back_does_not_count_when_its_theory_is_retired(garden_site: Site) -> None:
    site = made(garden_site, [OUTRIGHT, Said("b2030", way="outright", retired=True)])
    gone = Retirement.model_validate({"on": "2032-01-05", "why": "It says something else."})
    theory = site.everything.theory("T001").model_copy(update={"retired": gone})
    found = strength(with_records(site, theory, ()), theory)
    assert (found.outright, found.rung) == (1, Rung.ONE)


def test_projects_are_counted_and_each_once_for_a_stance(garden_site: Site) -> None:
    found = of(
        garden_site,
        Said("a2030", way="outright", project="one-fence"),
        Said("b2030", project="one-fence"),
        Said("c2030"),
        Said("c2030", "goes against"),
        Said("d2030", "goes against"),
        Said("d2030", "adds a condition"),
        Said("e2030", "points both ways"),
    )
    counts = (found.outright, found.inferred, found.against, found.conditions, found.both_ways)
    assert counts == (1, 1, 2, 1, 1)


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (
            [Said("a2030"), Said("b2030", "adds a condition")],
            "Pieced together by us: no project says it outright, 1 points this way by inference. "
            "None goes against it, 1 adds a condition. No trial tested it.",
        ),
        (
            [OUTRIGHT, Said("b2030"), Said("c2030"), Said("d2030", "goes against")],
            "Proposed by one project: 1 project says it outright, 2 more by inference. "
            "1 goes against it. No trial tested it.",
        ),
        (
            [OUTRIGHT, Said("t2030", trial=True, exploratory=True)],
            "Proposed by one project: 1 project says it outright, 1 more by inference. "
            "None goes against it. "
            "One trial bears on it and speaks for it, in an exploratory result.",
        ),
        (
            [
                OUTRIGHT,
                Said("b2030", way="outright"),
                Said("t2030", "goes against", trial=True, points="no change found"),
                Said("u2030", "goes against", trial=True, points="no change found"),
            ],
            "Reported by several: 2 projects say it outright, none more by inference. "
            "2 go against it. 2 trials bear on it and found no change.",
        ),
        (
            [
                Said("t2030", "goes against", "outright", trial=True, points="no change found"),
                Said("t2030", trial=True),
                Said("u2030", "goes against", trial=True),
                Said("v2030", "points both ways"),
            ],
            "Tested: no project says it outright, 1 points this way by inference. "
            "2 go against it, 1 points both ways. "
            "One trial tested the whole of it and found no change. "
            "One trial bears on it and speaks against it.",
        ),
    ],
)
def test_the_line_says_it_in_words(garden_site: Site, items: list[Said], words: str) -> None:
    assert line(garden_site, *items) == f"{words} {LIMITS}"
    assert line_of(made(garden_site, items), "T001") == words


def test_the_list_is_filtered_and_sorted_by_the_step(garden_site: Site) -> None:
    site = made(garden_site, [OUTRIGHT])
    values = theory_values(site, site.theory("T001"))
    assert values["rung"] == ("proposed-by-one-project",)
    filters = {name: options for name, _, options in theory_filters(site)}
    assert filters["rung"] == [("proposed-by-one-project", "proposed by one project")]
    assert "sure" in filters, "old addresses keep working"


@pytest.mark.parametrize(
    ("items", "says", "fills"),
    [
        ([Said("t2030", way="outright", trial=True)], "tested: for it", True),
        (
            [Said("t2030", "goes against", "outright", True, points="no change found")],
            "tested: no change",
            False,
        ),
        ([OUTRIGHT], "proposed by one project", True),
    ],
)
def test_the_picture_says_what_a_test_found_and_fills_only_what_it_speaks_for(
    garden_site: Site, items: list[Said], says: str, fills: bool
) -> None:
    picture = environment().get_template("strength.html").make_module()
    html = str(vars(picture)["ladder"](of(garden_site, *items), Rung))
    (here,) = re.findall(r'<li class="([^"]*ladder__step--here)">([^<]*)</li>', html)
    assert here[1] == says
    assert ("ladder__step--reached" in here[0]) == fills

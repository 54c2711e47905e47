"""The files from which a program is planned: whose words they have, what counts, and how large."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from tests.support.editions import renderer
from tests.support.retiring import WHY, retire

from theorybook.exports.design_file import design_files
from theorybook.exports.design_theories import design_theory
from theorybook.model.base import Record
from theorybook.model.polarity import Polarity
from theorybook.model.theory import Theory
from theorybook.record_id import RecordId
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

# What stands in the files and in no record: words of templates, and of boxes that hold none.
OURS = {
    "We know of no study that has tested this list or this rule. "
    "Ready does not mean that it is safe to start.",
    "Not known",
}
# How a word in a box can begin.
TOLD = ("", "Our guess: ", "Unwanted: ", "Partly not known")


def files(site: Site) -> dict[str, Any]:
    """Return each file, parsed, by its name."""
    made = design_files(renderer(site))
    return {address.removeprefix("data/v1/"): json.loads(text) for address, text in made}


def texts(value: Any) -> set[str]:
    """Return every text in a value, names of fields left out, that is longer than an id."""
    match value:
        case str():
            return {value} if " " in value else set()
        case dict():
            return set().union(*map(texts, value.values()))
        case list() | tuple():
            return set().union(*map(texts, value))
        case Record():
            return texts(value.model_dump())
    return set()


@pytest.fixture
def design(garden_site: Site) -> dict[str, Any]:
    whole: dict[str, Any] = files(garden_site)["design.json"]
    return whole


def test_each_is_what_its_schema_says(garden_site: Site) -> None:
    made = files(garden_site)
    for name in ("design", "design-more"):
        schema = made[f"{name}.schema.json"]
        Draft202012Validator.check_schema(schema)
        assert [*Draft202012Validator(schema).iter_errors(made[f"{name}.json"])] == []
        assert made[f"{name}.json"]["version"] == 1


def test_a_schema_refuses_a_theory_without_limits(garden_site: Site) -> None:
    made = files(garden_site)
    del made["design.json"]["theories"][0]["read"]
    assert [*Draft202012Validator(made["design.schema.json"]).iter_errors(made["design.json"])]


def test_every_text_is_the_sites_own(garden_site: Site) -> None:
    edition = renderer(garden_site).edition
    said = texts([*garden_site.everything.by_id.values(), garden_site.settings])
    said |= {reference.short for reference in garden_site.references.values()}
    limits = [edition.limits.of(RecordId("theory", t.id)) for t in garden_site.theories]
    made = files(garden_site)
    for name in ("design.json", "design-more.json"):
        for text in texts(made[name]) - said - OURS:
            named = {text.removeprefix(told) for told in TOLD}
            stances = {"goes against", "adds a condition", "points both ways", "clashes with"}
            assert (
                named & (said | stances | {""})
                or any(text in whole for whole in limits)
                or any(term.name in named for term in garden_site.terms)
                or text in {"our reading", "from the study", "our advice", "a question for you"}
            ), text


def test_a_theory_has_what_its_page_has(garden_site: Site, design: dict[str, Any]) -> None:
    more = files(garden_site)["design-more.json"]
    assert [each["id"] for each in design["theories"]] == [t.id for t in garden_site.theories]
    for written in design["theories"]:
        theory = garden_site.theory(written["id"])
        assert (written["version"], written["short"]) == (theory.version, theory.short)
        limits = renderer(garden_site).edition.limits.of(RecordId("theory", theory.id))
        assert f"{written['sure']} {written['read']}" == limits
        assert more["needs"][theory.id] == [
            {"who": action.who, "cost": action.cost} for action in theory.actions
        ]
        assert set(more["chains"][theory.id]) == {"when", "offers", "why", "changes"}
        asked = design["lines"]["questions"][theory.id]
        assert [(q["ask"], q["fix"]) for q in asked] == [
            (condition.ask.text, condition.first_fix.text) for condition in theory.conditions
        ]
        history = more["history"][theory.id]
        assert [each["what"] for each in history] == [change.what for change in theory.history]


def test_the_first_line_of_each_list_comes_first_and_the_rest_on_demand(
    project: Project,
) -> None:
    signs = "  signs:\n  - text: People greet each other at the shed.\n    voice: our advice\n"
    project.edit(
        "data/theories.yaml",
        signs,
        f"{signs}  - {{text: Tea., voice: our reading, cites: [example2031beds]}}\n",
    )
    made = files(Site.load(project.root))
    first, more = (
        made[name]["lines"]["signs"]["T001"] for name in ("design.json", "design-more.json")
    )
    assert first == [{"text": "People greet each other at the shed."}]
    assert more == [{"text": "Tea.", "voice": "our reading"}]


def test_what_is_not_known_begins_with_what_is_beyond_the_chain(design: dict[str, Any]) -> None:
    assert design["lines"]["unknowns"]["T001"] == ["How many tools it takes."]


def test_a_study_stands_under_each_way_it_points(design: dict[str, Any]) -> None:
    keys = [study["key"] for study in design["studies"]]
    first, second = design["theories"]
    by_stance = {way: [keys[place] for place in each] for way, each in second["studies"].items()}
    assert first["studies"] == {"supports": [0], "adds a condition": [0]}
    assert by_stance == {"supports": ["example_2032-weeds"], "goes against": ["example2031beds"]}


def test_safety_asks_for_the_advice_of_what_must_be_in_place(
    project: Project, design: dict[str, Any]
) -> None:
    assert [(s["id"], s["lines"]) for s in design["safety"]] == [
        ("S01", [{"text": "Hang up the rake."}])
    ]
    project.edit("data/safety.yaml", "  before_start: true\n", "")
    assert "safety" not in files(Site.load(project.root))["design.json"]


def test_a_situation_names_questions_by_their_place(design: dict[str, Any]) -> None:
    (situation,) = design["situations"]
    assert (situation["theories"], situation["checks"]) == (["T001"], [["T001", 1]])


@pytest.mark.parametrize(
    ("outcome", "polarity", "harm"),
    [
        ("staying", Polarity.PRESENT, False),
        ("staying", Polarity.LACKING, True),
        ("staying", Polarity.IN_THE_WAY, True),
        ("staying", Polarity.VARIES, False),
        ("leaving", Polarity.PRESENT, True),
        ("leaving", Polarity.VARIES, True),
        ("leaving", Polarity.LACKING, False),
    ],
)
def test_harm_is_what_nobody_wants_or_the_lack_of_what_somebody_wants(
    garden_site: Site, outcome: str, polarity: Polarity, harm: bool
) -> None:
    theory = garden_site.theory("T002")
    part = theory.outcome.parts[0].model_copy(update={"term": outcome, "polarity": polarity})
    slot = theory.outcome.model_copy(update={"parts": (part,)})
    changed = theory.model_copy(update={"outcome": slot})
    written = design_theory_of(garden_site, changed)
    assert written.get("harm", False) is harm


def design_theory_of(site: Site, theory: Theory) -> dict[str, Any]:
    """Return a theory as the file has it."""
    places = {study.key: place for place, study in enumerate(site.studies)}
    return design_theory(renderer(site), theory, places).model_dump(exclude_defaults=True)


def test_aims_are_outcomes_that_a_theory_in_force_has(
    project: Project, design: dict[str, Any]
) -> None:
    assert {aim["id"]: aim["wanted"] for aim in design["aims"]} == {
        "staying": True,
        "leaving": False,
        "blisters": False,
    }
    fewer = files(retire(project, "theory/T002"))["design.json"]
    assert [aim["id"] for aim in fewer["aims"]] == ["staying", "blisters"]
    assert [theory["id"] for theory in fewer["theories"]] == ["T001"]


def test_what_is_retired_is_told_with_why_and_what_instead(
    project: Project, design: dict[str, Any]
) -> None:
    assert [each["id"] for each in design["retired"]] == ["T015"]
    gone = files(retire(project, "theory/T002", "T001"))["design.json"]["retired"]
    (told,) = (each for each in gone if each["id"] == "T002")
    assert told == {
        "id": "T002",
        "name": "Weeds and eyes",
        "on": "2032-02-01",
        "why": WHY,
        "instead": ["T001"],
        "url": "theories/weeding-together/",
    }


def test_it_is_small(garden_site: Site) -> None:
    made = dict(design_files(renderer(garden_site)))
    text = made["data/v1/design.json"]
    assert text.count("\n") == 1
    assert len(gzip.compress(text.encode())) < 1000 * len(garden_site.theories)

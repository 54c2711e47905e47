"""A plan that is opened later tells what changed since; a plan shows what was studied beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.support.plan_modules import run

SITE = (Path(__file__).parent.parent / "support" / "plan_changes.js").read_text(encoding="utf-8")
Call = Callable[[str], Any]


@pytest.fixture
def js(module_page: Page, garden_built: Path) -> Call:
    """Return what works out an expression in a page of the garden, with the made-up site."""

    def call(expression: str) -> Any:
        script = f"async (modules) => {{ {SITE}\nreturn {expression}; }}"
        return run(module_page, garden_built, "link answers changes fit noted", script)

    return call


def since(js: Call, now: str, made: str = "plan()") -> Any:
    """Return what changed for a plan of the first day, on a later one."""
    return js(f"since({made}, {now})")


def test_on_the_same_day_there_is_nothing_to_tell(js: Call) -> None:
    found = since(js, "then()")
    assert not found["isNews"]
    assert [value for value in found.values() if value] == []


def test_a_plan_opens_after_a_rename_a_new_version_and_a_retirement(js: Call) -> None:
    now = """{
      ...without(edited(then(), "T001", {
        short: "A new name", url: "theories/a-new-name/",
        version: 3, history: [1, 2, 3].map(version),
      }), "T002"),
      retired: [gone("T002", "It said too much.", ["T003", "X01"])],
    }"""
    found = since(js, now)
    assert found["isNews"]
    (renewed,) = found["renewed"]
    assert (renewed["id"], renewed["name"], renewed["url"]) == (
        "T001",
        "A new name",
        "theories/a-new-name/",
    )
    assert renewed["told"] == [
        "T001 is now in version 3. Your plan was made with version 1.",
        "Version 2, 2032-01-02: What 2 brought.",
        "Version 3, 2032-01-03: What 3 brought.",
        "Its questions and lines may have changed since. Look at each again.",
    ]
    (retired,) = found["retired"]
    assert retired["told"] == [
        "T002 was retired on 2032-01-03. It said too much.",
        "Use instead: T003, Name of T003; X01.",
    ]
    assert [other["url"] for other in retired["instead"]] == ["theories/t003/", ""]
    # What the reader wrote to a line of it is not lost.
    assert found["left"] == [
        {"key": "T002-A1", "line": {"text": "Dig with us.", "owner": "Jo"}},
    ]
    assert found["unasked"] == 1
    assert found["unknown"] == []
    assert found["doubts"] == []


def test_what_nothing_replaces_says_so(js: Call) -> None:
    now = """{ ...then(), aims: [], situations: [],
      retired: [gone("staying", "Nobody stayed.", []), gone("T009", "It is in no plan.", [])] }"""
    found = since(js, now)
    assert [each["told"] for each in found["retired"]] == [
        ["staying was retired on 2032-01-03. Nobody stayed.", "Nothing takes its place."]
    ]
    assert found["unknown"] == ["U01"]


def test_safety_topics_and_situations_have_versions_too(js: Call) -> None:
    now = """{ ...then(), safety: [{ ...then().safety[0], version: 2 }],
      situations: [{ ...then().situations[0], version: 4 }] }"""
    told = {each["id"]: each["told"] for each in since(js, now)["renewed"]}
    assert told == {
        "S02": [
            "S02 is now in version 2. Your plan was made with version 1.",
            "Its questions and lines may have changed since. Look at each again.",
        ],
        "U01": ["U01 is now in version 4. Your plan was made with version 1."],
    }


def test_an_older_copy_of_the_site_says_so(js: Call) -> None:
    made = "{ ...plan(), versions: new Map([['T001', 7]]) }"
    (renewed,) = since(js, "then()", made)["renewed"]
    assert renewed["told"][0] == (
        "Your plan was made with version 7 of T001. This copy of the site has version 1, "
        "which is older. Load the page again."
    )
    assert renewed["since"] == []


def test_what_is_not_on_the_site_is_named(js: Call) -> None:
    made = """{ ...plan(), chosen: ["+T777", "-T888"], aims: ["staying", "flying"],
      country: "atlantis", answers: new Map([["T999-C1", "y"]]),
      versions: new Map([["T888", 1]]) }"""
    found = since(js, "then()", made)
    # A theory that the reader took out is no part of the plan.
    assert sorted(found["unknown"]) == ["T777", "T999", "atlantis", "flying"]
    assert found["unasked"] == 1


def test_new_evidence_against_a_theory_is_named(js: Call) -> None:
    now = """edited(then(), "T001", { studies: [
      study("hedge", "supports, adds a condition"), study("bed", "goes against"),
      study("rake", "goes against"), study("spade", "supports"),
    ] })"""
    found = since(js, now)
    (doubts,) = found["doubts"]
    assert doubts["isCompared"]
    assert [(doubt["study"]["key"], doubt["stance"]) for doubt in doubts["fresh"]] == [
        ("hedge", "adds a condition"),
        ("rake", "goes against"),
    ]
    assert len(doubts["all"]) == 3
    assert doubts["told"] == [
        "When your plan was made, we did not say this: hedge (2031) adds a condition.",
        "When your plan was made, we did not say this: rake (2031) goes against it.",
    ]
    assert found["cannot"] == [
        "We can say what is new since your plan was made, and not on which day it came.",
        "New studies that support a theory are not told apart here. Its page has them all.",
    ]


def test_a_study_that_turns_around_is_news(js: Call) -> None:
    now = """edited(then(), "T001", { studies: [
      study("hedge", "points both ways"), study("bed", "adds a condition"),
    ] })"""
    (doubts,) = since(js, now)["doubts"]
    assert doubts["told"] == [
        "When your plan was made, we did not say this: hedge (2031) points both ways.",
        "When your plan was made, we did not say this: bed (2031) adds a condition.",
        "Of what spoke against it then, or set a condition, 1 is no longer there.",
    ]


def test_new_support_alone_is_no_news(js: Call) -> None:
    now = """edited(then(), "T001", {
      studies: [...then().theories[0].studies, study("spade", "supports")],
    })"""
    assert not since(js, now)["isNews"]


def test_what_a_plan_did_not_note_is_not_made_up(js: Call) -> None:
    made = "{ ...plan(), doubts: new Map([['T001', []]]) }"
    first, second = since(js, "then()", made)["doubts"]
    # It noted that nothing spoke against T001, and nothing at all of T002.
    assert [doubt["study"]["key"] for doubt in first["fresh"]] == ["bed"]
    assert not second["isCompared"]
    assert second["fresh"] == []
    assert second["told"] == [
        "Your plan does not say what spoke against T002 when it was made, "
        "so we cannot say what is new. Today: bed (2031) goes against it."
    ]


def test_lines_are_not_called_gone_before_all_of_them_are_loaded(js: Call) -> None:
    made = """{ ...plan(),
      lines: new Map([["T001-A5", { owner: "Jo" }], ["T555-A1", { owner: "Jo" }]]) }"""
    gone = [each["key"] for each in since(js, "then()", made)["left"]]
    assert gone == ["T001-A5", "T555-A1"]
    now = '{ ...edited(then(), "T001", { version: 2, history: [] }), whole: false }'
    found = since(js, now, made)
    assert [each["key"] for each in found["left"]] == ["T555-A1"]
    assert found["cannot"] == ["What each version changed could not be loaded."]


def fitted(js: Call, made: str = "plan()", theory: str = "{}") -> Any:
    """Return what was studied beside what a plan says."""
    return js(f"fitted({made}, {theory})")


def rows(found: Any) -> dict[str, Any]:
    return {row["about"]: row for row in found["rows"]}


def test_what_was_studied_stands_beside_what_was_said(js: Call) -> None:
    studies = """{ studies: [
      study("hedge", "supports, adds a condition"),
      study("bed", "goes against", { groups: ["neighbors", "gardeners"], countries: [] }),
      study("spade", "supports", { countries: [], setting: "" }),
    ] }"""
    found = fitted(js, "{ ...plan(), place: 'Two beds' }", studies)
    assert found["count"] == (
        "3 studies speak to this theory: 2 support it, 1 goes against it, 1 adds a condition. "
        "One study can do more than one of these."
    )
    people, country, place = (rows(found)[about] for about in ("for", "country", "place"))
    assert people["studied"] == "They are about: gardeners (3), neighbors (1)."
    assert (people["said"], people["light"], people["differs"]) == ("gardeners", "keep", [])
    assert country["studied"] == "They were done in: Nowhere (1). Not known of 2 studies."
    assert (country["said"], country["light"]) == ("Nowhere", "keep")
    # What was studied there does not show that it works here, and the page says so.
    assert "does not show that it works" in people["advice"]
    # Words are shown side by side, and no rule compares them.
    assert (place["said"], place["light"], place["differs"]) == ("Two beds", "not-compared", [])
    assert found["settings"] == [
        {
            "study": f"{key} (2031)",
            "url": f"studies/{key}/",
            "text": f"A bed of {key}.",
            "voice": "from the study",
        }
        for key in ("hedge", "bed")
    ]
    assert (found["limits"], found["voice"], found["counted"]) == (
        "Limits of T001.",
        "our advice",
        "our reading",
    )


def test_what_differs_is_named_and_asks_for_care(js: Call) -> None:
    made = "{ ...plan(), for: ['gardeners', 'neighbors', 'martians'], country: 'elsewhere' }"
    found = rows(fitted(js, made))
    assert found["for"]["light"] == found["country"]["light"] == "care"
    assert found["for"]["differs"] == [
        "None of these studies is about neighbors, as far as we know.",
        "None of these studies is about martians, as far as we know.",
    ]
    assert found["country"]["differs"] == [
        "None of these studies was done in Elsewhere, as far as we know."
    ]
    assert found["country"]["advice"].startswith("Not all that you said is among")


def test_where_nothing_was_said_or_studied_nothing_is_compared(js: Call) -> None:
    found = fitted(js, "answers.empty()", "{ studies: [] }")
    assert found["count"] == "No study speaks to this theory."
    assert {row["light"] for row in found["rows"]} == {"not-compared"}
    assert rows(found)["for"]["studied"] == "They are about: not known."
    loaded = fitted(js, "{ ...plan(), place: '' }")
    assert rows(loaded)["place"]["advice"].startswith("You did not say")


def test_what_a_theory_cannot_do_without_is_its_questions(js: Call) -> None:
    found = fitted(js)
    assert found["core"]["light"] == "do-not-change"
    assert found["core"]["questions"] == [
        {"key": "T001-C1", "text": "Is T001 there?", "voice": "a question for you"}
    ]
    assert found["core"]["advice"].endswith("What keeps people safe does not change, either.")
    harm = fitted(js, theory="{ harm: true }")
    assert "guards against this harm" in harm["core"]["advice"]
    # Each light is words first.
    assert js("fit.LIGHTS") == {
        "keep": "Keep (green)",
        "care": "Adapt with care (yellow)",
        "do-not-change": "Do not change (red)",
        "not-compared": "Not compared",
    }

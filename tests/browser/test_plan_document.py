"""The plan as data: what is in it, in which order, whose words it is, and what a reader changed."""

from __future__ import annotations

import json

from tests.support.made_plan import answers, data, stands
from tests.support.plan_files import Take

# The order of the page and of every file.
SECTIONS = [
    *("aims", "theories", "place", "actions", "risks"),
    *("signs", "talk", "unknowns", "references"),
]


def test_all_sections_stand_in_one_order(take: Take) -> None:
    plan = take().plan
    assert [section["id"] for section in plan["sections"]] == SECTIONS
    assert (plan["title"], plan["made"]) == ("Our plan", "2026-11-30")
    assert [fact["text"] for fact in plan["about"]] == [
        "young people",
        "the old mill, Canada",
        "one peer, paid",
        "One lone peer",
    ]


def test_safety_comes_first_and_then_what_is_missing(take: Take) -> None:
    taken = take()
    # S02-1 is in place. Warnings lead, as the rule has it.
    assert taken.keys("place") == ["S02-2", "T003-C2", "T002-C2", "T001-C2"]
    assert taken.line("S02-2")["more"] == "Before you start"
    assert taken.line("T002-C2")["more"] == "Mend part 2 of T002."
    assert [taken.line(key)["answer"] for key in taken.keys("place")] == ["n", "n", "n", "d"]


def test_safety_that_nobody_looked_at_is_one_line_that_says_so(take: Take) -> None:
    taken = take(answers(answers={}))
    assert taken.keys("place")[0] == "S02"
    assert taken.keys("place", "others") == ["S02-1", "S02-2"]
    line = taken.line("S02")
    assert (line["text"], line["version"]) == ("Look at what is still open: 2 of 2", 3)
    # What is partly looked at says how much is open, and each thing that is not there.
    assert take(answers(answers={"S02-2": "d"})).keys("place")[:2] == ["S02", "S02-2"]


def test_what_weighs_most_is_in_a_plan_at_first_and_the_rest_waits(take: Take) -> None:
    ids = [f"T{n:03}" for n in range(1, 11)]
    theory = data()["theories"][0]
    named = json.dumps(theory)
    site = {**data(), "theories": [json.loads(named.replace("T001", id_)) for id_ in ids]}
    standing = [stands()[2] | json.loads(json.dumps(stands()[2]).replace("T001", i)) for i in ids]
    given = dict(zip(ids, ["p", "d", "n", "n", "", "p", "d", "d", "n", ""], strict=True))
    said = answers(answers={f"{id_}-C2": letter for id_, letter in given.items() if letter})
    taken = take(said, site, standing)
    questions = [key for key in taken.keys("place") if key.startswith("T")]
    # They keep the order of the rule; of the ten, the two that nobody answered wait.
    assert questions == [f"{id_}-C2" for id_ in ids if given[id_]]
    for name in ("actions", "risks", "signs"):
        assert [key[:4] for key in taken.keys(name)] == ids[:4]
    for name in ("talk", "unknowns"):
        assert [key[:4] for key in taken.keys(name)] == ids[:3]


def test_what_safety_asks_for_is_never_cut(take: Take) -> None:
    lines = [
        {"key": f"S02-{n}", "text": f"Thing {n}.", "voice": "our advice"} for n in range(1, 31)
    ]
    topic = {**data()["safety"][0], "lines": lines}
    said = answers(answers={line["key"]: "n" for line in lines})
    assert take(said, {**data(), "safety": [topic]}).keys("place")[:30] == [
        line["key"] for line in lines
    ]


def test_of_each_list_the_first_line_is_in_and_the_others_wait(take: Take) -> None:
    taken = take()
    # What a theory that does harm would have us do is offered, and not put in.
    assert taken.keys("actions") == ["T002-A1", "T001-A1"]
    assert taken.keys("actions", "others") == ["T003-A1", "T003-A2", "T002-A2", "T001-A2"]
    assert taken.keys("signs") == ["T003-S1", "T002-S1", "T001-S1"]
    for name in ("risks", "talk", "unknowns"):
        assert [key[:4] for key in taken.keys(name)] == ["T003", "T002", "T001"]


def test_a_reader_adds_and_leaves_out_any_line(take: Take) -> None:
    lines = {"T001-A1": {"out": True}, "T003-A2": {"in": True}, "T003-C2": {"out": True}}
    taken = take(answers(lines=lines))
    assert taken.keys("actions") == ["T003-A2", "T002-A1"]
    assert "T001-A1" in taken.keys("actions", "others")
    assert taken.keys("place", "others") == ["T003-C2"]


def test_theories_limits_and_references_cannot_be_left_out(take: Take) -> None:
    gone = {key: {"out": True} for key in ("T001", "ash2020", "T003")}
    taken = take(answers(lines=gone))
    assert taken.keys("theories") == ["T003", "T002", "T001"]
    assert taken.keys("references") == ["ash2020", "elm2021"]
    assert taken.plan["limits"] == [data()["untested"], "A good lead, not proof."]


def test_each_line_of_ours_keeps_id_version_voice_and_limits(take: Take) -> None:
    taken = take()
    for name in ("theories", "actions", "risks", "signs", "talk", "unknowns"):
        for line in taken.section(name)["lines"]:
            assert line["key"].startswith(line["theory"])
            assert line["version"] == (7 if line["theory"] == "T003" else 2)
            assert line["limits"] == f"One project proposes {line['theory']}."
            assert line["voice"], line["key"]
            assert not line["mine"]


def test_own_words_are_told_apart(take: Take) -> None:
    lines = {"T001-A1": {"text": "Do it our way", "owner": "Sam", "date": "2027-02-28"}}
    own = [
        {"section": "actions", "text": "Ask twice", "done": True},
        {"section": "signs", "text": "x"},
    ]
    taken = take(answers(lines=lines, own=own))
    edited, added = taken.line("T001-A1"), taken.line("own-0")
    assert (edited["text"], edited["mine"], edited["voice"]) == ("Do it our way", True, "")
    assert (edited["theory"], edited["version"], edited["owner"]) == ("T001", 2, "Sam")
    assert (edited["more"], edited["moreVoice"]) == ("Begin 1 of T001.", "our advice")
    assert (added["text"], added["mine"], added["done"]) == ("Ask twice", True, True)
    assert taken.keys("actions")[-1] == "own-0"
    assert taken.keys("signs")[-1] == "own-1"


def test_a_line_of_ours_that_was_only_given_to_somebody_stays_ours(take: Take) -> None:
    same = "Do 1 of T001"
    for edit in ({"owner": "Sam"}, {"owner": "Sam", "text": same}, {"owner": "Sam", "text": "  "}):
        line = take(answers(lines={"T001-A1": edit})).line("T001-A1")
        assert (line["text"], line["mine"], line["voice"]) == (same, False, "our advice")
        assert line["owner"] == "Sam"


def test_a_day_that_is_not_there_is_no_date(take: Take) -> None:
    for date in ("2027-02-30", "2027-13-01", "soon", "2027-1-1", "12027-01-01", 5):
        assert take(answers(lines={"T001-A1": {"date": date}})).line("T001-A1")["date"] == ""
    assert take(answers(lines={"T001-A1": {"date": "2028-02-29"}})).line("T001-A1")["date"]


def test_a_theory_says_how_it_stands_and_how_sure_we_are(take: Take) -> None:
    taken = take()
    assert [taken.line(key)["more"] for key in taken.keys("theories")] == [
        "It could do harm here. A reason for T003.",
        "It is missing a piece. A reason for T002.",
        "It is shaky. A reason for T001.",
    ]
    assert taken.line("T003")["sure"] == "One project proposes this."
    assert taken.line("T003")["url"] == "https://site.example/sub/theories/T003/"


def test_each_study_is_named_once_with_all_that_it_bears_on(take: Take) -> None:
    taken = take()
    assert taken.line("ash2020")["more"] == "trial; T003: supports; T002: supports; T001: supports"
    assert taken.line("elm2021")["more"] == "trial; T002: goes against"


def test_what_to_avoid_is_an_aim_that_says_so(take: Take) -> None:
    lines = take().section("aims")["lines"]
    assert [line["text"] for line in lines] == ["Hope", "To avoid: Strain"]
    assert lines[0]["more"] == "the young person"


def test_it_asks_if_it_is_still_current(take: Take) -> None:
    asked = "check/?since=2026-11-28&ids=T003.7,T002.2,T001.2"
    assert take().plan["check"] == f"https://site.example/sub/{asked}"


def test_a_plan_of_nothing_is_a_plan(take: Take) -> None:
    nothing = answers(
        title=" ", place="", country="", peers="", paid="", situation="", aims=[], made=""
    )
    taken = take(nothing | {"for": []}, standing=[])
    assert taken.plan["title"] == "A plan for a program"
    assert taken.plan["about"] == []
    assert taken.ics is None
    assert taken.markdown.startswith("# A plan for a program\n")


def test_what_the_site_no_longer_has_is_left_out(take: Take) -> None:
    ghost = {"id": "T099", "state": "ready", "because": [], "reason": ""}
    unasked = stands()[0] | {"because": [{"key": "T003-C9", "answer": "n"}]}
    taken = take(
        answers(situation="U99", country="atlantis", aims=["gone"]), None, [ghost, unasked]
    )
    assert taken.keys("theories") == ["T003"]
    assert taken.keys("place") == ["S02-2"]
    assert taken.keys("aims") == []


def test_nothing_that_was_handed_in_is_changed(take: Take) -> None:
    said = answers(lines={"T001-A1": {"text": "x"}})
    assert take(said) == take(said)

"""The logic model of a plan: the table that funders ask for, its picture and its words."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open
from tests.support.made_plan import HOSTILE, Json, answers, read, written_by
from tests.support.plan_files import Take, Taken

SVG = "{http://www.w3.org/2000/svg}"
COLUMNS = ("inputs", "activities", "why", "short", "longer")


def cells(taken: Taken, name: str) -> dict[str, list[str]]:
    """Return what stands in each column of a row."""
    (row,) = (row for row in taken.model["rows"] if row["name"] == name)
    texts = [[item["text"] for item in cell] for cell in row["cells"]]
    return dict(zip(COLUMNS, texts, strict=True))


def items(taken: Taken) -> list[Json]:
    return [item for row in taken.model["rows"] for cell in row["cells"] for item in cell]


def test_a_row_for_each_theory_that_does_good(take: Take) -> None:
    taken = take()
    assert cells(taken, "T001: Name of T001") == {
        "inputs": ["Given: Not known", "The lead.", "An hour."],
        "activities": ["Tools to borrow", "Do 1 of T001"],
        "why": ["Partly not known", "Our guess: trust"],
        "short": ["Sign 1 of T001."],
        "longer": ["Hope"],
    }
    (row,) = (row for row in taken.model["rows"] if row["name"].startswith("T001"))
    assert row["note"] == "One project proposes this. It is shaky."


def test_what_would_do_harm_is_warned_of_and_never_planned(take: Take) -> None:
    taken = take(answers(lines={"T003-A1": {"in": True}}))
    assert [row["name"] for row in taken.model["rows"]] == [
        "What you said",
        "T002: Name of T002",
        "T001: Name of T001",
        "Against harm, T003: Name of T003",
    ]
    assert cells(taken, "Against harm, T003: Name of T003") == {
        "inputs": ["The lead.", "An hour."],
        "activities": ["Do 1 of T003"],
        "why": [],
        "short": ["Sign 1 of T003."],
        "longer": [],
    }
    assert [item["text"] for item in taken.model["warnings"]] == [
        "When A & B <meet>, T003 may hold. It could do harm here."
    ]


def test_what_the_reader_said_has_a_row_of_its_own(take: Take) -> None:
    own = [
        {"section": "place", "text": "A desk"},
        {"section": "actions", "text": "Ask twice"},
        {"section": "signs", "text": "Peers stay"},
    ]
    taken = take(answers(own=own))
    said = cells(taken, "What you said")
    assert said["inputs"][-1] == "A desk"
    assert "Who will help: one peer, paid" in said["inputs"]
    assert (said["activities"], said["short"]) == (["Ask twice"], ["Peers stay"])
    assert said["longer"] == ["Hope", "To avoid: Strain"]


def test_what_is_first_and_what_is_later_is_said_to_be_our_split(take: Take) -> None:
    taken = take()
    assert "That split is ours" in taken.model["limits"][0]
    assert taken.model["limits"][1:] == taken.plan["limits"]


def test_the_words_say_all_that_the_table_says(take: Take) -> None:
    taken = take(written_by("Our words"))
    said = "\n".join(taken.words)
    for item in items(taken):
        assert f"{item['text']} (yours)" in said if item["mine"] else item["text"] in said
    for row in taken.model["rows"]:
        assert row["name"] in said
        assert row["note"] in said
    for line in (*taken.model["warnings"], *({"text": t} for t in taken.model["limits"])):
        assert line["text"] in said


def test_the_picture_has_a_name_and_its_words(take: Take) -> None:
    taken = take()
    root = ElementTree.fromstring(taken.picture["svg"])
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == ("Logic model: Our plan", "\n".join(taken.words))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_no_color_says_anything(take: Take) -> None:
    taken = take(written_by("Our words"))
    root = ElementTree.fromstring(taken.picture["svg"])
    colors = {e.get(name) for e in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    assert colors == {"#1c2b2d", "#fff"}
    dashes = [e.get("stroke-dasharray") for e in root.iter(f"{SVG}rect")]
    assert dashes.count("8 4") == sum(item["mine"] for item in items(taken))
    assert dashes.count("2 4") == sum(item["unknown"] for item in items(taken)) > 0
    shown = [text.text for text in root.iter(f"{SVG}text")]
    assert "Solid outline: ours. Dashed outline: yours. Dotted outline: nobody knows." in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_within_its_box_and_a_text(open_garden: Open, take: Take, text: str) -> None:
    taken, harmless = take(written_by(text)), take(written_by("x"))
    tags = [
        {element.tag for element in ElementTree.fromstring(each.picture["svg"]).iter()}
        for each in (taken, harmless)
    ]
    assert tags[0] == tags[1]
    assert read(text) in "\n".join(taken.words)
    page = open_garden("about/")
    page.evaluate("svg => { document.body.innerHTML = svg }", taken.picture["svg"])
    expect(page.locator("svg")).to_have_count(1)
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll("svg rect[rx]")].flatMap(box => {
            const wide = [], { right } = box.getBoundingClientRect();
            let text = box.nextElementSibling;
            for (; text?.tagName === "text"; text = text.nextElementSibling)
                if (text.getBoundingClientRect().right > right) wide.push(text.textContent);
            return wide;
        })"""
    )
    assert too_wide == []


def test_a_high_picture_is_cut_between_rows(take: Take) -> None:
    own = [{"section": "actions", "text": f"{n} {'w' * 190}"} for n in range(12)]
    taken = take(answers(own=own))
    assert len(taken.sheets) > 1
    shown = [row["name"] for row in taken.model["rows"]]
    seen = [
        text.text
        for sheet in taken.sheets
        for text in ElementTree.fromstring(sheet["svg"]).iter(f"{SVG}text")
        if text.text in shown
    ]
    assert seen == shown
    assert [sheet["title"][-11:] for sheet in taken.sheets][:1] == [
        f"part 1 of {len(taken.sheets)}"
    ]

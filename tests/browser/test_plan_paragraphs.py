"""A text to paste into a proposal: it says who says what, what it rests on, and its limits."""

from __future__ import annotations

import pytest
from tests.support.made_plan import HOSTILE, answers, read, written_by
from tests.support.plan_files import Take

LENGTHS = ("short", "medium", "long")


def test_each_length_says_more(take: Take) -> None:
    short, medium, long = (len(" ".join(take().texts[length]).split()) for length in LENGTHS)
    assert short < medium < long


@pytest.mark.parametrize("length", LENGTHS)
def test_every_length_has_limits_warnings_and_source(take: Take, length: str) -> None:
    taken = take()
    text = "\n".join(taken.texts[length])
    for line in taken.section("theories")["lines"]:
        assert f"{line['text']} (a reading by The Garden, {line['key']})" in text
        assert line["limits"] in text
        page = "" if length == "short" else f", {line['url']}"
        assert f"{line['key']} version {line['version']}{page}" in text
    assert text.index("A warning: When A & B <meet>, T003") < text.index("T002 may hold")
    assert "It could do harm here." in text
    assert "In the words of The Garden: A good lead, not proof." in text
    assert f"Is it still current? {taken.plan['check']}" in text
    assert taken.plan["reuse"] in text


def test_studies_are_named_with_the_way_they_point(take: Take) -> None:
    (paragraph,) = (each for each in take().texts["long"] if "T002 may hold" in each)
    assert paragraph.endswith(
        "Studies that The Garden names, and which way each points: "
        "Ash and others, 2020 (supports; trial); Elm, 2021 (goes against; trial)."
    )


def test_what_will_be_done_says_whose_advice_it_is(take: Take) -> None:
    lines = {"T001-A1": {"text": "Do it our way"}}
    taken = take(answers(lines=lines, own=[{"section": "actions", "text": "Ask twice"}]))
    for length in ("medium", "long"):
        (paragraph,) = (each for each in taken.texts[length] if each.startswith("What will be"))
        assert paragraph == (
            "What will be done: Do 1 of T002 (advice by The Garden, T002-A1). "
            "First step: Begin 1 of T002. "
            "Do it our way. First step: Begin 1 of T001. (advice by The Garden) Ask twice."
        )


def test_the_long_one_has_what_is_missing_risks_signs_and_what_is_not_known(take: Take) -> None:
    taken = take()
    text = "\n".join(taken.texts["long"])
    for name in ("place", "risks", "signs", "unknowns"):
        for line in taken.section(name)["lines"]:
            assert f"{line['text']} (" in text
            assert line["more"] in text
    assert taken.plan["untested"] in text


@pytest.mark.parametrize("length", LENGTHS)
def test_no_sentence_of_ours_speaks_as_we_without_saying_who(take: Take, length: str) -> None:
    for paragraph in take().texts[length]:
        if "We know of no study" in paragraph:
            assert "in the words of The Garden" in paragraph
        assert "our advice" not in paragraph
        assert "our reading" not in paragraph


@pytest.mark.parametrize("text", HOSTILE)
def test_a_readers_words_stay_as_they_are(take: Take, text: str) -> None:
    taken = take(written_by(text))
    for length in LENGTHS:
        assert taken.texts[length][0].startswith(read(text))
        assert len(taken.texts[length]) == len(take(written_by("x")).texts[length])

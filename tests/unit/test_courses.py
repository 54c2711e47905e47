"""What course platforms take in: each answer is that of the record, with limits and source."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from tests.support.editions import URL, renderer
from tests.support.gift import Question, read_gift
from tests.support.gift_elsewhere import RefusedError, read_elsewhere

from theorybook.changes.versions import check_address
from theorybook.courses.course_files import ANKI, GIFT, SNIPPET, course_files
from theorybook.courses.platform_text import field, gift
from theorybook.courses.quiz import quiz
from theorybook.kinds import id_of
from theorybook.model.base import Placed
from theorybook.model.theory import Theory
from theorybook.site import Site


@pytest.fixture(scope="module")
def files(garden_site: Site) -> dict[str, str]:
    made = course_files(renderer(garden_site))
    return {name: content for name, content in made if isinstance(content, str)}


@pytest.fixture(scope="module")
def asked(garden_site: Site, files: dict[str, str]) -> dict[str, list[Question]]:
    return {
        theory.id: read_gift(files[f"train/lms/{theory.id}{GIFT}"])
        for theory in garden_site.theories
    }


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_right_voice_is_that_of_the_sentence(
    garden_site: Site, asked: dict[str, list[Question]]
) -> None:
    for theory in garden_site.theories:
        said = {squeezed(one.text): one.voice.value for _, one in theory.statements}
        found = [one for one in asked[theory.id] if one.asks.startswith("Whose sentence")]
        assert found
        for one in found:
            sentence = one.asks.removeprefix("Whose sentence is this? ")
            assert one.right == [said[sentence]]
            assert len({*one.right, *one.wrong}) == 4


def test_the_right_way_is_the_stance_of_the_evidence_in_force(
    garden_site: Site, asked: dict[str, list[Question]]
) -> None:
    for theory in garden_site.theories:
        ways = {one.title: one for one in asked[theory.id] if "-E" in one.title}
        assert [*ways] == [item.id for item in theory.evidence]
        for item in theory.evidence:
            one = ways[item.id]
            assert one.right == [item.stance.value]
            assert one.asks.endswith(squeezed(item.adds))
            assert squeezed(item.why) in one.feedback
            assert item.directness.value in one.feedback


def test_pieces_are_asked_for_and_what_is_arguable_is_told(
    garden_site: Site, asked: dict[str, list[Question]]
) -> None:
    theory = garden_site.theory("T001")
    (one,) = [each for each in asked["T001"] if each.pairs]
    assert len(one.pairs) == 4
    assert one.pairs["What the program does"] == "Sharing tools"
    arguable = [slot for slot in theory.slots.values()
                if any(part.placed is Placed.ARGUABLE for part in slot.parts)]  # fmt: skip
    assert 0 < len(arguable) < 4
    assert one.feedback == "Arguable, since the place is our reading: When, What changes."


def test_too_few_pieces_are_not_asked_for(garden_site: Site) -> None:
    theory = garden_site.theory("T001")
    unknown = theory.outcome
    slots = {name: unknown.model_copy(update={"parts": ()}) for name in ("context", "strategy")}
    made = quiz(garden_site, theory.model_copy(update=slots))
    assert made.pieces is None
    assert quiz(garden_site, theory).pieces


def test_each_file_has_limits_and_source(garden_site: Site, files: dict[str, str]) -> None:
    limits = renderer(garden_site).edition.limits
    for theory in garden_site.theories:
        id_ = id_of(theory)
        quiz_file = files[f"train/lms/{theory.id}{GIFT}"]
        assert gift(limits.of(id_)) in quiz_file
        assert f"version {theory.version}" in quiz_file
        cards = list(csv.reader(_rows(files[f"train/lms/{theory.id}{ANKI}"]), delimiter="\t"))
        assert limits.of(id_) in cards[0][2]
        for name in (f"train/lms/{theory.id}{SNIPPET}", f"embed/{theory.id}/index.html"):
            text = files[name]
            assert str(Markup.escape(limits.of(id_))) in text
            assert "A good lead, not proof." in text
            assert f"go/{theory.id}/" in text
            assert theory.headline.voice.value in text.lower()


def _rows(text: str) -> list[str]:
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def test_cards_have_an_id_each_that_stays(garden_site: Site, files: dict[str, str]) -> None:
    for theory in garden_site.everything.theories:
        text = files[f"train/lms/{theory.id}{ANKI}"]
        assert text.startswith("#separator:tab\n#html:false\n#guid column:1\n#tags column:4\n")
        cards = list(csv.reader(_rows(text), delimiter="\t"))
        assert {len(card) for card in cards} == {4}
        ids = [card[0] for card in cards]
        assert len({*ids}) == len(ids)
        assert all(id_.startswith(f"{URL}#{theory.id}") for id_ in ids)
        assert all(card[1] and card[2] and card[3] == theory.id for card in cards)


def test_text_to_paste_has_no_class_style_or_script(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name.endswith(SNIPPET):
            assert not any(sign in text for sign in ("<script", " class=", " style=", " id="))
            assert text.startswith("<h2>")


def test_the_text_and_the_card_ask_if_they_are_current(
    garden_site: Site, files: dict[str, str]
) -> None:
    theory = garden_site.theory("T002")
    asks = str(Markup.escape(URL + check_address(garden_site, id_of(theory))))
    assert asks in files[f"train/lms/{theory.id}{SNIPPET}"]
    assert f"Version {theory.version} of" in files[f"embed/{theory.id}/index.html"]


def test_a_retired_theory_says_so_in_each(garden_site: Site, files: dict[str, str]) -> None:
    retired = [one for one in garden_site.all_of(Theory) if one.retired]
    assert retired
    for theory in retired:
        assert theory.retired
        (only,) = read_gift(files[f"train/lms/{theory.id}{GIFT}"])
        assert "was retired on" in only.asks
        assert squeezed(theory.retired.why) in only.asks
        for form in (ANKI, SNIPPET):
            assert "etired on" in files[f"train/lms/{theory.id}{form}"]
        assert "Retired on" in files[f"embed/{theory.id}/index.html"]


def kept(files: dict[str, str], folder: Path) -> list[Path]:
    """Write each quiz into a folder."""
    made = {name.rpartition("/")[2]: text for name, text in files.items() if name.endswith(GIFT)}
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made]


def test_a_parser_of_somebody_else_reads_the_same(files: dict[str, str], tmp_path: Path) -> None:
    quizzes = kept(files, tmp_path)
    found = read_elsewhere(quizzes)
    assert found == [read_gift(file.read_text(encoding="utf-8")) for file in quizzes]
    assert any(one.pairs for each in found for one in each)


@pytest.mark.parametrize(
    ("old", "new"), [("\n}\n", "\n"), (" {\n", "\n"), ("::[plain]", "::[plain]{ ")]
)
def test_that_parser_refuses_a_quiz_that_is_broken(
    files: dict[str, str], tmp_path: Path, old: str, new: str
) -> None:
    quiz_file = kept(files, tmp_path)[0]
    text = quiz_file.read_text(encoding="utf-8")
    assert old in text
    quiz_file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RefusedError):
        read_elsewhere([quiz_file])


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_any_text_stays_text_in_a_quiz(text: str) -> None:
    words = squeezed(text).replace("->", "→") or "x"
    (one,) = read_gift(
        f"::a::[plain]{gift(text) or 'x'} {{\n=yes\n~no\n####{gift(text) or 'x'}\n}}"
    )
    assert one == Question("a", words, ["yes"], ["no"], {}, words)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_any_text_stays_text_on_a_card(text: str) -> None:
    row = "\t".join(("id", field(text), "back"))
    assert list(csv.reader([row], delimiter="\t")) == [["id", squeezed(text), "back"]]


def test_a_text_that_a_template_made_is_escaped_once() -> None:
    assert gift(Markup("A &amp; B &#39;c&#39; = {d}")) == r"A & B 'c' \= \{d\}"
    assert gift(Markup("&lt;b&gt; by <bdi>C</bdi>")) == "<b> by C"

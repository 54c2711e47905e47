"""Word for word: found as it stands, never with a letter changed, never half a word."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from theorybook.words.quotation_match import Span, closest, find

TEXT = "Peers said: “it's  hard”, and\nself-care (in 1.5 of 2 cafés) helps. שלום עולם 🌱 end."
CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from(
    list("aàb'’“-. 1,\u0301ֶ")
)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=40).map(
    lambda text: unicodedata.normalize("NFC", text)
)


def found(words: str, text: str = TEXT) -> str | None:
    """Return the piece of `text` that was found."""
    span = find(words, text)
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("words", "piece"),
    [
        ("Peers said", "Peers said"),
        ("“it's  hard”", "“it's  hard”"),
        ('"it’s hard"', "“it's  hard”"),
        ("  it's hard  ", "it's  hard"),
        ("and self-care", "and\nself-care"),
        ("and\n\n self-care", "and\nself-care"),
        ("in 1.5 of 2", "in 1.5 of 2"),
        ("cafe\u0301s", "cafés"),
        ("שלום עולם", "שלום עולם"),
        ("🌱", "🌱"),
        (TEXT, TEXT),
        ("end.", "end."),
        ("helps", "helps"),
    ],
)
def test_what_is_found(words: str, piece: str) -> None:
    assert found(words) == piece


@pytest.mark.parametrize(
    "words",
    [
        "peers said",
        "Peers  said;",
        "Peer",
        "eers said",
        "it s hard",
        "its hard",
        "hard and",
        "self care",
        "self",
        "care",
        "it",
        "s hard",
        "5 of 2",
        "in 1",
        "cafes",
        "café",
        "af\u00e9s",
        "helps ... end",
        "helps… end",
        "שלו",
        "",
        " ",
        "\x1c",
        "not there",
    ],
)
def test_what_is_not_found(words: str) -> None:
    assert find(words, TEXT) is None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("x", "x̂ is another letter"),
        ("क", "कि"),
        ("कि", "किताब"),
        ("\u0302 is", "x̂ is"),
        ("שלום", "שלוםְ"),
        ("peer staff", "non-peer staff"),
        ("the program'", "the program's end"),
        ("self-", "self-care"),
        (",5", "2,5"),
        ("1.", "1.5"),
    ],
)
def test_half_a_word_is_not_found(words: str, text: str) -> None:
    assert find(words, unicodedata.normalize("NFC", text)) is None


def test_a_whole_word_is_found_after_half_a_word() -> None:
    assert find("art", "start of art") == Span(9, 12)


@pytest.mark.parametrize("mark", ["“", "”", '"', "„"])
@pytest.mark.parametrize("other", ["“", "”", '"', "„"])
def test_quotation_marks_are_one(mark: str, other: str) -> None:
    assert find(f"{mark}yes{other}", f"a {other}yes{mark} b") == Span(2, 7)


@pytest.mark.parametrize("mark", ["’", "‘", "'"])
def test_apostrophes_are_one_and_no_quotation_marks(mark: str) -> None:
    assert find(f"it{mark}s", "so it's") is not None
    assert find(f"it{mark}s", 'so it"s') is None


@given(TEXTS, st.data())
def test_any_passage_between_spaces_is_found(text: str, data: st.DataObject) -> None:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    words = [span for span in words if not unicodedata.category(text[span[0]]).startswith("M")]
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    passage = text[words[first][0] : words[last][1]]
    # A mark at the start of the next word would belong to the space before it: cut before it.
    after = text[words[last][1] :].lstrip()[:1]
    assume(not after or not unicodedata.category(after).startswith("M"))
    span = find(passage.replace(" ", "  \n"), text)
    assert span is not None
    piece = text[span.start : span.end]
    assert " ".join(piece.split()) == " ".join(passage.split())


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(
    st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=8, unique=True),
    st.data(),
)
def test_a_passage_with_a_letter_changed_is_never_found(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    at = data.draw(st.sampled_from([i for i, char in enumerate(text) if char != " "]))
    change = data.draw(st.sampled_from(["Q", "", text[at].upper(), text[at] * 2]))
    changed = text[:at] + change + text[at + 1 :]
    assume(changed.split() != words[: len(changed.split())])
    assume(changed.split() != words[-len(changed.split()) :])
    assert find(changed, text) is None


@given(TEXTS, TEXTS)
def test_a_span_lies_in_the_text_and_says_the_words(words: str, text: str) -> None:
    span = find(words, text)
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert find(text[span.start : span.end], text) is not None


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("Peers sayd", "Peers said:"),
        ("self-car (in 1.5", "self-care (in 1.5"),
        ("HARD", "hard”,"),
        ("שלום עולן", "שלום עולם"),
        ("a " * 100, " ".join(TEXT.split())),
    ],
)
def test_the_closest_passage(words: str, passage: str) -> None:
    assert closest(words, TEXT) == passage


@pytest.mark.parametrize(("words", "text"), [("", "a b"), ("a", ""), (" ", " "), ("", "")])
def test_nothing_is_close_to_nothing(words: str, text: str) -> None:
    assert closest(words, text) == ""


@given(TEXTS, TEXTS)
def test_the_closest_passage_is_in_the_text(words: str, text: str) -> None:
    assert closest(words, text) in " ".join(text.split())

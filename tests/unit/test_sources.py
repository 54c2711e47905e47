"""Stored texts: head and text apart, and cut into pieces that together are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theorybook.data.sources import Segment, parse_source, segments
from theorybook.words.quotation_match import Span


def test_head_and_text_are_told_apart() -> None:
    source = parse_source("k", "data/sources/k.txt", "What: A: b\nLicence:  CC0 \n\nOne.\n\nTwo.\n")
    assert source.key == "k"
    assert source.file == "data/sources/k.txt"
    assert source.head == (("What", "A: b"), ("Licence", "CC0"))
    assert source.text == "One.\n\nTwo."


@pytest.mark.parametrize(
    "content",
    [
        "One paragraph only.",
        "Looks: like a head",
        "First paragraph.\n\nSecond.",
        "Name: value\nand a line that is none\n\nSecond.",
        "http://example.org/x\n\nSecond.",
        "",
    ],
)
def test_a_text_without_a_head_is_all_text(content: str) -> None:
    source = parse_source("k", "f", content)
    assert source.head == ()
    assert source.text == content


def test_a_head_may_leave_a_value_empty() -> None:
    assert parse_source("k", "f", "Note:\nLicence: CC0\n\nText").head == (
        ("Note", ""),
        ("Licence", "CC0"),
    )


def test_the_text_is_composed() -> None:
    assert parse_source("k", "f", "A: e\u0301\n\ncafe\u0301").text == "café"


@given(st.text(), st.data())
def test_segments_join_to_the_text(text: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(offsets, offsets), max_size=5))
    spans = [(f"Q{n}", Span(min(pair), max(pair))) for n, pair in enumerate(pairs)]
    pieces = segments(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    for name, span in spans:
        covered = "".join(piece.text for piece in pieces if name in piece.covers)
        assert covered == text[span.start : span.end]
        if covered:
            assert sum(name in piece.starts for piece in pieces) == 1


def test_overlapping_quotations() -> None:
    spans = [("a", Span(0, 3)), ("b", Span(2, 5))]
    assert segments("abcdef", spans) == (
        Segment("ab", ("a",), ("a",)),
        Segment("c", ("a", "b"), ("b",)),
        Segment("de", ("b",), ()),
        Segment("f", (), ()),
    )

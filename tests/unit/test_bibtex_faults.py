"""Slips in the braces, marks and commas of BibTeX: each told once, with a cure that cures."""

from __future__ import annotations

import pytest

from theorybook.bibliography.reading import parse_bibliography
from theorybook.problems import DataError

REST = "author = {Doe, Jane}, year = 2031"


@pytest.mark.parametrize(
    ("slip", "column", "says", "cure", "cured"),
    [
        ("{k, title={A } B}, REST}", 21, "braces of `title`", "one too many",
         "{k, title={A  B}, REST}"),
        ('{k, title="A "x" B", REST}', 20, "ends at a quotation mark", "put braces round",
         '{k, title={A "x" B}, REST}'),
        ('{k, title="A, edition="2", REST}', 29, "ends at a quotation mark", "mark that is missing",
         '{k, title="A", edition="2", REST}'),
        ("{k, title={A}, REST)", 54, "starts with `{` and ends with `)`", "end it with `}`",
         "{k, title={A}, REST}"),
        ("{k, pages=12-15, title={A}, REST}", 18, "goes on here", "`pages = {12-15}`",
         "{k, pages = {12-15}, title={A}, REST}"),
        ("{k, volume=1.5, title={A}, REST}", 18, "goes on here", "`volume = {1.5}`",
         "{k, volume = {1.5}, title={A}, REST}"),
        ("{doe 2020, title={A}, REST}", 11, "the key has a space", "`doe2020beds,`",
         "{doe2020beds, title={A}, REST}"),
        ("{k, title={A}; REST}", 19, "a semicolon", "write a comma", "{k, title={A}, REST}"),
        ("{k, title={A} REST}", 20, "a comma is missing after `title`", "put it there",
         "{k, title={A}, REST}"),
    ],
)  # fmt: skip
def test_what_follows_a_value_is_told_with_its_cure(
    slip: str, column: int, says: str, cure: str, cured: str
) -> None:
    with pytest.raises(DataError) as caught:
        parse_bibliography("@book" + slip.replace("REST", REST), "r.bib")
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("B01", 1, column)
    assert says in problem.message
    assert cure in problem.fix
    assert len(parse_bibliography("@book" + cured.replace("REST", REST), "r.bib")) == 1


def test_an_entry_that_a_note_quotes_is_no_entry() -> None:
    note = "see\n  @article{x, y={z}}"
    assert [*parse_bibliography(f"@book{{k, title={{A}}, note={{{note}}}, {REST}}}", "r")] == ["k"]

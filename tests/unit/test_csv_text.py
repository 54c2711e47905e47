"""CSV: no spreadsheet takes a text for a formula, and every text can be had back."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from theorybook.exports.csv_text import csv_text, guarded

# The rule as the page about the data has it, for who reads a file.
RULE = re.compile(r"'+(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
SIGNS = "=+-@＝＋－＠"


def original(cell: str) -> str:
    return cell[1:] if RULE.match(cell) else cell


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\t", "\n", "\r", "\xa0", "\u3000", " \t "])
def test_a_formula_gets_an_apostrophe(before: str, sign: str) -> None:
    assert guarded(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("start", ["\t", "\r"])
def test_so_does_what_begins_with_a_tab_or_a_return(start: str) -> None:
    assert guarded(f"{start}words") == f"'{start}words"


@pytest.mark.parametrize("text", ["", "words", "1.10", "'tis", "''", "a=1", "x\n=1", "–", "“=”"])
def test_any_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet=st.one_of(st.sampled_from(f"'{SIGNS} \t\r\n,;\"a"), st.characters())))
@example("'=1")
@example("''\t")
@example("' +")
def test_a_reader_gets_every_text_back(text: str) -> None:
    cell = guarded(text)
    assert original(cell) == text
    assert not cell.lstrip().startswith(tuple(SIGNS))
    assert not cell.startswith(("\t", "\r"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_a_table_is_read_back(cells: list[str]) -> None:
    text = csv_text(["one", "two"], [cells])
    read = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8-sig", newline="")
    head, row = csv.reader(read)
    assert head == ["one", "two"]
    assert [original(cell) for cell in row] == cells


def test_a_mark_says_that_it_is_utf_8_and_lines_end_as_the_standard_asks() -> None:
    text = csv_text(["one"], [["é, “x”"]])
    assert text.encode() == b"\xef\xbb\xbf" + 'one\r\n"é, “x”"\r\n'.encode()

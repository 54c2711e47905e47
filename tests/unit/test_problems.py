"""Problems: how they are told, and that every code is explained and provoked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from theorybook.codes import CODES, Code
from theorybook.problems import DataError, Place, Problem

NAMES = [code.code for code in CODES]


def test_a_problem_is_one_line_with_place_code_and_cure() -> None:
    problem = Problem(Place("data/a.yaml", 18, 16), "Q01", "these words are not there", "copy them")
    assert str(problem) == "data/a.yaml:18:16: Q01 these words are not there; fix: copy them"


def test_an_error_sorts_by_place_and_tells_each_problem_once() -> None:
    late, early, other = (
        Problem(Place("b", 10, 1), "M01", "m", "f"),
        Problem(Place("b", 9, 12), "M01", "m", "f"),
        Problem(Place("a", 99, 1), "M01", "m", "f"),
    )
    error = DataError([late, early, other, late])
    assert error.problems == (other, early, late)
    assert str(error).splitlines() == [str(other), str(early), str(late)]


def test_codes_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("code", CODES, ids=NAMES)
def test_a_code_is_explained(code: Code) -> None:
    assert re.fullmatch(r"[A-Z][0-9]{2}", code.code)
    assert code.means.endswith(".")
    assert code.cure.endswith(".")


def test_the_core_raises_no_code_that_is_not_explained(root: Path) -> None:
    text = "".join(
        file.read_text(encoding="utf-8") for file in (root / "hooks/theorybook").rglob("*.py")
    )
    assert set(re.findall(r'"([A-Z][0-9]{2})"', text)) == set(NAMES)

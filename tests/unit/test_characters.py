"""Characters that nobody sees are refused wherever they hide, with place, name and cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theorybook.data.characters import first_refused, unseen_characters
from theorybook.data.marked_yaml import parse
from theorybook.problems import DataError, Problem

if TYPE_CHECKING:
    from tests.conftest import Project

REFUSED = [
    "\x00", "\x01", "\x08", "\x0b", "\x0c", "\x0d", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9f",
    "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufdd0", "\ufdef",
    "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ud800", "\udfff",
]  # fmt: skip
HONEST = "\t\n aé\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060שלום\u0301🌱\ufffd\U0010fffd"


@pytest.mark.parametrize("character", REFUSED, ids=ascii)
def test_what_nobody_sees_is_refused_with_its_place(character: str) -> None:
    (problem,) = unseen_characters(f"a\nbc{character}d{character}", "f")
    assert str(problem.place) == "f:2:3"
    assert f"U+{ord(character):04X}" in problem.message
    assert "1 more times" in problem.message
    assert problem.fix.startswith("take it out")


def test_honest_text_is_taken() -> None:
    assert first_refused(HONEST) == ""


def told(text: str) -> list[Problem]:
    """Return what reading a text as YAML complains about."""
    with pytest.raises(DataError) as caught:
        parse(text, "f.yaml")
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("escape", "name"),
    [
        (r"\x00", "U+0000"),
        (r"\0", "U+0000"),
        (r"\e", "U+001B"),
        (r"\r", "U+000D"),
        (r"\N", "U+0085"),
        (r"\L", "U+2028"),
        (r"\u202e", "U+202E (right-to-left override)"),
        (r"\U0000feff", "U+FEFF"),
    ],
)
def test_escapes_hide_nothing(escape: str, name: str) -> None:
    (value,) = told(f'a: b\nc: "x{escape}y"\n')
    assert (str(value.place), value.code) == ("f.yaml:2:4", "Y06")
    assert name in value.message
    (key,) = told(f'a: b\n"x{escape}y": c\n')
    assert (str(key.place), key.code) == ("f.yaml:2:1", "Y06")


def test_escapes_of_tabs_and_line_ends_are_taken() -> None:
    assert parse(r'a: "b\tc\nd"', "f").data == {"a": "b\tc\nd"}


@pytest.mark.parametrize(
    "file",
    [
        "data/site.yaml",
        "data/theories.yaml",
        "data/references.bib",
        "data/published.json",
        "data/sources/example2031beds.txt",
        "docs/about/index.md",
    ],
)
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\u2028", "\uffff"], ids=ascii)
def test_no_file_hides_any(project: Project, file: str, character: str) -> None:
    path = project.root / file
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] += character
    path.write_text("\n".join(lines), encoding="utf-8")
    (problem,) = project.problems()
    assert problem.code == "Y06"
    assert (problem.place.file, problem.place.line) == (file, 3)
    assert problem.place.column == len(lines[2])


def test_the_list_of_what_was_published_hides_none_by_escapes(project: Project) -> None:
    path = project.root / "data/published.json"
    path.write_text('{"records": {}, "versions": {}, "addresses": ["a\\ud800/"]}', encoding="utf-8")
    assert [problem.code for problem in project.problems()] == ["Y04"]

"""What stands between two lines of `---` at the start of a hand-written page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from theorybook.data.datafiles import read_text
from theorybook.data.guesses import nearest
from theorybook.data.hand_written import hand_written
from theorybook.data.marked_yaml import Marked, parse
from theorybook.problems import DataError, Place, Problem

# The same as MkDocs takes for it. Where it is no YAML, MkDocs shows it to readers as text.
_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
_FIELDS = ("title", "description", "other_names", "in_parts")
# Fields of MkDocs and its theme that are no slips of ours. A field that is like none may be any.
_OF_OTHERS = frozenset({"subtitle", "template", "tags", "date", "icon", "status", "hide", "search"})
_TEXTS, _LIST, _SWITCH = ("title", "description"), "other_names", "in_parts"
_YES_OR_NO = ("true", "false", "yes", "no", "on", "off")
_DASHES = re.compile(r"[-\u2010-\u2015]{2,}[ \t]*")
_OPENED = re.compile(rf"\s*{_DASHES.pattern}\n(?=[a-z_]+ *:)")
# Fields, what goes on below them, and comments and blank lines above them: what follows the last
# one is the text of the page, or the end that is not as it has to be.
_IN_FRONT = re.compile(
    r"(?:(?:#.*\n|[ \t]*\n(?=(?:title|description|other_names|in_parts) *:))*"
    r"(?:[\w-]+ *:|[ \t]+\S|- |[\]}]).*\n)*"
)
_NEEDED = "---"


def faulty_front_matter(docs: Path) -> Iterator[Problem]:
    """Yield everything wrong with how hand-written pages start, and pages that cannot be read.

    Args:
        docs: the folder of hand-written pages.
    """
    for page in hand_written(docs):
        if page.is_page:
            try:
                text = read_text(docs, page.place.file.removeprefix(f"{docs.name}/"))
            except DataError as error:
                yield from error.problems
                continue
            yield from _faults(text, page.place.file)


def _faults(text: str, file: str) -> Iterator[Problem]:
    found = _FRONT_MATTER.match(text)
    if not found:
        yield from _faulty_lines(text, file)
        return
    try:
        marked = parse(found[1], file)
    except DataError as error:
        # A line of dashes farther down was taken for its end.
        unclosed = [*_faulty_lines(text, file)] if "\n\n" in found[1] else []
        yield from unclosed or (replace(p, place=_below(p.place)) for p in error.problems)
        return
    for problem in _faulty_fields(marked):
        yield replace(problem, place=_below(problem.place))


def _below(place: Place) -> Place:
    """Return a place with the line of `---` above it counted."""
    return place._replace(line=place.line + 1)


def _faulty_lines(text: str, file: str) -> Iterator[Problem]:
    """Yield which of the two lines of `---` is not as it has to be, where fields follow."""
    opened = _OPENED.match(text)
    lines = text.split("\n")
    first = text[: opened.end()].count("\n") if opened else 0
    if not opened:
        if any(lines[0].startswith(f"{name}:") for name in _FIELDS):
            yield _line_missing(file, 1)
    elif first > 1:
        message = "the fields of a page start in its first line, with `---`"
        yield Problem(Place(file), "Y01", message, "take out the empty lines above")
    elif lines[0].rstrip() != _NEEDED:
        yield _other_dashes(file, 1, lines[0])
    else:
        fields = _IN_FRONT.match(text, opened.end())
        end = first + (fields[0].count("\n") if fields else 0)
        if lines[end].rstrip() in (_NEEDED, "..."):
            return
        is_other = _DASHES.fullmatch(lines[end])
        yield _other_dashes(file, end + 1, lines[end]) if is_other else _line_missing(file, end + 1)


def _line_missing(file: str, line: int) -> Problem:
    message = "the fields of a page stand between two lines of `---`, and one is missing here"
    return Problem(Place(file, line), "Y01", message, "write a line of `---` above this one")


def _other_dashes(file: str, line: int, typed: str) -> Problem:
    message = f"the fields of a page stand between two lines of `---`, and not `{typed.rstrip()}`"
    return Problem(Place(file, line), "Y01", message, "write three plain hyphens, `---`")


def _faulty_fields(marked: Marked) -> Iterator[Problem]:
    if not isinstance(marked.data, dict):
        message = "a name, a colon and a text are wanted here, such as `title: Limits`"
        yield Problem(marked.place(()), "M03", message, "write them, or take the line out")
        return
    for name, value in marked.data.items():
        if name in _FIELDS:
            fault = _fault(name, value)
            if fault:
                code, reason, fix = fault
                yield Problem(marked.value_place((name,)), code, f"`{name}` {reason}", fix)
        elif name not in _OF_OTHERS and (near := nearest(name.lower(), _FIELDS)):
            message = f"there is no field `{name}` here (did you mean `{near}`?)"
            yield Problem(marked.place((name,)), "M01", message, f"write `{near}`")


def _fault(name: str, value: object) -> tuple[str, str, str] | None:
    """Return the code of what is wrong with a field, what it is, and the cure."""
    if value in (None, ""):
        return "M02", "is empty", "write it, or take the line out"
    if name in _TEXTS and not isinstance(value, str):
        return "M03", "has to be a text", "write one; put quotation marks round brackets"
    if name == _LIST and not _is_list_of_texts(value):
        return "M03", "has to be a list", "put `[ ]` round its words, with commas between them"
    if name == _SWITCH and str(value).lower() not in _YES_OR_NO:
        return "M03", "has to be `true` or `false`", "write `true`, or take the line out"
    return None


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)

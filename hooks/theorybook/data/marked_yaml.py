"""YAML with places: text in; plain data and the line and column of any part of it out.

Every scalar stays the string that was typed (`no`, `on` and `1.10` included): the model
decides what it means. Duplicate keys, anchors, aliases and tags are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from theorybook.data.marks import NOTHING, Mark, Path, nearest
from theorybook.data.slips import find_slip
from theorybook.data.slips.given_up import GivenUp
from theorybook.data.yaml_reader import Plain, YamlReader, events
from theorybook.problems import DataError, Place, Problem

_NUMBER_SIGN = re.compile(r"#(?<=\s#)")
_OURS_ALONE = ("Y03", "Y08")
_SYNTAX_CURE = (
    "look at this line and the one above: indent with spaces, and put quotes round "
    "a text that holds `: ` or starts with a sign"
)


@dataclass(frozen=True, eq=False)  # to compare two would take as long as to read them
class Marked:
    """Plain data with the place of each part; `text` is all that the file holds."""

    data: Plain
    file: str
    marks: Mark = NOTHING
    text: str = ""

    def has(self, path: Path) -> bool:
        """Whether there is something at `path`, be it empty."""
        return nearest(self.marks, path)[2]

    def place(self, path: Path) -> Place:
        """Return where `path` stands, or the nearest part of it that is in the file.

        A field stands where its key does, an item of a list where it starts.
        """
        key, _, _ = nearest(self.marks, path)
        return Place(self.file, *key)

    def value_place(self, path: Path) -> Place:
        """Return where the value at `path` starts, or the place of the nearest part."""
        key, value, is_there = nearest(self.marks, path)
        return Place(self.file, *(value if is_there else key))


def parse(text: str, file: str, is_ours: bool = True) -> Marked:
    """Read one YAML document.

    Args:
        text: the document.
        file: the name that places carry.
        is_ours: whether only we read it. Another program may know tags and aliases, whose values
            are then left out, and comments behind texts are meant.

    Returns:
        Its data, with places.

    Raises:
        DataError: it is not valid YAML, or uses what we leave out (Y01, Y02, Y03), or
            has text that is lost (Y08).
    """
    problems: list[Problem] = []
    data: Plain = {}
    marks = NOTHING
    try:
        reader = YamlReader(text, file)
        data, marks = reader.document()
        problems = [*reader.problems, *_lost_texts(text, file)]
        if not is_ours:
            problems = [problem for problem in problems if problem.code not in _OURS_ALONE]
    except yaml.YAMLError as error:
        problems = [_syntax_problem(error, text, file)]
    if problems:
        raise DataError(problems)
    return Marked(data, file, marks, text)


def _lost_texts(text: str, file: str) -> Iterator[Problem]:
    """Yield each text whose rest YAML takes for a comment. Comments stand on lines of their own."""
    if not any(_stands_behind(text, found.start()) for found in _NUMBER_SIGN.finditer(text)):
        return
    lines = text.split("\n")
    for event in events(text):
        if isinstance(event, yaml.ScalarEvent) and not event.style and event.value:
            line, column = _end(event)
            comment = re.match(r"\s+(?=#)", lines[line][column:]) if line < len(lines) else None
            if comment:
                place = Place(file, line + 1, column + comment.end() + 1)
                message = "what stands behind ` #` is a comment to YAML, and no reader would see it"
                fix = "put quotation marks round the text, or the comment on a line of its own"
                yield Problem(place, "Y08", message, fix)


def _stands_behind(text: str, at: int) -> bool:
    """Whether there is something before a spot in its line; it may be in a quoted text."""
    return bool(text[text.rfind("\n", 0, at) + 1 : at].strip())


def _end(event: Any) -> tuple[int, int]:
    return event.end_mark.line, event.end_mark.column


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        place = _character_place(error, text, file)
    else:
        opened = (context.line, context.column) if context else None
        within = getattr(error, "context", None) or ""
        slip = find_slip(GivenUp(text, mark.line, mark.column, within, opened))
        if slip:
            place = Place(file, slip.line, slip.column)
            return Problem(place, "Y01", f"this is not valid YAML: {slip.reason}", slip.fix)
        # What is open to the end of the file is to be mended where it starts.
        mark = (mark.index >= len(text.rstrip()) and context) or mark
        place = _within(Place(file, mark.line + 1, mark.column + 1), text)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return Problem(place, "Y01", f"this is not valid YAML ({reason})", _SYNTAX_CURE)


def _within(place: Place, text: str) -> Place:
    """Move a place after the last line, where an unfinished file fails, to that line's end."""
    lines = text.splitlines() or [""]
    if place.line <= len(lines):
        return place
    return Place(place.file, len(lines), len(lines[-1]) + 1)


def _character_place(error: yaml.YAMLError, text: str, file: str) -> Place:
    """Find a character YAML does not allow: its error knows the byte, not the line."""
    position = getattr(error, "position", 0) or 0
    before = text.encode("utf-8", "surrogatepass")[:position].decode("utf-8", "ignore")
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))

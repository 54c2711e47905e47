"""A text that is no YAML, and the spot where the parser gave up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

FIELD = re.compile(r"^(?P<indent>\s*)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_]\w*)(?P<rest>.*)$")
QUOTES = 'straight quotation marks, such as `"so"`'
_KEYS = re.compile(r"(?:^ *(?:- +)*|[{,] *)([a-z_]+):(?=\s|$)", re.MULTILINE)
# How far above the place where the parser gave up a slip is looked for.
_ABOVE = 3


@dataclass(frozen=True)
class Slip:
    """A slip: line and column, counted from 1, what is wrong, and the cure."""

    line: int
    column: int
    reason: str
    fix: str


@dataclass(frozen=True)
class GivenUp:
    """A text, and where the parser gave up: line and column counted from 0, and in what."""

    text: str
    line: int
    column: int
    within: str = ""
    opened: tuple[int, int] | None = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every name of a field that the file has."""
        return frozenset(_KEYS.findall(self.text))

    @property
    def here(self) -> str:
        """The line where the parser gave up."""
        return self.line_at(self.line)

    @property
    def near(self) -> list[tuple[int, str]]:
        """That line and those just above it, the last one first; comments are passed over."""
        start = max(0, self.line - _ABOVE)
        found = [*enumerate(self.lines)][start : self.line + 1]
        return [(n, line) for n, line in reversed(found) if not line.lstrip().startswith("#")]

    def starting(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield which of the lines near start with a pattern, the last one first."""
        for number, line in self.near:
            if found := pattern.match(line):
                yield number, found

    @property
    def nameless(self) -> int | None:
        """The line of something that should be a name with a colon behind it, if that is it."""
        return self.opened[0] if "simple key" in self.within and self.opened else None

    def sign(self, line: int, column: int) -> str:
        """Return the sign at a spot, or nothing."""
        return self.line_at(line)[column : column + 1]

    def line_at(self, number: int) -> str:
        """Return a line; a parser can give up behind the last one."""
        return self.lines[number] if number < len(self.lines) else ""

    def above(self, number: int) -> list[tuple[int, str]]:
        """Return the lines above one that are not empty and no comments, the last one first."""
        found = reversed([*enumerate(self.lines)][:number])
        return [(n, line) for n, line in found if line.strip() and line.lstrip()[0] != "#"]


def indent(line: str) -> int:
    """Return how far in a line starts; a dash counts as the spaces that stand for it."""
    lead = re.match(r" *(?:- +)*", line)
    return len(lead[0]) if lead else 0


def spaces(count: int) -> str:
    """Return a number of spaces in words."""
    return f"{count} space" if count == 1 else f"{count} spaces"

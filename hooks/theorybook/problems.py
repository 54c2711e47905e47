"""What can be wrong with the data, and how it is told to the person who can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_LONGEST_TYPED = 120
_TYPED = re.compile("`([^`]*)`")
_WORD = re.compile(r"\S{200,}")


class Place(NamedTuple):
    """A spot in a file: path from the project's root, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where, the short code, what is wrong, what to do."""

    place: Place
    code: str
    message: str
    fix: str

    def __str__(self) -> str:
        """On one line, whatever was typed: a name from the data may be long, or hold line ends."""
        said = f"{self.code} {self.message}; fix: {self.fix}"
        said = _TYPED.sub(_shortened, said)
        said = _WORD.sub(lambda word: f"{word[0][:_LONGEST_TYPED]}...", said)
        return f"{self.place}: {' '.join(said.split())}"


def _shortened(typed: re.Match[str]) -> str:
    whole = typed[0]
    return whole if len(whole) <= _LONGEST_TYPED else f"{whole[:_LONGEST_TYPED]}...`"


class DataError(Exception):
    """The data cannot be published. Carries every problem found, sorted by place.

    `notes` are what deserves a look besides, and stops nothing.
    """

    def __init__(self, problems: Iterable[Problem], notes: Iterable[Problem] = ()) -> None:
        self.problems = tuple(sorted(set(problems)))
        self.notes = tuple(sorted(set(notes)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

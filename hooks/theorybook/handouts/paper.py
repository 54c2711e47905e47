"""The papers that handouts are made for."""

from __future__ import annotations

from typing import NamedTuple


class Paper(NamedTuple):
    """A paper: its name in addresses and for readers, its size, and how much may stand on it.

    `points` is the size of letters. Large print is 18 points, has a sheet of its own, and never is
    an enlargement of the other; both sides of the sheet may be full.
    """

    name: str
    label: str
    size: str
    points: int
    sides: int


_ORDINARY, _LARGE = (12, 1), (18, 2)
PAPERS = (
    Paper("a4", "A4", "a4", *_ORDINARY),
    Paper("letter", "Letter", "us-letter", *_ORDINARY),
    Paper("a4-large", "A4, large print", "a4", *_LARGE),
    Paper("letter-large", "Letter, large print", "us-letter", *_LARGE),
)

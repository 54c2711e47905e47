"""Which way a text runs: Hebrew or Arabic names among other words keep to themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Unicode's first strong isolate, and the end of it: they hold what HTML's <bdi> holds.
_ISOLATE, _END = "\u2068", "\u2069"
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_MARK = re.compile(f"[{_ISOLATE}{_END}]")
_RIGHT_TO_LEFT = re.compile(_LETTER)
# Words that run to the left, and what joins them; a comma or a figure is left to the line.
_WORDS = re.compile(rf"({_LETTER}+(?:[ \-'’״׳\"]+{_LETTER}+)*)")


@dataclass(frozen=True)
class Run:
    """A piece of a line; one that is `isolated` does not turn what stands beside it."""

    text: str
    isolated: bool


def isolated(text: str) -> str:
    """Mark a name or a title that has letters which run to the left."""
    return f"{_ISOLATE}{text}{_END}" if _RIGHT_TO_LEFT.search(text) else text


def without_isolates(line: str) -> str:
    """Return a line without these marks, to be copied."""
    return line.replace(_ISOLATE, "").replace(_END, "")


def runs(line: str) -> list[Run]:
    """Take a line apart at these marks, or else at the words that run to the left."""
    pieces = (_MARK if _ISOLATE in line else _WORDS).split(line)
    return [Run(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece]

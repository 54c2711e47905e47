"""A text of BibTeX where it stands in no braces, which keep together what is in them."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\\?.", re.DOTALL)


def split(text: str, at: re.Pattern[str]) -> list[str]:
    """Split a text where a pattern stands outside braces."""
    parts, start = [], 0
    for match in at.finditer(outside_braces(text)):
        parts.append(text[start : match.start()])
        start = match.end()
    return [*parts, text[start:]]


def outside_braces(text: str) -> str:
    """Return a text as long as this, with a null for each sign that braces or a backslash hold."""
    kept, depth = [], 0
    for piece in _PIECE.findall(text):
        depth += {"{": 1, "}": -1}.get(piece, 0)
        is_out = not depth and piece != "}" and (len(piece) == 1 or piece == r"\&")
        kept.append(piece if is_out else "\0" * len(piece))
    return "".join(kept)

"""What somebody may have meant by a word that is not known."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

# Ids such as T003 and T003-Q1. Some type the letter O for a nought, or leave noughts out.
_NUMBERED = re.compile(r"([A-Z])([0-9O]+)(?:-([A-Z])([0-9O]+))?", re.IGNORECASE)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean X?)` for the known word nearest to `word`, or nothing."""
    near = nearest(word, known)
    return f" (did you mean `{near}`?)" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None if none is like it.

    A number tells one record from another, so an id is only like one of the same number.
    """
    number = _number(word)
    if number:
        return next((each for each in sorted(known) if _number(each) == number), None)
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def _number(word: str) -> tuple[str, ...] | None:
    """Return the letters and numbers of an id in one form, or None for another word."""
    found = _NUMBERED.fullmatch(word)
    parts = found.groups(default="") if found else ()
    return tuple(part.upper().replace("O", "0").lstrip("0") for part in parts) or None

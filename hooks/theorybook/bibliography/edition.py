"""Which edition a book is, as its bibliography says it."""

from __future__ import annotations

import re

_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip
# Each style adds the word itself.
_WORD = re.compile(r"\s*\b(?:ed(?:ition|n)?|aufl(?:age)?|éd(?:ition)?)\b\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th|\.|ª|a|e|ème)?", re.IGNORECASE | re.ASCII)


def edition(typed: str) -> str:
    """Return the number of an edition, such as 2 of `Second Edition`; what has none, as it is."""
    bare = typed
    while (word := _WORD.search(bare)) and word.start() and word.end() == len(bare):
        bare = bare[: word.start()]
    number = _NUMBER.fullmatch(bare)
    return number[1] if number else _ORDINALS.get(bare.lower(), bare)

"""The order that readers expect: Á with A, small letters with capitals, signs left aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

SortKey = tuple[tuple[str, ...], str, str]
# Letters that Unicode does not take apart into a letter and a mark.
_ALONE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def folded(text: str) -> str:
    """Return a text by its letters and figures alone, without marks, with single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_ALONE)
    kept = (sign for sign in apart if not unicodedata.combining(sign))
    words = "".join(sign if sign.isalnum() else " " for sign in kept if sign not in "'’ʼ-‐")
    return " ".join(words.split())


def sort_key(names: Iterable[str], year: str, title: str) -> SortKey:
    """Return where a publication stands in a list.

    Args:
        names: the family names of its authors. Particles count: `de Beer` is under D, as it is
            shown.
        year: as it is shown.
        title: tells two of one year apart.
    """
    return tuple(map(folded, names)), year, folded(title)

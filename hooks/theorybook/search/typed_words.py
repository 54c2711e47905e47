"""Words and ids as search compares them. `words.js` and `ids.js` do the same: change both."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
_ZEROS = re.compile(r"(?<=[^\W\d_])0+(?=\d)")


def words_in(text: str) -> list[str]:
    """Return the words of a text, without capitals, accents and apostrophes."""
    return _WORD.findall(re.sub("['\u2019]", "", _plain(text)))


def compared_id(text: str) -> str:
    """Return an id as it is compared: T2 and t002 are T002, and a hyphen may be missing."""
    return _ZEROS.sub("", _BETWEEN.sub("", _plain(text)))


def _plain(text: str) -> str:
    if not text.isascii():
        marked = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in marked if not unicodedata.category(sign).startswith("M"))
    return text.lower()

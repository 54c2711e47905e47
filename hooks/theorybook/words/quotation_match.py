"""Word for word: does a quotation stand in a text, and if not, what comes closest?

The differences allowed are published on the site: Unicode NFC, runs of white space, straight
or curly quotation marks. Nothing else.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Where a cut goes through a word (`|`): between letters, or at what joins two of them, as in
# self-care and it's; or at the point or comma in a number. Marks on letters count as letters.
_THROUGH_A_WORD = re.compile(r"\w\|\w|\w\|[-‐‑']\w|\w[-‐‑']\|\w|\d\|[.,]\d|\d[.,]\|\d")
_QUOTE_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})


@dataclass(frozen=True)
class Span:
    """A stretch of a text: offsets of its first character and of the one after its last."""

    start: int
    end: int


def find(words: str, text: str) -> Span | None:
    """Find the words in a text, letter by letter, as whole words.

    Args:
        words: the quotation.
        text: the source, in Unicode NFC.

    Returns:
        Where they stand in `text`, or None.
    """
    needle, _ = _fold(unicodedata.normalize("NFC", words).strip())
    if not needle:
        return None
    haystack, offsets = _fold(text)
    start = haystack.find(needle)
    while start != -1:
        end = start + len(needle)
        if not _cuts_a_word(haystack, start) and not _cuts_a_word(haystack, end):
            return Span(offsets[start], offsets[end - 1] + 1)
        start = haystack.find(needle, start + 1)
    return None


def closest(words: str, text: str) -> str:
    """Return the passage of `text` most like `words`, of about the same number of words.

    Likeness is the ratio of Ratcliff and Obershelp, as `difflib` computes it.
    """
    wanted = words.split()
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    size = min(len(wanted), len(spans))
    if size == 0:
        return ""
    matcher = difflib.SequenceMatcher(autojunk=False, b=" ".join(wanted).lower())
    best, best_ratio = "", -1.0
    for first in range(len(spans) - size + 1):
        passage = text[spans[first][0] : spans[first + size - 1][1]]
        matcher.set_seq1(passage.lower())
        if matcher.quick_ratio() > best_ratio and (ratio := matcher.ratio()) > best_ratio:
            best, best_ratio = passage, ratio
    return " ".join(best.split())


@lru_cache(maxsize=256)  # the texts of sources, in which many quotations are looked for
def _fold(text: str) -> tuple[str, list[int]]:
    """Fold what may differ; return the folded text and each character's offset in `text`."""
    folded: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        if char.isspace():
            if folded and folded[-1] == " ":
                continue
            char = " "
        folded.append(char.translate(_QUOTE_MARKS))
        offsets.append(offset)
    return "".join(folded), offsets


def _cuts_a_word(text: str, at: int) -> bool:
    if at < len(text) and _is_mark(text[at]):
        return True
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    around = "".join("a" if _is_mark(char) else char for char in f"{before}|{after}")
    return _THROUGH_A_WORD.search(around) is not None


def _is_mark(char: str) -> bool:
    """Whether a character belongs to the letter before it, such as an accent or a vowel sign."""
    return unicodedata.category(char).startswith("M")

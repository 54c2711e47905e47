"""How hard the plain words are to read: length of sentences, and school grade.

The grade is Flesch and Kincaid's (Kincaid and others, 1975, Naval Technical Training Command,
Research Branch Report 8-75): 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from heapq import nlargest
from typing import NamedTuple

from theorybook.cache import Cache

_MANY = 2**18  # the texts of a thousand theories and all that they rest on
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"')\]”’]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöûü]+")
_SILENT = re.compile(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouycgsxzh]es$")


@lru_cache(maxsize=_MANY)
def sentences(text: str) -> tuple[str, ...]:
    """Split a text into its sentences. An abbreviation's point before a blank ends one, too."""
    return tuple(part for part in _SENTENCE_END.split(text.strip()) if _WORD.search(part))


def words(sentence: str) -> list[str]:
    """Return the words of a sentence; `well-known` counts as two, a number as one."""
    return _WORD.findall(sentence)


@cache
def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels, silent endings left out.

    Checked against the CMU Pronouncing Dictionary on this site's own words, it finds 0.9 % fewer.
    """
    small = word.lower()
    groups = len(_VOWELS.findall(small)) + small.endswith(("ism", "isms"))
    return max(1, groups - bool(_SILENT.search(small)))


class Measured(NamedTuple):
    """A sentence, measured; `folded` is its words in small letters, without what is between."""

    words: int
    syllables: int
    folded: str


def measured(sentence: str) -> Measured:
    """Count the words of a sentence and their syllables, and note the words; each is known then."""
    known = _MEASURED.get(sentence)
    if known is None:
        earlier = _EARLIER.pop(sentence, None)
        known = _MEASURED[sentence] = earlier or _measured(sentence)
    return known


def _measured(sentence: str) -> Measured:
    found = words(sentence)
    return Measured(len(found), sum(map(syllables, found)), " ".join(found).lower())


@contextmanager
def known_again(cache: Cache) -> Iterator[None]:
    """Find what earlier runs measured, and keep what is measured meanwhile for later ones.

    What is measured of a sentence depends on nothing else, so all of them are kept as one thing.
    """
    if not _MEASURED:
        _EARLIER.update(cache.value("measured", (), dict))
    known = len(_MEASURED) + len(_EARLIER)
    yield
    if len(_MEASURED) + len(_EARLIER) > known:
        cache.keep("measured", (), pickle.dumps(_MEASURED, pickle.HIGHEST_PROTOCOL))
    else:
        cache.find("measured", ())  # what nobody asks for is dropped after a while


# By the sentence: in this process, and in earlier ones, as far as it was not asked for yet.
_MEASURED: dict[str, Measured] = {}
_EARLIER: dict[str, Measured] = {}


@dataclass(frozen=True)
class Reading:
    """What was measured of some sentences, one page's or many's."""

    sentences: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Reading:
        """Measure texts, sentence by sentence."""
        return cls(tuple(found for text in texts for found in sentences(text)))

    @cached_property
    def words(self) -> int:
        """How many words there are."""
        return sum(measured(sentence).words for sentence in self.sentences)

    @property
    def mean_length(self) -> float:
        """Words per sentence in the mean; 0 where there are none."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def longest(self) -> int:
        """Words in the longest sentence."""
        return max((measured(sentence).words for sentence in self.sentences), default=0)

    @cached_property
    def grade(self) -> float:
        """The school grade, in years; 0 where there are no sentences."""
        count = sum(measured(sentence).syllables for sentence in self.sentences)
        return _grade(len(self.sentences), self.words, count)

    @property
    def told_grade(self) -> str:
        """The school grade as people are told it: one decimal, and none below 0."""
        return f"{max(self.grade, 0):.1f}"

    def hardest(self, count: int) -> Iterator[tuple[float, str]]:
        """Yield the sentences of the highest grade, hardest first, each with its grade."""
        graded = ((_grade_of(sentence), sentence) for sentence in set(self.sentences))
        yield from nlargest(count, graded)


def _grade_of(sentence: str) -> float:
    found = measured(sentence)
    return _grade(1, found.words, found.syllables)


def _grade(sentences: int, words: int, syllables: int) -> float:
    if not sentences:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59

"""Keys of publications, such as `beet2031beds`: who, when, and a word of the title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from string import ascii_lowercase

from theorybook.bibliography.reference import Reference
from theorybook.bibliography.sort_key import folded
from theorybook.bibliography.word_list import words

# Words that tell no title from another. In a large bibliography they would be found by counting.
_SMALL = frozenset(
    words(
        "about after among between during from into review study their there these they this "
        "through trial what when where which with within without your"
    )
)
_TELLING = re.compile(r"[a-z]{4,}")
_LONGEST_AUTHOR = 30


def new_key(reference: Reference, others: Collection[Reference]) -> str:
    """Return a key that nothing has yet.

    The word is the first of the title, among those that fewest other titles use.

    Args:
        reference: the publication.
        others: all publications that are there.
    """
    taken = {other.key.lower() for other in others}
    return next(key for key in _candidates(reference, others) if key not in taken)


def _candidates(reference: Reference, others: Iterable[Reference]) -> Iterator[str]:
    telling = _telling_words(reference.title, [other.title for other in others])
    who = _letters(reference.people[0].family)[:_LONGEST_AUTHOR] if reference.people else ""
    year = "".join(re.findall(r"\d{4}", reference.year)[:1]) or "nodate"
    # Where nobody is named, as of an organization in other letters, the title stands for them.
    who = who or next(iter(telling), "untitled")
    rest = [word for word in telling if word != who]
    yield from (f"{who}{year}{word}" for word in rest)
    for number in chain(ascii_lowercase, range(100_000)):
        yield f"{who}{year}{next(iter(rest), '')}{number}"


def _telling_words(title: str, others: Iterable[str]) -> list[str]:
    """Return the words of a title, those that fewest other titles use first."""
    own = [word for word in _words(title) if word not in _SMALL]
    seen = [set(_words(other)) for other in others]
    counts = {word: sum(word in title for title in seen) for word in own}
    return sorted(dict.fromkeys(own), key=counts.__getitem__)


def _words(text: str) -> list[str]:
    return _TELLING.findall(folded(text))


def _letters(text: str) -> str:
    return "".join(re.findall("[a-z]", folded(text)))

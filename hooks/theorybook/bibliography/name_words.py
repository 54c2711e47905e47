"""Words in and around the names of people, and words that no person's name holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from theorybook.bibliography.word_list import words

# Small words that belong to the name after them.
PARTICLES = frozenset(
    words(
        "af al ap ben bin bint d' da dal dalla das de degli dei del della den der des di do dos "
        "du el ibn la las le lo los ter ten van vande vanden vander vom von zu zum zur 't"
    )
)
# The last word of the name of an organization, and of no person.
_OF_GROUPS = frozenset(
    words(
        "administration agency alliance association authority board bureau center centers centre "
        "centres charity clinic coalition collaboration collaborative college commission committee "
        "company consortium corporation council department directorate division federation "
        "foundation gmbh government group health hospital inc initiative institute institutes "
        "institution llc ltd ministry network nations office organisation organization partnership "
        "programme program secretariat service services society taskforce team trust union "
        "university working-group"
    )
)
# Small words in the names of organizations, and in no name of a person.
_IN_GROUPS = frozenset(words("of for the on to für pour para"))
# What stands between two people; `y` joins the two halves of one family name, too.
_BETWEEN_PEOPLE = frozenset(words("und et with mit avec con och og y"))
JOINS_HALVES = "y"

_GENERATIONS = {
    "jr": "Jr", "jnr": "Jr", "sr": "Sr", "snr": "Sr", "ii": "II", "iii": "III", "iv": "IV",
    "2nd": "II", "3rd": "III", "4th": "IV",
}  # fmt: skip
_GENERATION = re.compile(r"(?:[JS]n?r|II|III|IV|2nd|3rd|4th)\.?")
# Degrees are no part of a name, and no style has them. Letters of some can be initials as well.
_SURE = (
    r"Ph\.? ?D|D\.?Phil|M\.?Phil|M\.?Sc|B\.?Sc|Psy\.?D|Ed\.?D|Pharm\.?D|Dr\.?PH|M\.?Ed|MBChB|MRes"
    r"|[MF]RCPsych"
)
_LIKE_INITIALS = r"M\.?D|MPH|MBA|MSW|LCSW|MBBS"
_DEGREE = re.compile(rf"(?:{_SURE})\.?")
_DEGREE_OR_INITIALS = re.compile(rf"(?:{_LIKE_INITIALS})\.?")
_DEGREES_APART = re.compile(rf"(?:(?:{_SURE}|{_LIKE_INITIALS}|[BM]\.?[AS]|R\.?N)\.?\s*)+")
_TITLE = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?")
ET_AL = re.compile(r"\bet\.?\s+al\b", re.IGNORECASE)
# How lists say that they go on, as if it were a name: also the way round of `Family, Given`.
_MORE = re.compile(r"et\.?\s*al\.?|al\.?,\s*et\.?|\.{2,}|…|others", re.IGNORECASE)
ENDS_IN_ET_AL = re.compile(r".*\bet\.? al\.?", re.IGNORECASE)
EDITORS = re.compile(r"\((?:eds?|hrsg|comps?)\.?\)", re.IGNORECASE)
INITIALS_LAST = re.compile(r".*\S\s+(?:[A-Z]\.?[\s-]?){1,3}")
# `J. Doe`; without the full stop it may be a name such as `O Neill`.
INITIALS_FIRST = re.compile(r"(?:[A-Z]\.[\s-]?){1,3}\s*[^\W\d_]{2}.*")
INITIAL_FIRST = re.compile(r"[A-CE-NP-Z]\s[^\W\d_]{2}.*")


def means_more(name: str) -> bool:
    """Tell whether this is no name, and says that more names follow, as other formats have it."""
    return bool(_MORE.fullmatch(name.strip()))


def with_particles(given: Sequence[str], family: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return given names and family name with particles before the latter, as of `Cruz, Ana de`."""
    end = len(given)
    while end > 1 and given[end - 1] in PARTICLES:
        end -= 1
    return [*given[:end]], [*given[end:], *family]


def generation(word: str) -> str:
    """Return `Jr` or `III` of what is written for it, such as `Jr.` or `3rd`; else nothing."""
    return _GENERATIONS[word.rstrip(".").lower()] if _GENERATION.fullmatch(word) else ""


def is_degree(word: str) -> bool:
    """Tell whether this is a degree, wherever it stands."""
    return bool(_DEGREE.fullmatch(word))


def may_be_degree(word: str) -> bool:
    """Tell whether this is a degree or initials, such as `MD`."""
    return bool(_DEGREE_OR_INITIALS.fullmatch(word))


def are_degrees(text: str) -> bool:
    """Tell whether a text that commas keep apart from a name are degrees, such as `MA PhD`."""
    return bool(_DEGREES_APART.fullmatch(text))


def is_title(word: str) -> bool:
    """Tell whether this stands before a name, such as `Dr.`"""
    return bool(_TITLE.fullmatch(word))


def is_like_a_group(name: Sequence[str]) -> bool:
    """Tell whether the words of a name, none of them in braces, are those of an organization."""
    if len(name) < 2 or "{" in "".join(name):
        return False
    last = name[-1].lower().rstrip(".")
    return name[0] == "The" or last in _OF_GROUPS or not _IN_GROUPS.isdisjoint(name)


def between_people(name: Sequence[str]) -> str:
    """Return the word between two people, if there is one; that of `von und zu` is none."""
    found = (
        word
        for before, word in pairwise(name[:-1])
        if word in _BETWEEN_PEOPLE and before not in PARTICLES
    )
    return next(found, "")

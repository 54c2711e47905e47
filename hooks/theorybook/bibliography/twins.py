"""Entries that may be one publication, which would count as two studies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from theorybook.bibliography.page_range import joined
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.sort_key import folded
from theorybook.problems import Problem

_NUMBERS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
# What tells two publications of one title apart, if both have it and it differs.
_APART = ("doi", "pmid", "pmcid", "isbn", "url", "container", "volume", "number", "pages", "year",
          "publisher", "edition")  # fmt: skip
_CALLED = {"container": "journal or book"}
# Words of a title that say it is about another publication, or one of several.
_ABOUT = re.compile(
    r"\b(erratum|errata|corrigendum|correction|corrected|retraction|retracted|reply|response|"
    r"comment|commentary|letter|protocol|part|volume|update|updated|revised|i{1,3}|iv)\b"
)
# The share of letters that two titles have in common, from which they are nearly one.
_NEARLY = 0.92
_LONGEST_COMPARED = 300
_ONE = "take one of the two out, and use the other's key wherever it is cited"


def same_publications(references: Mapping[str, Reference]) -> Iterator[Problem]:
    """Yield an error for each entry that is surely, or as good as surely, there already."""
    first: dict[tuple[str, str], Reference] = {}
    twins: set[tuple[str, str]] = set()
    for reference in references.values():
        for field, name in _NUMBERS.items():
            number = getattr(reference, field)
            other = first.setdefault((field, number), reference) if number else reference
            if other is not reference and (other.key, reference.key) not in twins:
                twins.add((other.key, reference.key))
                why = f"both have the {name} {number}"
                yield _problem("B04", reference, other, f"is the publication of {{}}: {why}", _ONE)
    for one, other in _of_nearly_one_title(references):
        if (one.key, other.key) not in twins and not _differing(one, other):
            why = "nearly one title, the same first author, and nothing that tells them apart"
            fix = f"{_ONE}; if they are two, add what tells them apart, such as DOI or pages"
            yield _problem("B04", other, one, f"looks like the publication of {{}}: {why}", fix)


def likely_twins(references: Mapping[str, Reference]) -> Iterator[Problem]:
    """Yield a note for two entries of nearly one title that differ in something. It stops nothing.

    They may be two: an article and what its authors published of it before.
    """
    for one, other in _of_nearly_one_title(references):
        if differing := _differing(one, other):
            why = f"nearly one title and the same first author; not the same: {differing}"
            fix = f"if they are one, {_ONE}; if they are two, leave it"
            yield _problem("N02", other, one, f"may be the publication of {{}}: {why}", fix)


def _problem(code: str, one: Reference, other: Reference, says: str, fix: str) -> Problem:
    message = f"`{one.key}` " + says.format(f"`{other.key}` ({other.place})")
    return Problem(one.place, code, message, fix)


def _of_nearly_one_title(
    references: Mapping[str, Reference],
) -> Iterator[tuple[Reference, Reference]]:
    """Yield each two entries of one first author, or of none, with nearly one title, in order."""
    by_author: dict[str, list[Reference]] = {}
    for reference in references.values():
        first = reference.people[0].family if reference.people else ""
        by_author.setdefault(folded(first), []).append(reference)
    for found in by_author.values():
        titles = {ref.key: folded(ref.title)[:_LONGEST_COMPARED] for ref in found}
        for one, other in combinations(found, 2):
            if are_nearly_one(titles[one.key], titles[other.key]):
                yield one, other


def are_nearly_one(one: str, other: str) -> bool:
    """Compare two folded titles; figures and words such as `erratum` must be the same."""
    for apart in (re.compile(r"\d+"), _ABOUT):
        if sorted(apart.findall(one)) != sorted(apart.findall(other)):
            return False
    if one == other:
        return True
    if min(len(one), len(other)) < 20:
        return False
    letters = SequenceMatcher(None, one, other, autojunk=False)
    return letters.quick_ratio() >= _NEARLY and letters.ratio() >= _NEARLY


def _differing(one: Reference, other: Reference) -> str:
    """Return what both have, and differs."""
    pairs = ((name, getattr(one, name), getattr(other, name)) for name in _APART)
    return ", ".join(
        _CALLED.get(name, name)
        for name, its, others in pairs
        if its and others and _as_compared(name, its) != _as_compared(name, others)
    )


def _as_compared(name: str, text: str) -> str:
    return joined(text, " ") if name == "pages" else folded(text)

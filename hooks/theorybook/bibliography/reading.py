"""The bibliography as a whole: read, with every fault told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from string import ascii_lowercase

from theorybook.bibliography.bibtex_file import Entry, places_of, read_bibtex
from theorybook.bibliography.latex import HIDDEN
from theorybook.bibliography.publication import publication
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.twins import same_publications
from theorybook.problems import DataError, Problem


def parse_bibliography(text: str, file: str, years: range | None = None) -> dict[str, Reference]:
    """Read a file of BibTeX or BibLaTeX.

    Args:
        text: what the file holds.
        file: the name that places carry.
        years: the years in which a publication can have come out, if they are limited.

    Returns:
        The publications by key, in the order of the file.

    Raises:
        DataError: it cannot be read (B01), an entry lacks what we need (B02), a field holds what
            it cannot hold (B03), or one publication has two entries (B04).
    """
    hidden = list(hidden_signs(text, file))
    if hidden:  # what else is wrong may come from these
        raise DataError(hidden)
    found = read_bibtex(text, file)
    problems = list(found.problems)
    references: dict[str, Reference] = {}
    for entry in _with_own_keys(found.entries, problems):
        reference, faults = publication(entry, years)
        problems += faults
        if reference is not None and not faults:
            references[entry.key] = reference
    problems += same_publications(references)
    if problems:
        raise DataError(problems)
    return _lettered(references)


def hidden_signs(text: str, file: str) -> Iterator[Problem]:
    """Yield each sign of a text that nobody can see (B01)."""
    for place, sign in places_of(HIDDEN, text, file):
        message = f"there is a sign here that nobody can see (U+{ord(sign):04X})"
        yield Problem(place, "B01", message, "take it out, or type the text around it again")


def _with_own_keys(entries: Iterable[Entry], problems: list[Problem]) -> Iterator[Entry]:
    """Yield the entries, without those whose key another has, which is told."""
    first: dict[str, Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.key.casefold(), entry)
        if other is entry:
            yield entry
            continue
        same = "stands here again" if other.key == entry.key else f"is `{other.key}` in capitals"
        message = f"the key `{entry.key}` {same}; the first is at {other.place}"
        fix = "take one out if they are one publication, or give the newer one another key"
        problems.append(Problem(entry.place, "B01", message, fix))


def _lettered(references: Mapping[str, Reference]) -> dict[str, Reference]:
    """Give a letter to publications whose author and year look alike, in the order of the file."""
    alike: dict[str, list[str]] = {}
    for key, reference in references.items():
        alike.setdefault(reference.short, []).append(key)
    letters = {
        key: letter
        for keys in alike.values()
        if len(keys) > 1
        for key, letter in zip(keys, ascii_lowercase, strict=False)
    }
    return {key: replace(ref, letter=letters.get(key, "")) for key, ref in references.items()}

"""The publications: references.bib read into records, with the line of each entry."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Any, cast

import latexcodec  # noqa: F401  (makes the codec "ulatex" known)
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError

from theorybook.problems import DataError, Place, Problem

_ENTRY = re.compile(r"^\s*@\s*\w+\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BRACE = re.compile(r"\\([{}])|[{}]")
# Signs by their names, which the codec does not know, or takes for the start of an escape.
_BACKSLASH = "\0"
_BY_NAME = {"braceleft": r"\{", "braceright": r"\}", "backslash": _BACKSLASH}
_NAMED = re.compile(rf"\\text({'|'.join(_BY_NAME)})(?![A-Za-z]) ?")
_SPEECH = ("title", "year", "volume", "number", "pages")
_ADDRESSES = ("doi", "pmid", "pmcid", "isbn", "url")
# BibTeX names the field for what a publication is in, or who brought it out, by its type.
_IN, _BY = ("journal", "booktitle", "howpublished"), ("publisher", "institution", "school")
_MEND = "mend the entry that starts here or just before: brackets, commas, a key used twice"
_KEEP = "use only those characters in the key"


@dataclass(frozen=True)
class Author:
    """A person as named in a publication."""

    given: str
    family: str


@dataclass(frozen=True)
class Reference:
    """One publication, as references.bib gives it; an empty field is one nobody saw."""

    key: str
    place: Place
    entry_type: str
    authors: tuple[Author, ...]
    title: str
    year: str
    journal: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    letter: str = ""

    @property
    def short(self) -> str:
        """Author and year, as in `Halsall and others, 2023`; a letter where two are alike."""
        names = [author.family for author in self.authors]
        who = f"{names[0]} and others" if len(names) > 2 else " and ".join(names)
        return f"{who}, {self.year}{self.letter}"

    @property
    def link(self) -> str:
        """The address of the publication: its DOI if it has one."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


def parse_bibliography(text: str, file: str) -> dict[str, Reference]:
    """Read a BibTeX file.

    Args:
        text: what the file holds.
        file: the name that places carry.

    Returns:
        The publications by key, in the order of the file.

    Raises:
        DataError: it cannot be read (B01), or an entry lacks what we need (B02).
    """
    entries = _parse(text, file).entries
    places = _places(text, file)
    problems: list[Problem] = []
    references: dict[str, Reference] = {}
    for key, entry in entries.items():
        place = places.get(key, Place(file))
        try:
            references[key] = _reference(key, entry, place)
        except ValueError as error:
            problems.append(_unreadable(place, str(error)))
        else:
            problems += _faults(references[key])
    if problems:
        raise DataError(problems)
    return _lettered(references)


def _lettered(references: dict[str, Reference]) -> dict[str, Reference]:
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


def _faults(reference: Reference) -> list[Problem]:
    key, place = reference.key, reference.place
    problems = []
    if not _KEY.fullmatch(key):
        message = f"the key `{key}` has a character other than A-Z a-z 0-9 _ -"
        problems.append(Problem(place, "B01", message, _KEEP))
    needed = {"author": reference.authors, "title": reference.title, "year": reference.year}
    missing = [name for name, value in needed.items() if not value]
    if missing:
        message = f"`{key}` lacks {' and '.join(missing)}"
        fix = "add it from the publication itself, or take the entry out until you can"
        problems.append(Problem(place, "B02", message, fix))
    return problems


def _parse(text: str, file: str) -> BibliographyData:
    try:
        return Parser().parse_string(text)
    except PybtexSyntaxError as error:
        lines = text.count("\n") + 1
        reason = re.sub(r"^syntax error in line \d+: ", "", str(error))
        place = Place(file, min(error.lineno or 1, lines))
        raise DataError([_unreadable(place, reason)]) from error
    except PybtexError as error:
        place = _place_of_fault(str(error), text, file)
        raise DataError([_unreadable(place, str(error))]) from error


def _place_of_fault(reason: str, text: str, file: str) -> Place:
    """Find what is wrong with an entry: the message has no line, but names a person or a key."""
    person = re.search(r"'(.+)'", reason)
    if person and person[1] in text:
        return _place(text, text.index(person[1]), file)
    places = _places(text, file)
    words = re.findall(r"[\w-]+", reason)
    return next((places[word] for word in words if word in places), Place(file))


def _unreadable(place: Place, reason: str) -> Problem:
    return Problem(place, "B01", f"the bibliography cannot be read ({reason})", _MEND)


def _places(text: str, file: str) -> dict[str, Place]:
    """Return where each key stands; of a key that stands twice, the second place."""
    return {match.group(1): _place(text, match.start(1), file) for match in _ENTRY.finditer(text)}


def _place(text: str, offset: int, file: str) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _reference(key: str, entry: Entry, place: Place) -> Reference:
    given: Mapping[str, str] = entry.fields
    fields = {name: _plain(given[name]) for name in _SPEECH if name in given}
    fields |= {name: _verbatim(given[name]) for name in _ADDRESSES if name in given}
    fields["journal"] = _plain(next((given[name] for name in _IN if name in given), ""))
    fields["publisher"] = _plain(next((given[name] for name in _BY if name in given), ""))
    authors = tuple(_author(person) for person in entry.persons.get("author", ()))
    title, year = fields.pop("title", ""), fields.pop("year", "")
    return Reference(key, place, entry.type, authors, title, year, **fields)


def _author(person: Person) -> Author:
    given = [*person.first_names, *person.middle_names]
    family = [*person.prelast_names, *person.last_names, *person.lineage_names]
    return Author(_plain(" ".join(given)), _plain(" ".join(family)))


def _plain(latex: str) -> str:
    """Turn LaTeX into plain text: braces go, escapes become the characters they mean."""
    # In LaTeX a bare % starts a comment; in BibTeX, and for who typed it, it is a per cent sign.
    percent_kept = re.sub(r"(?<!\\)%", r"\\%", latex)
    signs = _NAMED.sub(lambda match: _BY_NAME[match[1]], percent_kept)
    text = str(codecs.decode(cast("Any", signs), "ulatex"))
    return _BRACE.sub(r"\1", text).replace(_BACKSLASH, "\\").strip()


def _verbatim(latex: str) -> str:
    """Take an address as it is typed: only braces and the backslashes before signs go."""
    return re.sub(r"\\([%&#_~])", r"\1", _BRACE.sub(r"\1", latex)).strip()

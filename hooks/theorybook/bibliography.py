"""The publications: references.bib read into records, with the line of each entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text as LatexText
from pybtex.scanner import PybtexSyntaxError

from theorybook.problems import DataError, Place, Problem

_ENTRY = re.compile(r"^\s*@\s*\w+\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)
_KEY = re.compile(r"^[A-Za-z0-9_-]+$")


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
    url: str = ""

    @property
    def short(self) -> str:
        """Author and year, as in `Halsall and others, 2023`."""
        names = [author.family for author in self.authors]
        if len(names) > 2:
            return f"{names[0]} and others, {self.year}"
        return f"{' and '.join(names)}, {self.year}"

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
    entries = _parse(text, file)
    places = _places(text, file)
    problems = [
        Problem(place, "B01", f"the key `{key}` has a character other than A-Z a-z 0-9 _ -", _KEEP)
        for key, place in places.items()
        if not _KEY.match(key)
    ]
    references = {}
    for key, entry in entries.entries.items():
        place = places.get(key, Place(file))
        reference = _reference(key, entry, place)
        missing = [n for n in ("authors", "title", "year") if not getattr(reference, n)]
        if missing:
            message = f"`{key}` lacks {' and '.join(missing)}"
            fix = "add it from the publication itself, or take the entry out until you can"
            problems.append(Problem(place, "B02", message, fix))
        references[key] = reference
    if problems:
        raise DataError(problems)
    return references


_KEEP = "use only those characters in the key"


def _parse(text: str, file: str) -> BibliographyData:
    try:
        return Parser().parse_string(text)
    except PybtexSyntaxError as error:
        place = Place(file, error.lineno or 1)
        raise DataError([_unreadable(place, str(error.args[0]))]) from error
    except PybtexError as error:
        word = re.search(r": (\S+)$", str(error))
        place = _last_place(text, file, word.group(1) if word else "")
        raise DataError([_unreadable(place, str(error))]) from error


def _unreadable(place: Place, reason: str) -> Problem:
    fix = "mend the entry that starts here or just before: brackets, commas, a key used twice"
    return Problem(place, "B01", f"the bibliography cannot be read ({reason})", fix)


def _places(text: str, file: str) -> dict[str, Place]:
    return {
        match.group(1): Place(file, text.count("\n", 0, match.start(1)) + 1)
        for match in _ENTRY.finditer(text)
    }


def _last_place(text: str, file: str, key: str) -> Place:
    return _places(text, file).get(key, Place(file))


def _reference(key: str, entry: Entry, place: Place) -> Reference:
    fields = {
        name: _plain(entry.fields[name])
        for name in Reference.__dataclass_fields__
        if name in entry.fields
    }
    fields.setdefault("journal", _plain(entry.fields.get("booktitle", "")))
    authors = tuple(_author(person) for person in entry.persons.get("author", ()))
    title = fields.pop("title", "")
    year = fields.pop("year", "")
    return Reference(key, place, entry.type, authors, title, year, **fields)


def _author(person: Person) -> Author:
    given = [*person.first_names, *person.middle_names]
    family = [*person.prelast_names, *person.last_names, *person.lineage_names]
    return Author(_plain(" ".join(given)), _plain(" ".join(family)))


def _plain(latex: str) -> str:
    """Turn LaTeX into plain text: braces go, escapes become the characters they mean."""
    return str(LatexText.from_latex(latex))

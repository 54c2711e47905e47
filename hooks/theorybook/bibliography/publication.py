"""An entry of BibTeX or BibLaTeX, read into a publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import cache
from html import unescape

from theorybook.bibliography import identifiers
from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.dates import Issued, issued, issued_in
from theorybook.bibliography.entry_types import KNOWN, NO_PUBLICATIONS, Form, entry_type
from theorybook.bibliography.faults import FALSE_FIELD, Faults
from theorybook.bibliography.latex import plain
from theorybook.bibliography.names import Names, names
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.word_list import words
from theorybook.problems import Problem

_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BRACE = re.compile(r"\\([{}])|[{}]")
# What Crossref writes for the signs in old DOIs.
_HTML = re.compile(r"&(?:amp|lt|gt|quot);")
# BibTeX and BibLaTeX name fields by the type of entry: the first that is filled counts.
_IN = ("journal", "journaltitle", "booktitle", "howpublished")
_BY = ("publisher", "institution", "school", "organization")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "volume": ("volume",),
    "number": ("number", "issue"),
    "publisher": _BY,
    "edition": ("edition",),
    "location": ("location", "address"),
    "series": ("series",),
    "event": ("eventtitle", "event"),
    "version": ("version",),
}
_PAGES = ("pages", "eid", "article-number", "articleno")
_ACCESSED = ("urldate", "lastchecked", "accessed", "lastaccessed", "lastvisited")
_INHERITED = ("crossref", "xdata")
# Every field that we read, and fields of BibLaTeX and of programs that look like one of these.
_READ = frozenset(
    (*_IN, *_BY, *_PAGES, *_ACCESSED, *_INHERITED, *(f for names in _TEXTS.values() for f in names))
) | frozenset(
    words(
        "author editor title subtitle maintitle mainsubtitle issuetitle issuesubtitle "
        "journalsubtitle booksubtitle date year month day pubstate doi pmid pmcid isbn url eprint "
        "eprinttype archiveprefix type"
    )
)
_OTHERS = frozenset(
    words(
        "volumes pagetotal bookpagination pagination issn eissn isrn origdate eventdate origtitle "
        "shorttitle shortjournal shortauthor shorteditor booktitleaddon titleaddon maintitleaddon "
        "journaltitleaddon issuetitleaddon titles editora editorb editorc editortype authortype "
        "keywords keyword note notes addendum abstract language langid part parts chapter issue"
    )
)
# The words that BibLaTeX has for these; in a style they would be in the reader's language.
_WORDS = {
    "phdthesis": "Doctoral dissertation", "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "candthesis": "Candidate’s thesis",
    "techreport": "Technical report", "resreport": "Research report", "software": "Software",
    "datacd": "Data CD", "audiocd": "Audio CD", "inpress": "in press",
    "inpreparation": "in preparation", "forthcoming": "forthcoming", "submitted": "submitted",
    "prepublished": "prepublished",
}  # fmt: skip
_THESES = {"phdthesis": "Doctoral dissertation", "mastersthesis": "Master’s thesis"}
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}  # fmt: skip
_WHO = (
    "; for an organization, write `author = {{Its Name}}`; if what you read shows no names, "
    "`author = {others}` will do with a `doi`"
)
_ADD = "add it from the publication itself, or take the entry out until you can"


def publication(entry: Entry, years: range | None = None) -> tuple[Reference | None, list[Problem]]:
    """Read an entry.

    Args:
        entry: the fields as typed.
        years: the years in which it can have come out, if they are limited.

    Returns:
        The publication, and all that is wrong with it; nothing, where it is no publication.
    """
    faults = Faults(entry)
    if entry.type not in KNOWN:
        _unknown_type(entry, faults)
        return None, faults.problems
    reference = _Reading(entry, faults).reference()
    _look_for_misspelled_fields(faults)
    _look_for_lacks(reference, faults)
    if years is not None:
        _look_at_years(reference, faults, years)
    return reference, faults.problems


def _unknown_type(entry: Entry, faults: Faults) -> None:
    near = get_close_matches(entry.type, KNOWN, 1, 0.75)
    guess = f" (did you mean `@{near[0]}`?)" if near else ""
    fix = "use a type of BibTeX or BibLaTeX; `@misc` fits whatever has none"
    if entry.type in NO_PUBLICATIONS:
        guess = ""
        fix = "take it out, and write its fields into each entry that uses them"
    faults.tell(FALSE_FIELD, f"`@{entry.type}` is no type of publication{guess}", fix)


def _look_for_misspelled_fields(faults: Faults) -> None:
    """Tell of a field that nobody reads and that looks like one we read, which is not there."""
    fields = faults.entry.fields
    for name in fields.keys() - _READ - _OTHERS:
        near = _field_like(name)
        if near and near not in fields:
            message = f"`{faults.entry.key}` has a field `{name}` (did you mean `{near}`?)"
            faults.tell(FALSE_FIELD, message, f"write `{near}`, or take it out", name)


@cache
def _field_like(name: str) -> str:
    """Return the field that another looks like, or nothing; programs add the same to each entry."""
    return next(iter(get_close_matches(name, _READ, 1, 0.8)), "")


def _look_for_lacks(reference: Reference, faults: Faults) -> None:
    key, entry = reference.key, faults.entry
    if not _KEY.fullmatch(key):
        message = f"the key `{key}` has a character other than A-Z a-z 0-9 _ -"
        faults.tell("B01", message, "use only those characters in the key")
    for name in _INHERITED:
        if entry.fields.get(name, "").strip():
            message = f"`{key}` takes fields from another entry by `{name}`, which we do not read"
            fix = f"write the fields out in this entry, and take `{name}` out"
            faults.tell(FALSE_FIELD, message, fix, name)
            return  # what it lacks may stand in the other
    told = {problem.place for problem in faults.problems}
    needed = {
        "author": (bool(reference.people) or _can_be_found_out(reference), ("author", "editor")),
        "title": (bool(reference.title), ("title",)),
        "year": (bool(reference.year), ("year", "date")),
    }
    lacking = [
        name
        for name, (is_there, fields) in needed.items()
        if not is_there and not any(entry.places.get(field) in told for field in fields)
    ]
    if lacking:
        who = _WHO if "author" in lacking else ""
        faults.tell("B02", f"`{key}` lacks {' and '.join(lacking)}", _ADD + who)


def _look_at_years(reference: Reference, faults: Faults, years: range) -> None:
    """Tell of a year in which nobody can have published, or read a page."""
    for typed, fields in (
        (reference.year, ("date", "year")),
        (reference.accessed[:4], _ACCESSED),
    ):
        name = next((name for name in fields if name in faults.entry.fields), fields[0])
        year = next((year for year in re.findall(r"\d+", typed) if int(year) not in years), None)
        if year:
            when = "is still to come" if int(year) >= years.stop else "is too long ago"
            message = f"`{name}` of `{reference.key}` says {year}, which {when}"
            faults.tell(FALSE_FIELD, message, "look at the publication, and mend the year", name)


def _can_be_found_out(reference: Reference) -> bool:
    """Tell whether an entry says that nobody saw its authors, and has what leads to them."""
    return reference.more_authors and bool(reference.doi)


class _Reading:
    """Reads the fields of one entry."""

    def __init__(self, entry: Entry, faults: Faults) -> None:
        self._entry, self._faults = entry, faults
        self._fields = {name: text for name, text in entry.fields.items() if text.strip(" {}\n\t")}
        self._form = entry_type(entry.type, False).form

    def reference(self) -> Reference:
        """Return the publication; what could not be read is empty, and told."""
        authors, editors = self._names("author"), self._names("editor")
        when = self._issued()
        typed_doi = self._address("doi", identifiers.doi)
        texts = {name: self._text(*fields) for name, fields in _TEXTS.items()}
        texts["edition"] = _ORDINALS.get(texts["edition"].lower(), texts["edition"])
        return Reference(
            key=self._entry.key,
            place=self._entry.place,
            entry_type=self._entry.type,
            authors=authors.people,
            more_authors=authors.more,
            editors=editors.people,
            more_editors=editors.more,
            title=self._title(),
            year=when.year,
            issued=when.date,
            circa=when.circa,
            container=self._container(),
            pages=self._text(*_PAGES),
            doi=typed_doi.lower(),
            doi_as_typed=typed_doi,
            pmid=self._address("pmid", identifiers.pmid) or self._eprint("pmid", "pubmed"),
            pmcid=self._address("pmcid", identifiers.pmcid),
            isbn=self._address("isbn", identifiers.isbn),
            url=self._url(typed_doi),
            work_type=self._work_type(),
            accessed=self._accessed(),
            **texts,
        )

    def _text(self, *fields: str) -> str:
        """Return the text of the first field that is filled."""
        name = next((name for name in fields if name in self._fields), "")
        return self._faults.reading(plain, name, self._fields.get(name, ""))

    def _address(self, name: str, read: Callable[[str], str]) -> str:
        """Return what stands in a field that is no running text, in its one form."""
        typed = self._fields.get(name, "")
        return self._faults.reading(lambda text: read(_verbatim(text)), name, typed)

    def _names(self, name: str) -> Names:
        try:
            return names(self._fields.get(name, ""))
        except ValueError as error:
            self._faults.refuse(name, str(error))
            return Names()

    def _issued(self) -> Issued:
        date = _verbatim(self._fields.get("date", ""))
        if date:
            try:
                return issued(date)
            except ValueError as error:
                self._faults.refuse("date", str(error))
                return Issued("")
        year = self._text("year") or self._text("pubstate")
        try:
            return issued_in(_WORDS.get(year.lower(), year), self._text("month"), self._text("day"))
        except ValueError as error:
            self._faults.refuse("year", str(error))
            return Issued("")

    def _accessed(self) -> str:
        name = next((name for name in _ACCESSED if name in self._fields), "")
        if name == "urldate":
            return self._faults.reading(lambda text: _day(plain(text)), name, self._fields[name])
        try:
            return _day(plain(self._fields[name])) if name else ""
        except ValueError:  # a field of no standard, in any form
            return ""

    def _title(self) -> str:
        title = self._with_subtitle("title", "subtitle")
        if self._entry.type == "periodical":
            issue = self._with_subtitle("issuetitle", "issuesubtitle")
            return ". ".join(filter(None, (title, issue)))
        main = self._with_subtitle("maintitle", "mainsubtitle")
        return f"{main}: {title}" if main and self._form is not Form.CHAPTER else title

    def _with_subtitle(self, title: str, subtitle: str) -> str:
        whole, more = self._text(title), self._text(subtitle)
        if not whole or not any(map(str.isalnum, more)):
            return whole
        return f"{whole} {more}" if whole.endswith(("?", "!", ":")) else f"{whole}: {more}"

    def _container(self) -> str:
        name = next((name for name in _IN if name in self._fields), "")
        if name == "howpublished" and (self._url_in(name) or "\\url" in self._fields[name]):
            name = ""
        subtitles = {"journaltitle": "journalsubtitle", "booktitle": "booksubtitle"}
        container = self._with_subtitle(name, subtitles.get(name, "")) if name else ""
        main = self._with_subtitle("maintitle", "mainsubtitle")
        if main and self._form is Form.CHAPTER:
            return f"{main}: {container}" if container else main
        return container

    def _work_type(self) -> str:
        typed = self._text("type")
        return _WORDS.get(typed.lower(), typed) or _THESES.get(self._entry.type, "")

    def _url(self, doi: str) -> str:
        address = self._address("url", identifiers.web_address)
        if address or "url" in self._fields:
            return "" if doi and address.lower().endswith(f"doi.org/{doi.lower()}") else address
        return self._url_in("howpublished") or self._arxiv()

    def _url_in(self, name: str) -> str:
        """Return the address in a field for words, where old entries have it."""
        typed = self._fields.get(name, "")
        match = re.search(r"\\url\s*\{([^{}]*)\}", typed)
        try:
            return identifiers.web_address(_verbatim(match[1] if match else typed))
        except ValueError:
            if match:
                self._faults.reading(identifiers.web_address, name, _verbatim(match[1]))
            return ""

    def _arxiv(self) -> str:
        number = self._eprint("arxiv")
        if not re.fullmatch(r"[\w.-]+(/\d+)?(v\d+)?", number, re.ASCII):
            return ""
        return f"https://arxiv.org/abs/{number}"

    def _eprint(self, *archives: str) -> str:
        """Return the number of a text in one of these archives."""
        archive = self._text("eprinttype") or self._text("archiveprefix")
        if archive.lower() not in archives:
            return ""
        typed = _verbatim(self._fields.get("eprint", ""))
        if "pubmed" in archives:
            return self._faults.reading(identifiers.pmid, "eprint", typed)
        return re.sub(r"^arxiv\s*:\s*", "", typed, flags=re.IGNORECASE)


def _day(date: str) -> str:
    when = issued(date)
    return when.date.partition("/")[0] or when.year


def _verbatim(typed: str) -> str:
    """Take an address as it is typed: only braces and the backslashes before signs go."""
    alone = re.sub(r"^\s*\\(?:url|path|nolinkurl)\s*(?=\{)", "", typed)
    typed = _HTML.sub(lambda match: unescape(match[0]), _BRACE.sub(r"\1", alone))
    return re.sub(r"\\([%&#_~$^])", r"\1", typed).strip()

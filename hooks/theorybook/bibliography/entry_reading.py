"""The fields of one entry, read into a publication."""

from __future__ import annotations

import re

from theorybook.bibliography.biblatex_words import biblatex_words
from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.dates import Issued, issued, issued_in
from theorybook.bibliography.edition import edition
from theorybook.bibliography.entry_addresses import AddressReading
from theorybook.bibliography.entry_types import Form, entry_type
from theorybook.bibliography.faults import Faults
from theorybook.bibliography.field_names import ACCESSED, IN, PAGES, PAGES_IN_ALL, TEXTS
from theorybook.bibliography.latex import plain
from theorybook.bibliography.names import Names, names
from theorybook.bibliography.page_range import pages
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.verbatim import verbatim

_ARXIV = "https://arxiv.org/"
_THESES = {"phdthesis": "Doctoral dissertation", "mastersthesis": "Master’s thesis"}


class Reading:
    """Reads the fields of one entry."""

    def __init__(self, entry: Entry, faults: Faults) -> None:
        self._entry, self._faults = entry, faults
        self._fields = {name: text for name, text in entry.fields.items() if text.strip(" {}\n\t")}
        self._form = entry_type(entry.type, False).form

    def reference(self) -> Reference:
        """Return the publication; what could not be read is empty, and told."""
        authors, editors = self._names("author"), self._names("editor")
        when = self._issued()
        addresses = AddressReading(self._fields, self._faults).addresses()
        texts = {name: self._text(*fields) for name, fields in TEXTS.items()}
        texts["edition"] = edition(texts["edition"])
        texts["location"] = biblatex_words(texts["location"])
        container = self._container()
        if not container and not texts["publisher"] and addresses.url.startswith(_ARXIV):
            texts["publisher"] = "arXiv"
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
            container=container,
            pages=self._pages(),
            doi=addresses.doi.lower(),
            doi_as_typed=addresses.doi,
            pmid=addresses.pmid,
            pmcid=addresses.pmcid,
            isbn=addresses.isbn,
            url=addresses.url,
            work_type=self._work_type(),
            accessed=self._accessed(),
            **texts,
        )

    def _text(self, *fields: str) -> str:
        """Return the text of the first field that is filled."""
        name = next((name for name in fields if name in self._fields), "")
        return self._faults.reading(plain, name, self._fields.get(name, ""))

    def _pages(self) -> str:
        """Return the pages; of a work on its own, how many there are will do."""
        stands_alone = self._form not in (Form.ARTICLE, Form.CHAPTER)
        return pages(self._text(*PAGES, *PAGES_IN_ALL * stands_alone))

    def _names(self, name: str) -> Names:
        try:
            return names(self._fields.get(name, ""))
        except ValueError as error:
            self._faults.refuse(name, str(error))
            return Names()

    def _issued(self) -> Issued:
        date = verbatim(self._fields.get("date", ""))
        if date:
            try:
                return issued(date)
            except ValueError as error:
                self._faults.refuse("date", str(error))
                return Issued("")
        year = self._text("year") or self._text("pubstate")
        try:
            return issued_in(biblatex_words(year), self._text("month"), self._text("day"))
        except ValueError as error:
            self._faults.refuse("year", str(error))
            return Issued("")

    def _accessed(self) -> str:
        name = next((name for name in ACCESSED if name in self._fields), "")
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
        name = next((name for name in IN if name in self._fields), "")
        if name == "howpublished" and _is_address(self._fields[name]):
            name = ""
        subtitles = {"journaltitle": "journalsubtitle", "booktitle": "booksubtitle"}
        container = self._with_subtitle(name, subtitles.get(name, "")) if name else ""
        main = self._with_subtitle("maintitle", "mainsubtitle")
        if main and self._form is Form.CHAPTER:
            return f"{main}: {container}" if container else main
        return container

    def _work_type(self) -> str:
        return biblatex_words(self._text("type")) or _THESES.get(self._entry.type, "")


def _day(date: str) -> str:
    when = issued(date)
    return when.date.partition("/")[0] or when.year


def _is_address(typed: str) -> bool:
    """Tell whether a field for words holds an address, which stands elsewhere."""
    return "\\url" in typed or bool(re.match("https?://\\S+$", verbatim(typed), re.IGNORECASE))

"""The fields of one entry that lead to a work: DOI, numbers of PubMed, ISBN, address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from theorybook.bibliography import identifiers
from theorybook.bibliography.faults import Faults
from theorybook.bibliography.verbatim import verbatim

# Old entries, and programs, have an address in one of these.
_FOR_WORDS = ("howpublished", "note")


@dataclass(frozen=True)
class Addresses:
    """What leads to a work, each in its one form; the DOI keeps its capitals."""

    doi: str
    pmid: str
    pmcid: str
    isbn: str
    url: str


class AddressReading:
    """Reads the addresses of an entry.

    Args:
        fields: those that are filled.
        faults: where what cannot be read is told.
    """

    def __init__(self, fields: Mapping[str, str], faults: Faults) -> None:
        self._fields, self._faults = fields, faults

    def addresses(self) -> Addresses:
        """Return what could be read; what stands in the address of a page alone counts as well."""
        url = self._url()
        doi = self._first(identifiers.doi, "doi") or self._doi_of(url)
        return Addresses(
            doi=doi,
            pmid=self._first(identifiers.pmid, "pmid", "pubmedid")
            or self._eprint("pmid", "pubmed")
            or _within(identifiers.pmid, url),
            pmcid=self._first(identifiers.pmcid, "pmcid", "pmc") or _within(identifiers.pmcid, url),
            isbn=self._first(identifiers.isbn, "isbn"),
            url="" if doi and url.lower().endswith(f"doi.org/{doi.lower()}") else url,
        )

    def _first(self, read: Callable[[str], str], *names: str) -> str:
        name = next((name for name in names if name in self._fields), names[0])
        typed = self._fields.get(name, "")
        return self._faults.reading(lambda text: read(verbatim(text)), name, typed)

    def _doi_of(self, url: str) -> str:
        is_of_doi = re.match(r"https?://(?:(?:dx|www)\.)?doi\.org/", url, re.IGNORECASE)
        return _within(identifiers.doi, url) if is_of_doi and "doi" not in self._fields else ""

    def _url(self) -> str:
        if "url" in self._fields:
            return self._first(identifiers.web_address, "url")
        found = (self._url_in(name) for name in _FOR_WORDS)
        return next(filter(None, found), "") or self._arxiv()

    def _url_in(self, name: str) -> str:
        """Return the address in a field for words."""
        typed = self._fields.get(name, "")
        match = re.search(r"\\url\s*\{([^{}]*)\}", typed)
        if match:
            return self._faults.reading(identifiers.web_address, name, verbatim(match[1]))
        return _within(identifiers.web_address, verbatim(typed))

    def _arxiv(self) -> str:
        number = self._eprint("arxiv")
        if not re.fullmatch(r"[\w.-]+(/\d+)?(v\d+)?", number, re.ASCII):
            return ""
        return f"https://arxiv.org/abs/{number}"

    def _eprint(self, *archives: str) -> str:
        """Return the number of a text in one of these archives."""
        archive = self._fields.get("eprinttype") or self._fields.get("archiveprefix", "")
        if verbatim(archive).lower() not in archives:
            return ""
        if "pubmed" in archives:
            return self._first(identifiers.pmid, "eprint")
        typed = verbatim(self._fields.get("eprint", ""))
        return re.sub(r"^arxiv\s*:\s*", "", typed, flags=re.IGNORECASE)


def _within(read: Callable[[str], str], typed: str) -> str:
    """Return what a text that may be something else says, or nothing."""
    try:
        return read(typed)
    except ValueError:
        return ""

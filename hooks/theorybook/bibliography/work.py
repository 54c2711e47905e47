"""What is known of any work that can be cited."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook.bibliography.author import Author
from theorybook.bibliography.identifiers import doi_address


@dataclass(frozen=True, kw_only=True)
class Work:
    """A work; an empty field is one that nobody saw, or that such a work does not have.

    `key` is what it is cited by in a manuscript. `container` is what it is in, whatever that is: a
    journal, a book, a website. `publisher` is who brought it out: also the university of a thesis,
    or the institution of a report. `number` is the issue of an article, and otherwise the number
    of a report, a patent or in a series. `issued` is the date where more than the year is known
    (`2022-03`, or two dates with a slash); `accessed` the day a page was read; `work_type` what the
    work calls itself, such as a thesis. `more_authors` says that the authors go on; if none is
    named, nobody saw who they are. `doi` is in small letters, as DOIs are compared.
    """

    key: str
    entry_type: str
    authors: tuple[Author, ...]
    title: str
    year: str
    issued: str = ""
    circa: bool = False
    more_authors: bool = False
    editors: tuple[Author, ...] = ()
    more_editors: bool = False
    container: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    location: str = ""
    edition: str = ""
    series: str = ""
    work_type: str = ""
    event: str = ""
    version: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    accessed: str = ""

    @property
    def link(self) -> str:
        """The address that leads to it: of the DOI if it has one."""
        return doi_address(self.doi) if self.doi else self.url

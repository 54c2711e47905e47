"""What can be cited: a record of ours, or a publication, in the parts all styles write from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from theorybook.bibliography.author import Author
from theorybook.bibliography.entry_types import EntryType, entry_type
from theorybook.bibliography.identifiers import doi_address
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.word_list import words
from theorybook.edition import Edition
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId

# What a publication and its citation both have.
_SAME = words(
    "key entry_type authors more_authors title volume number pages publisher doi pmid pmcid "
    "isbn url editors more_editors edition location series work_type event circa accessed "
    "version"
)
CITED = ("theory", "study", "quote")
# The files of a citation: how their names end, and what their forms are called.
FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


@dataclass(frozen=True, kw_only=True)
class Citation:
    """What is cited. An empty part is one that nobody saw, or that such a work does not have.

    `key` is what it is cited by in a manuscript; `issued` is a year, or a day as year-month-day;
    `container` is the journal, book or site it is in; `more_authors` says that the authors go on.
    The fields that a publication has are those of `Reference`, by the same names. Only a record
    of ours has an `identifier` with a `version`, says `what` it is, and under which
    `licence`. `note` and `abstract` are for the files: plain styles have no place for them.
    """

    key: str
    entry_type: str
    authors: tuple[Author, ...]
    title: str
    issued: str
    more_authors: bool = False
    container: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    editors: tuple[Author, ...] = ()
    more_editors: bool = False
    edition: str = ""
    location: str = ""
    series: str = ""
    work_type: str = ""
    event: str = ""
    exact_date: str = ""
    circa: bool = False
    accessed: str = ""
    identifier: str = ""
    version: str = ""
    what: str = ""
    licence: str = ""
    note: str = ""
    abstract: str = ""

    @property
    def link(self) -> str:
        """The address that leads to it: of the DOI if it has one."""
        return doi_address(self.doi) if self.doi else self.url

    @property
    def type(self) -> EntryType:
        """What its type is called elsewhere."""
        return entry_type(self.entry_type, bool(self.url))

    @property
    def year(self) -> str:
        """The year alone."""
        return self.issued.partition("-")[0] if self.identifier else self.issued


def publication(reference: Reference) -> Citation:
    """Return how to cite a publication; the letter after its year is ours, and left out."""
    return Citation(
        issued=reference.year,
        exact_date=reference.issued,
        container=reference.journal,
        **{name: getattr(reference, name) for name in _SAME},
    )


@dataclass(frozen=True)
class Citations:
    """How to cite what is on a site.

    Args:
        edition: the site at its address.
    """

    edition: Edition

    def of(self, id: RecordId) -> Citation:
        """Return how to cite a record or, of the kind `publication`, what a study record is of."""
        return self.publication(id.id) if id.kind == "publication" else self.record(id)

    def record(self, id: RecordId) -> Citation:
        """Return how to cite a record of ours, retired or not."""
        record = self.edition.site.everything.by_id[id]
        return Citation(
            key=f"{id.id}-record" if isinstance(record, Study) else id.id,
            # A type that all styles of BibTeX know. What is cited has an address, so it is a page.
            entry_type="misc",
            authors=(Author("", self.edition.contributors),),
            title=self._title(record),
            issued=record.dated.isoformat(),
            container=self.edition.name,
            url=self.edition.url_of(id),
            identifier=id.id,
            version=str(record.version),
            what=_what(record),
            licence=self.edition.site.settings.content_licence,
        )

    def page(self, title: str, address: str, day: date) -> Citation:
        """Return how to cite a page of its own words, as it was on the day of its last change."""
        return Citation(
            key=address.strip("/"),
            entry_type="misc",
            authors=(Author("", self.edition.contributors),),
            title=title,
            issued=day.isoformat(),
            container=self.edition.name,
            url=self.edition.url + address,
        )

    def publication(self, key: str) -> Citation:
        """Return how to cite the publication that a study record is of."""
        return publication(self.edition.site.references[key])

    def _title(self, record: VersionedRecord) -> str:
        match record:
            case Theory():
                return record.headline.text
            case Quotation():
                return f"“{record.exact}”, from {self._named(record.source)}"
            case Study():
                return f"What we read of {self._named(record.key)}"
            case _:
                raise TypeError(record)

    def _named(self, key: str) -> str:
        """Name a publication in a title: who, when and what."""
        reference = replace(self.edition.site.references[key], letter="")
        return f"{reference.short}: {reference.title}"


def _what(record: VersionedRecord) -> str:
    """Say in a few words what a record is, and whether it still holds."""
    words = {
        Theory: "Program theory",
        Quotation: "Record of a quotation",
        Study: "Record of a study",
    }
    retired = f", retired {record.retired.on}" if record.retired else ""
    return words[type(record)] + retired

"""What can be cited: a record of ours, or a publication, in the parts all styles write from."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from theorybook.bibliography.author import Author
from theorybook.bibliography.entry_types import EntryType, Form, entry_type
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.work import Work
from theorybook.edition import Edition
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.theory import Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId

CITED = ("theory", "study", "quote")
# The files of a citation: how their names end, and what their forms are called.
FORMS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


@dataclass(frozen=True, kw_only=True)
class Citation(Work):
    """What is cited.

    Only a record of ours has an `identifier` with a `version`, says `what` it is, and under which
    `licence`. `note` and `abstract` are for the files: plain styles have no place for them.
    """

    identifier: str = ""
    what: str = ""
    licence: str = ""
    note: str = ""
    abstract: str = ""

    @property
    def type(self) -> EntryType:
        """What its type is called elsewhere."""
        return entry_type(self.entry_type, bool(self.url))

    @property
    def total_pages(self) -> str:
        """How many pages a work on its own has; nothing where its pages are a place in another."""
        stands_alone = self.type.form not in (Form.ARTICLE, Form.CHAPTER)
        return self.pages if stands_alone and self.pages.isdecimal() else ""


def publication(reference: Reference) -> Citation:
    """Return how to cite a publication; the letter after its year is ours, and left out."""
    return Citation(**{each.name: getattr(reference, each.name) for each in fields(Work)})


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
            year=str(record.dated.year),
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
            year=str(day.year),
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

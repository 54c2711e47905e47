"""The form of each kind of record in a data file, and what its files are called."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from theorybook.model.base import Record
from theorybook.model.evidence import Evidence
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.kept import Retirement
from theorybook.model.quotation import Quotation
from theorybook.model.study import Finding, Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.site import Site

FOLDER = "data/v1/"
# What people search by is for the search index alone.
_OTHER_NAMES = Field((), exclude=True)


class Exported(Record):
    """What every record carries in a data file."""

    url: str = Field(description="Address of the record on the site.")
    permalink: str = Field(description="An address that leads to the record wherever it moves.")
    limits: str = Field(description="How far the record can be trusted, in words.")
    record_licence: str = Field(
        description="Licence of the record, as far as it is ours. Words of others stay theirs."
    )
    credit_lines: tuple[str, ...] = Field(
        description="Credit lines that reuse of this record has to carry along."
    )


class TheoryOut(Exported, Theory):
    """A theory, with its address and limits."""

    taken_back: tuple[Evidence, ...] = Field(
        description="Evidence that no longer counts: it, or what it rests on, is retired."
    )
    other_names: tuple[str, ...] = _OTHER_NAMES


class StudyOut(Exported, Study):
    """A study, with its bibliographic data, address and limits."""

    id: str = Field(description="The same as `key`.")
    title: str
    authors: tuple[str, ...] = Field(
        description="Given name and family name, in order; then et al. if there are more."
    )
    year: str
    journal: str
    volume: str
    pages: str = Field(description="Pages, or the article number.")
    doi: str
    pmid: str
    pmcid: str
    withdrawn: tuple[Finding, ...] = Field(description="Findings that no longer count: retired.")
    other_names: tuple[str, ...] = _OTHER_NAMES


class QuoteOut(Exported, Quotation):
    """A quotation, its words in `exact`, with its address and limits."""

    source_licence: str | None = Field(
        description="Licence of the publication whose words these are, if we saw one."
    )


class TermOut(Exported, Term):
    """A term, with its address and limits."""

    other_names: tuple[str, ...] = _OTHER_NAMES


class EntryOut(Exported, Entry):
    """A word of the glossary, with its address and limits."""

    other_names: tuple[str, ...] = _OTHER_NAMES


class TensionOut(Exported, Tension):
    """A tension, with its address and limits."""


class GapOut(Exported, FieldGap):
    """A gap in the whole field, with its address and limits."""


class RetiredOut(Record):
    """A record that no longer holds, and where it is kept."""

    id: str
    kind: str = Field(description="What it is, such as `theory`.")
    retired: Retirement = Field(description="When and why, and what to use instead.")
    url: str = Field(description="Address of the record on the site.")
    permalink: str = Field(description="An address that leads to the record wherever it moves.")
    data: str = Field(description="Address of the record as a data file of its own.")


@dataclass(frozen=True)
class Noun:
    """A kind of record as data: what one is called, what many are, and its form."""

    one: str
    many: str
    form: type[Exported]

    def address(self, id: str) -> str:
        """Address of one record as a data file."""
        return f"{FOLDER}{self.many}/{id}.json"

    def names(self, site: Site) -> list[str]:
        """Return every record of the kind, the retired ones too, by `kind/id`."""
        return [name for name in site.everything.kept if name.startswith(f"{self.one}/")]


NOUNS = (
    Noun("theory", "theories", TheoryOut),
    Noun("study", "studies", StudyOut),
    Noun("quote", "quotes", QuoteOut),
    Noun("term", "terms", TermOut),
    Noun("glossary", "glossary", EntryOut),
    Noun("tension", "tensions", TensionOut),
    Noun("gap", "gaps", GapOut),
)

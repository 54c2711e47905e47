"""The form of each kind of record in a data file."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, create_model

from theorybook.kinds import KINDS
from theorybook.model.base import Record
from theorybook.model.evidence import Evidence
from theorybook.model.quotation import Quotation
from theorybook.model.study import Finding, Study
from theorybook.model.theory import Theory
from theorybook.model.versioned import Retirement, VersionedRecord
from theorybook.strength import Result, Rung


class Exported(Record):
    """What every record carries in a data file."""

    url: str = Field(description="Address of the record on the site.")
    permalink: str = Field(description="An address that leads to the record wherever it moves.")
    limits: str = Field(description="How far the record can be trusted, in words.")
    record_licence: str = Field(
        description="License of the record, as far as it is ours. Words of others stay theirs."
    )
    credit_lines: tuple[str, ...] = Field(
        description="Credit lines that reuse of this record has to carry along."
    )
    # What people search by is for the search index alone.
    other_names: tuple[str, ...] = Field((), exclude=True)


class TrialOut(Record):
    """What the studies of one project that tests found of a theory."""

    studies: tuple[str, ...] = Field(description="Keys of the studies.")
    result: Result = Field(description="What it found, in words.")
    whole: bool = Field(description="Whether it tested the whole step, or only bears on it.")
    exploratory: bool = Field(description="Whether all of it was exploratory.")


class StrengthOut(Record):
    """How sure we are of a theory: what its evidence counts up to, in separate projects."""

    rung: Rung = Field(description="Its step on our ladder, in words.")
    outright: int = Field(description="How many say the whole step outright.")
    inferred: int = Field(description="How many more point the same way by inference.")
    against: int = Field(description="How many go against it.")
    both_ways: int = Field(description="How many point both ways.")
    conditions: int = Field(description="How many add a condition.")
    trials: tuple[TrialOut, ...] = Field(description="The trials that bear on it.")


class TheoryOut(Exported, Theory):
    """A theory, with its address and limits."""

    strength: StrengthOut = Field(description="How sure we are of it, counted.")

    taken_back: tuple[Evidence, ...] = Field(
        description="Evidence that no longer counts: it, or what it rests on, is retired."
    )


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


class QuoteOut(Exported, Quotation):
    """A quotation, its words in `exact`, with its address and limits."""

    source_licence: str | None = Field(
        description="License of the publication whose words these are, if we saw one."
    )


class RetiredOut(Record):
    """A record that no longer holds, and where it is kept."""

    id: str
    kind: str = Field(description="What it is, such as `theory`.")
    retired: Retirement = Field(description="When and why, and what to use instead.")
    url: str = Field(description="Address of the record on the site.")
    permalink: str = Field(description="An address that leads to the record wherever it moves.")
    data: str = Field(description="Address of the record as a data file of its own.")


def _form(model: type[VersionedRecord]) -> type[Record]:
    """Return the form of a record that has nothing to add to what all have."""
    bases: tuple[type[Record], ...] = (Exported, model)
    return create_model(f"{model.__name__}Out", __base__=bases, __doc__=model.__doc__)


_OWN: Mapping[type[VersionedRecord], type[Record]] = {
    Theory: TheoryOut,
    Study: StudyOut,
    Quotation: QuoteOut,
}
# The form of each kind of record, by the name of its collection.
FORMS: Mapping[str, type[Record]] = {
    kind.many: _OWN.get(kind.model) or _form(kind.model) for kind in KINDS
}

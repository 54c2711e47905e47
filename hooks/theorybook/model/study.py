"""A publication: what it did, who took part, what it reports, and what we could not read."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from theorybook.model.base import (
    Depth,
    Placed,
    QuoteRef,
    Record,
    Statement,
    StudyKey,
    TermRef,
    Text,
    Unknown,
)

FindingId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+-F[0-9]+$")]


class Placement(Record):
    """Where a finding stands in the shared vocabulary."""

    term: TermRef = Field(description="Id of the term in terms.yaml.")
    placed: Placed = Field(
        description="`stated` if the publication puts it there, `arguable` if we do."
    )


class Finding(Record):
    """One thing a publication reports."""

    id: FindingId = Field(description="The study's key, `-F` and a number, never reused.")
    text: Text = Field(description="What it reports, in our own plain words, hedges kept.")
    quote: QuoteRef | None = Field(None, description="Id of the quotation that says it.")
    terms: tuple[Placement, ...] = Field((), description="Where it stands in the vocabulary.")


class Study(Record):
    """What one publication did and reports, at the depth we read it."""

    key: StudyKey = Field(description="Its BibTeX key in references.bib.")
    kind: Statement = Field(description="What kind of study it is.")
    country: Statement | None = Field(None, description="Where it was done.")
    setting: Statement = Field(description="The program or service it was done in.")
    population: Statement = Field(description="Who it is about.")
    who_spoke: Statement = Field(description="Who took part, and who is not named.")
    methods: Statement = Field(description="How it was done.")
    depth: Depth = Field(description="How close we read it.")
    depth_note: Text = Field(description="What exactly we read, in a sentence.")
    licence: Text | None = Field(None, description="Its licence, if seen.")
    licence_url: Text | None = Field(None, description="Address of the licence.")
    credit: Text | None = Field(None, description="The credit line its licence asks for.")
    findings: tuple[Finding, ...] = Field(description="What it reports.")
    advice: tuple[Statement, ...] = Field((), description="What its authors advise.")
    unread: tuple[Unknown, ...] = Field(description="What could not be read.")
    other_names: tuple[Text, ...] = Field((), description="Words people search by.")


class StudiesFile(Record):
    """data/studies.yaml"""

    studies: tuple[Study, ...] = Field(description="The publications.")

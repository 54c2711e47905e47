"""A publication: what it did, who took part, what it reports, and what we could not read."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.address import WebAddress
from theorybook.model.base import (
    CountryRef,
    Day,
    Depth,
    DesignRef,
    Gap,
    GroupRef,
    Placed,
    ProjectRef,
    Prose,
    QuoteRef,
    Record,
    StudyKey,
    TermRef,
    Text,
    Voice,
)
from theorybook.model.versioned import RecordPart, VersionedRecord

FindingId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+-F[1-9][0-9]{0,3}$")]


class Standing(StrEnum):
    """What a publication makes of something it says."""

    RESULT = "result"
    THEORY = "theory"
    BACKGROUND = "background"


class Direction(StrEnum):
    """Which way a finding points for a term."""

    FOR = "supports"
    AGAINST = "goes against"
    NO_CHANGE = "no change found"
    MIXED = "mixed"
    LACKING = "reports its lack"


class Fact(Record):
    """Something about the study itself. It rests on the study, so it cites nothing."""

    text: Prose = Field(description="The sentence or sentences, as a reader reads them.")
    voice: Voice = Field(
        description="`from the study` if the publication says it, `our reading` if we do."
    )

    @field_validator("voice")
    @classmethod
    def _tells(cls, voice: Voice) -> Voice:
        if voice in (Voice.ADVICE, Voice.QUESTION):
            raise PydanticCustomError(
                "V07", "a fact about a study is told as `{voice}`", {"voice": voice.value}
            )
        return voice


class TookPart(StrEnum):
    """Whether clients took part in a study, as far as what we read says so."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not stated"


class Clients(Fact):
    """Whether those who get the support took part, and how we know."""

    took_part: TookPart = Field(
        description="`yes` if what we read names them among those who took part; `no` if it "
        "counts or names all who took part, and they are not among them; else `not stated`. For a "
        "review, it is about the people in the studies that it sums up."
    )


class Placement(Record):
    """Where a finding stands in the shared vocabulary."""

    term: TermRef = Field(description="Id of the term in terms.yaml.")
    placed: Placed = Field(
        description="`stated` if the publication puts it there, `arguable` if we do."
    )
    points: Direction = Field(
        Direction.FOR,
        description="supports, goes against, no change found, mixed, or reports its lack.",
    )


class Finding(RecordPart):
    """One thing a publication reports."""

    id: FindingId = Field(description="The study's key, `-F` and a number, never reused.")
    standing: Standing = Field(
        description="`result` of the study, a `theory` it proposes or names, or `background` "
        "that it only retells."
    )
    exploratory: bool = Field(
        False,
        description="true if the publication calls this result exploratory. It tests nothing then.",
    )
    text: Prose = Field(
        description="What it reports, in our own plain words, hedges kept (from the study)."
    )
    quote: QuoteRef | None = Field(None, description="Id of the quotation that says it.")
    terms: tuple[Placement, ...] = Field((), description="Where it stands in the vocabulary.")


class Study(VersionedRecord):
    """What one publication did and reports, at the depth we read it."""

    key: StudyKey = Field(description="Its BibTeX key in references.bib.")
    design: DesignRef = Field(description="What kind of study: an id from `designs` in site.yaml.")
    groups: tuple[GroupRef, ...] = Field(
        description="Who it is about: ids from `groups` in site.yaml."
    )
    countries: tuple[CountryRef, ...] = Field(
        (), description="Where it was done: ids from `countries` in site.yaml. None if not known."
    )
    project: ProjectRef | None = Field(
        None,
        description="The project it shares with other studies here: an id from `projects` in "
        "site.yaml. Studies of one project are not counted as separate.",
    )
    kind: Fact = Field(description="What kind of study it is, in a sentence.")
    country: Fact | None = Field(None, description="Where it was done, in a sentence.")
    setting: Fact = Field(description="The program or service it was done in.")
    population: Fact = Field(description="Who it is about.")
    who_spoke: Fact = Field(description="Who took part, how many, and who is not named.")
    clients: Clients = Field(
        description="Whether the clients that `clients` in site.yaml speaks of took part, and how "
        "we know."
    )
    methods: Fact = Field(description="How it was done.")
    depth: Depth = Field(description="How close we read it.")
    depth_note: Prose = Field(description="What exactly we read, in a sentence.")
    licence: Text | None = Field(None, description="Its license, if seen.")
    licence_url: WebAddress | None = Field(None, description="Address of the license.")
    credit: Text | None = Field(None, description="The credit line its license asks for.")
    findings: tuple[Finding, ...] = Field(description="What it reports.")
    advice: tuple[Fact, ...] = Field((), description="What its authors advise.")
    looked_in: Text = Field(description="Where we looked for what is not known.")
    looked_on: Day = Field(description="When we looked last, as year-month-day.")
    unread: tuple[Gap, ...] = Field(description="What could not be read.")

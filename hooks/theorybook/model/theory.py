"""A program theory: in a context, what a program does sets off a reasoning, so things change."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import (
    Day,
    DueDay,
    Gap,
    PersonRef,
    Placed,
    Prose,
    QuoteRef,
    Record,
    Slug,
    SourceRef,
    Statement,
    TermRef,
    Text,
    TheoryRef,
    WholeNumber,
    statements_in,
)
from theorybook.model.evidence import Evidence
from theorybook.model.polarity import Polarity
from theorybook.model.versioned import RecordPart, VersionedRecord

_LONGEST_UNREAD = 10  # years
TheoryId = Annotated[str, StringConstraints(pattern=r"^T([0-9]{3}|[1-9][0-9]{3})$")]


class Status(StrEnum):
    """Whether readers see a theory."""

    DRAFT = "draft"
    PUBLISHED = "published"


class Relation(StrEnum):
    """How one theory bears on another."""

    NEEDS = "needs"
    FEEDS = "feeds"
    CLASHES = "clashes with"
    SHARES = "shares ground with"


class Part(Statement):
    """What fills a slot: a term of the vocabulary, and a sentence about it."""

    term: TermRef = Field(description="Id of the term in terms.yaml.")
    placed: Placed = Field(
        description="`stated` if the publication itself puts it in this slot, "
        "`arguable` if we put it there."
    )
    polarity: Polarity = Field(
        Polarity.PRESENT,
        description="`present` if the theory is about the term, `lacking` if it is about its "
        "lack, `in the way` if its lack holds the theory back, `varies` if it is there for some "
        "and not for others. Without it: `present`.",
    )


class UnknownSlot(Gap):
    """A slot, or a side of it, that nobody could read."""

    term: TermRef | None = Field(
        None, description="Id of the term that stands for the unknown thing, if it has one."
    )


class Slot(Record):
    """One step of the chain: what is said about it, what is not known, or both."""

    unknown: UnknownSlot | None = Field(None, description="What the sources do not say.")
    parts: tuple[Part, ...] = Field(
        (), validate_default=True, description="What is said, or read into it, part by part."
    )

    @field_validator("parts")
    @classmethod
    def _filled_or_unknown(cls, parts: tuple[Part, ...], info: ValidationInfo) -> tuple[Part, ...]:
        if not parts and info.data.get("unknown", True) is None:
            raise PydanticCustomError("C01", "this step is neither filled nor marked as not known")
        return parts


class ResearchName(Record):
    """What the theory is called: by researchers, in their words or as we read it, or by us."""

    quote: QuoteRef | None = Field(None, description="Id of the quotation that names it.")
    text: Text | None = Field(
        None,
        validate_default=True,
        description="A name without a quotation. It is ours, unless `cites` says who uses it.",
    )
    cites: tuple[SourceRef, ...] = Field(
        (), description="For a name in `text` that researchers use: where we read it."
    )

    @field_validator("text")
    @classmethod
    def _one_of_the_two(cls, text: str | None, info: ValidationInfo) -> str | None:
        if "quote" in info.data and (info.data["quote"] is None) == (text is None):
            raise PydanticCustomError("M02", "give either `quote` or `text`, one of the two")
        return text


class Condition(Record):
    """Something to check in a program, and the first fix if it is missing."""

    ask: Statement = Field(description="What to check, as a question.")
    first_fix: Statement = Field(description="What to do first if the answer is no.")


class Action(Statement):
    """Something to do on Monday. `text` is its title."""

    who: Prose = Field(description="Who does it.")
    first_step: Prose = Field(description="The first step.")
    cost: Prose = Field(description="What it takes, in words.")
    if_you_cannot: Prose = Field(description="The smaller version, for when you cannot.")


class Risk(Statement):
    """What can go wrong."""

    warning: Prose = Field(description="The early warning: what you would notice first.")


class Talk(Statement, RecordPart):
    """A question for a meeting or a training."""

    id: Annotated[str, StringConstraints(pattern=r"^T([0-9]{3}|[1-9][0-9]{3})-Q[1-9][0-9]*$")] = (
        Field(description="Id of the theory, `-Q` and a number, never reused.")
    )
    purpose: Prose = Field(description="Why ask it.")
    minutes: Annotated[WholeNumber, Field(ge=1, le=120)] = Field(description="How long it takes.")
    care: Prose = Field(description="What to watch for so that nobody is hurt.")

    @property
    def old_anchor(self) -> str:
        """The anchor it had before it had an id: the place that it had then is its number."""
        return self.id.replace("-Q", "-talk-")


class Link(Record):
    """A theory that bears on this one."""

    relation: Relation = Field(description="needs, feeds, clashes with, or shares ground with.")
    theory: TheoryRef = Field(description="Id of the other theory.")
    why: Statement = Field(description="How the two meet.")


class Theory(VersionedRecord):
    """One program theory, with all that its page shows."""

    id: TheoryId = Field(description="`T` and three digits, never reused.")
    slug: Slug = Field(
        description="The last part of its address. If it changes, the old address leads to the new."
    )
    status: Status = Field(description="draft (not on the site) or published.")
    reviewed: Day = Field(description="When somebody last read it through, as year-month-day.")
    review_by: DueDay = Field(description="When to read it through again.")
    headline: Statement = Field(description="The theory in one plain sentence, 25 words at most.")
    short: Text = Field(description="A name of two to six words for lists and pictures.")
    research_name: ResearchName = Field(description="Its name in research, or a name of ours.")
    about: PersonRef = Field(description="Who it is about: an id from `people` in site.yaml.")
    for_whom: Statement = Field(description="Who it is about, in a sentence.")
    context: Slot = Field(description="When: what surrounds the program.")
    strategy: Slot = Field(description="What the program does: the resource it offers.")
    mechanism: Slot = Field(description="Why: what people come to think or feel.")
    outcome: Slot = Field(description="What changes.")
    in_a_sentence: Statement = Field(description="If this, then that, because of this.")
    evidence: tuple[Evidence, ...] = Field(description="What each study adds.")
    conditions: tuple[Condition, ...] = Field(description="What to check in a program.")
    actions: tuple[Action, ...] = Field(description="What to do with it.")
    risks: tuple[Risk, ...] = Field(description="What can go wrong.")
    signs: tuple[Statement, ...] = Field(description="Signs that it is working.")
    place: Statement = Field(description="How like your place is it?")
    looked_in: Text = Field(description="Where we looked for what is not known.")
    looked_on: Day = Field(description="When we looked last, as year-month-day.")
    unknowns: tuple[Gap, ...] = Field(description="What we do not know.")
    would_change: tuple[Statement, ...] = Field(description="What would change our mind.")
    talk: tuple[Talk, ...] = Field(description="Questions to talk about.")
    links: tuple[Link, ...] = Field((), description="Theories that bear on this one.")

    @field_validator("review_by")
    @classmethod
    def _is_read_again(cls, review_by: date, info: ValidationInfo) -> date:
        reviewed = info.data.get("reviewed")
        if reviewed and review_by <= reviewed:
            raise PydanticCustomError("due", "it was read through on that day, or later")
        if reviewed and review_by.year - reviewed.year > _LONGEST_UNREAD:
            raise PydanticCustomError("due", "that is more than ten years after it was read")
        return review_by

    @field_validator("evidence")
    @classmethod
    def _has_evidence(cls, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        if not evidence:
            raise PydanticCustomError("E01", "this theory has no evidence")
        return evidence

    @property
    def slots(self) -> dict[str, Slot]:
        """The four steps of the chain by name, in order."""
        return {
            "context": self.context,
            "strategy": self.strategy,
            "mechanism": self.mechanism,
            "outcome": self.outcome,
        }

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all steps of the chain, in order."""
        return tuple(part for slot in self.slots.values() for part in slot.parts)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that is not known: in the steps of the chain, then beyond them."""
        in_the_chain = (slot.unknown for slot in self.slots.values() if slot.unknown)
        return (*in_the_chain, *self.unknowns)

    @property
    def statements(self) -> tuple[tuple[tuple[str | int, ...], Statement], ...]:
        """Every statement with its path, however deep it stands."""
        return tuple(statements_in(self))

"""What a study adds to a theory: which way it points, and why it counts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import FindingRef, Prose, QuoteRef, StudyKey
from theorybook.model.versioned import RecordPart
from theorybook.record_id import RecordId
from theorybook.words.reading import words

EvidenceId = Annotated[
    str, StringConstraints(pattern=r"^T([0-9]{3}|[1-9][0-9]{3})-E[1-9][0-9]{0,3}$")
]


class Stance(StrEnum):
    """Which way a study points."""

    SUPPORTS = "supports"
    AGAINST = "goes against"
    CONDITION = "adds a condition"
    MIXED = "points both ways"


class Directness(StrEnum):
    """Whether a study says it, or we infer it from what it says."""

    OUTRIGHT = "outright"
    INFERENCE = "by inference"


LONGEST_CLAUSE = 12


class Evidence(RecordPart):
    """What one study adds, and why its words count."""

    id: EvidenceId = Field(description="The theory's id, `-E` and a number, never reused.")
    study: StudyKey = Field(description="Key of the study.")
    quote: QuoteRef | None = Field(None, description="Id of the quotation it rests on.")
    finding: FindingRef | None = Field(
        None, validate_default=True, description="Id of the study's finding it rests on."
    )
    stance: Stance = Field(
        description="supports, goes against, adds a condition, or points both ways."
    )
    directness: Directness = Field(description="outright, or by inference.")
    adds: Prose = Field(
        description="What the study says that bears on this, in plain words (from the study)."
    )
    clause: Prose | None = Field(
        None,
        description="The heart of `adds` in 12 words at most, for its row in the list: no capital, "
        "no full stop (from the study). Without it the row shows `adds`.",
    )
    why: Prose = Field(description="Why this counts for or against the theory (our reading).")

    @field_validator("clause")
    @classmethod
    def _is_short(cls, clause: str | None) -> str | None:
        if clause and len(words(clause)) > LONGEST_CLAUSE:
            raise PydanticCustomError(
                "W01",
                "a clause of {count} words; {most} are the limit",
                {"count": len(words(clause)), "most": LONGEST_CLAUSE},
            )
        return clause

    @field_validator("finding")
    @classmethod
    def _rests_on_one_thing(cls, finding: str | None, info: ValidationInfo) -> str | None:
        if "quote" in info.data and (info.data["quote"] is None) == (finding is None):
            raise PydanticCustomError("E02", "give either `quote` or `finding`, one of the two")
        return finding

    @property
    def source(self) -> RecordId:
        """The quotation or finding that it rests on."""
        if self.quote:
            return RecordId("quote", self.quote)
        return RecordId("finding", self.finding or "")

"""The shared vocabulary: contexts, strategies, mechanisms and outcomes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import PersonRef, Prose, Slug, StudyKey, Text, Unknown
from theorybook.model.versioned import VersionedRecord


class TermKind(StrEnum):
    """The four kinds of term. If the program can decide it, it is a strategy."""

    CONTEXT = "context"
    STRATEGY = "strategy"
    MECHANISM = "mechanism"
    OUTCOME = "outcome"

    @property
    def plural(self) -> str:
        """The first part of the address of its terms."""
        return "strategies" if self is TermKind.STRATEGY else f"{self.value}s"

    @property
    def plain(self) -> str:
        """Its plain twin, as the site's pages call it."""
        return _PLAIN[self]


_PLAIN = {
    TermKind.CONTEXT: "When",
    TermKind.STRATEGY: "What the program does",
    TermKind.MECHANISM: "Why",
    TermKind.OUTCOME: "What changes",
}


Lack = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\S+(\s+\S+){1,5}$")]


class Term(VersionedRecord):
    """One word of the vocabulary that theories and findings share."""

    id: Slug = Field(description="Its id, and the last part of its address. It never changes.")
    kind: TermKind = Field(description="context, strategy, mechanism or outcome.")
    name: Text = Field(description="Its plain name, as a coordinator would say it.")
    research_name: Text | None = Field(None, description="Its name in research, if it has one.")
    named_in: tuple[StudyKey, ...] = Field(
        (), description="Publications that use the research name. Without one, the name is ours."
    )
    definition: Prose | None = Field(None, description="What it means, in our own words.")
    unknown: Unknown | None = Field(
        None, validate_default=True, description="If nobody could read what it is."
    )
    is_not: Prose = Field(description="What it is easily taken for, and is not.")
    concerns: tuple[PersonRef, ...] = Field(min_length=1, description="Who it concerns.")
    wanted: bool | None = Field(
        None, validate_default=True, description="For an outcome: is it wanted, if known?"
    )
    lack: Lack | None = Field(
        None,
        description="Words for its lack, 2 to 6, such as `No clear role`. Needed if a theory or "
        "a finding reports it as lacking.",
    )

    @field_validator("unknown")
    @classmethod
    def _defined_or_unknown(cls, unknown: Unknown | None, info: ValidationInfo) -> Unknown | None:
        if "definition" in info.data and (info.data["definition"] is None) == (unknown is None):
            raise PydanticCustomError("C01", "give either `definition` or `unknown`, one of them")
        return unknown

    @field_validator("wanted")
    @classmethod
    def _outcomes_are_wanted_or_not(cls, wanted: bool | None, info: ValidationInfo) -> bool | None:
        kind = info.data.get("kind")
        if kind is None or (kind is TermKind.OUTCOME and info.data.get("unknown")):
            return wanted
        if (kind is TermKind.OUTCOME) != (wanted is not None):
            raise PydanticCustomError("M02", "`wanted` belongs to every outcome, and only there")
        return wanted

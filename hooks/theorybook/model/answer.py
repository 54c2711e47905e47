"""Does it work? One thing that trials or reviews looked at, or that no study here has tested."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import GroupRef, Statement, Text, Unknown
from theorybook.model.versioned import VersionedRecord


class Found(StrEnum):
    """What was found, taken together, in the order in which it is told."""

    BETTER = "better with it"
    PERHAPS = "perhaps better"
    MIXED = "not the same everywhere"
    NO_DIFFERENCE = "no clear difference"
    WORSE = "worse with it"
    UNSETTLED = "not settled"
    UNTESTED = "not tested here"

    @property
    def sign(self) -> str:
        """The sign that stands beside the words; blank where no study here tested it."""
        return _SIGNS[self]


_SIGNS = {
    Found.BETTER: "+",
    Found.PERHAPS: "+?",
    Found.MIXED: "\N{PLUS-MINUS SIGN}",
    Found.NO_DIFFERENCE: "=",
    Found.WORSE: "\N{MINUS SIGN}",
    Found.UNSETTLED: "?",
    Found.UNTESTED: "",
}


class Answer(VersionedRecord):
    """One line of the answer: an outcome, for whom, and what was found."""

    id: Annotated[str, StringConstraints(pattern=r"^A([0-9]{2}|[1-9][0-9]{2})$")] = Field(
        description="`A` and two digits, or three from A100 on, never reused."
    )
    what: Text = Field(description="What was looked at, in a few words.")
    about: GroupRef | None = Field(
        None,
        description="Whom the studies are about: an id from `groups` in site.yaml. "
        "None if what we read does not show it, or if it is about more than one.",
    )
    some_ages_not_shown: bool = Field(
        False,
        description="Whether some of the studies do not show how old people were, or are about "
        "others as well. The page then says so. At least one has to be about them.",
    )
    found: Found = Field(description="What was found, as we read it (our reading).")
    minute: Statement | None = Field(
        None, description="A sentence or two of it for the top of the page, which is short."
    )
    says: tuple[Statement, ...] = Field(
        (), validate_default=True, description="What the studies say, each citing its findings."
    )
    unknown: Unknown | None = Field(
        None, validate_default=True, description="If it is not tested: what no study here tested."
    )

    @field_validator("says")
    @classmethod
    def _somebody_says_so(
        cls, says: tuple[Statement, ...], info: ValidationInfo
    ) -> tuple[Statement, ...]:
        if not says and info.data.get("found", Found.UNTESTED) is not Found.UNTESTED:
            raise PydanticCustomError("M02", "no study is told of that found it")
        return says

    @field_validator("unknown")
    @classmethod
    def _untested_or_found(cls, unknown: Unknown | None, info: ValidationInfo) -> Unknown | None:
        if "found" in info.data and (info.data["found"] is Found.UNTESTED) != bool(unknown):
            raise PydanticCustomError("M02", "`unknown` belongs to what is not tested, only there")
        return unknown

    @property
    def in_short(self) -> str:
        """What it comes to: what was found, or what no study here tested."""
        return self.unknown.what if self.unknown else self.found.value

"""What has to be safe: one topic, with what guides ask, what studies found and what we advise."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import StandardRef, Statement, Text, Unknown, Voice
from theorybook.model.versioned import VersionedRecord


class GuidedStatement(Statement):
    """One or more sentences in one voice, which may rest on guides and standards as well.

    A guide is no study: what rests on one is our reading of it, or our advice.
    """

    rests_on_cites_alone: ClassVar[bool] = False

    guides: tuple[StandardRef, ...] = Field(
        (),
        validate_default=True,
        description="Ids of the guides or standards that ask for it, or that our reading is of.",
    )

    @field_validator("guides")
    @classmethod
    def _rests_on_something(cls, guides: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        voice, cites = info.data.get("voice"), info.data.get("cites")
        if voice is Voice.STUDY and guides:
            raise PydanticCustomError("V05", "a guide is named in the voice of a study")
        if cites == () and not guides and voice in (Voice.STUDY, Voice.READING):
            raise PydanticCustomError(
                "V02", "the voice is `{voice}` and nothing is cited", {"voice": voice.value}
            )
        return guides


class Topic(VersionedRecord):
    """One topic of the page on safety."""

    id: Annotated[str, StringConstraints(pattern=r"^S[0-9]{2}$")] = Field(
        description="`S` and two digits, never reused."
    )
    title: Text = Field(description="The topic in a few plain words.")
    for_whom: Text = Field(description="Who should read it.")
    before_start: bool = Field(
        False,
        description="Whether its advice has to be in place before a program starts. The page that "
        "plans a program asks for each line of it.",
    )
    says: tuple[GuidedStatement, ...] = Field(
        min_length=1, description="What to know and to do, in turn."
    )
    unknowns: tuple[Unknown, ...] = Field((), description="What nobody could tell us about it.")

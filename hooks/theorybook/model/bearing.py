"""A theory that bears on what a record is about, such as a situation or an activity."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import Statement, TheoryRef, Voice


class Bearing(Statement):
    """A theory that bears on a record, and why. What is ours rests on the theory."""

    rests_on_cites_alone: ClassVar[bool] = False

    theory: TheoryRef = Field(description="Id of the theory.")

    @field_validator("theory")
    @classmethod
    def _a_study_is_cited(cls, theory: str, info: ValidationInfo) -> str:
        if info.data.get("voice") is Voice.STUDY and info.data.get("cites") == ():
            voice = {"voice": Voice.STUDY.value}
            raise PydanticCustomError("V02", "the voice is `{voice}` and nothing is cited", voice)
        return theory

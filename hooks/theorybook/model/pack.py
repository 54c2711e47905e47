"""A pack: activities for one session, with a welcome, pauses and a close, whose minutes add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.activity import Minutes
from theorybook.model.base import (
    ActivityRef,
    AudienceRef,
    DrillRef,
    Prose,
    Record,
    Slug,
    Statement,
    Text,
    WholeNumber,
)
from theorybook.model.versioned import VersionedRecord

_WHOLE_DAY = 600  # minutes


class Item(Record):
    """A line of the agenda: an activity, a pause, or words of welcome or close with minutes."""

    minutes: Minutes | None = Field(
        None, description="How long a welcome or a close takes. An activity knows its own."
    )
    activity: ActivityRef | None = Field(None, description="Id of an activity.")
    pause: Minutes | None = Field(None, description="A pause: its minutes.")
    welcome: Statement | None = Field(None, description="What to do at the start.")
    close: Statement | None = Field(
        None, validate_default=True, description="What to do at the end."
    )

    @field_validator("close")
    @classmethod
    def _one_of_the_four(cls, close: Statement | None, info: ValidationInfo) -> Statement | None:
        if not {"activity", "pause", "welcome", "minutes"} <= info.data.keys():
            return close
        words = [each for each in (info.data["welcome"], close) if each is not None]
        others = [info.data[name] for name in ("activity", "pause") if info.data[name] is not None]
        if len(words) + len(others) != 1:
            raise PydanticCustomError(
                "M02", "give one of `activity`, `pause`, `welcome` and `close`"
            )
        if bool(words) != (info.data["minutes"] is not None):
            raise PydanticCustomError(
                "M02", "`minutes` stand with a welcome or a close, and only there"
            )
        return close


class Pack(VersionedRecord):
    """One pack: a whole session, ready to run."""

    id: Annotated[str, StringConstraints(pattern=r"^K([0-9]{2}|[1-9][0-9]{2})$")] = Field(
        description="`K` and two digits, or three from K100 on, never reused."
    )
    slug: Slug = Field(
        description="The last part of its address. If it changes, the old address leads to the new."
    )
    title: Text = Field(description="Its name, in a few words.")
    aim: Prose = Field(description="What it is for, in a sentence.")
    for_whom: tuple[AudienceRef, ...] = Field(
        min_length=1, description="Whom it is for: ids of `audiences` in site.yaml."
    )
    promise: Annotated[WholeNumber, Field(ge=1, le=_WHOLE_DAY)] = Field(
        description="How many minutes it takes, as people are told. Its items must add up to it."
    )
    begins: Annotated[str, StringConstraints(pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$")] = Field(
        description="When it begins in the agenda that we print, such as `9:30`."
    )
    before: tuple[Statement, ...] = Field(
        min_length=1, description="What to settle before the day, in order."
    )
    items: tuple[Item, ...] = Field(min_length=1, description="The agenda, in order.")
    starts: tuple[ActivityRef, ...] = Field(
        (), description="Activities to start with if there is time for one only."
    )
    drills: tuple[DrillRef, ...] = Field((), description="Drills that fit it: their ids.")

    @property
    def activities(self) -> Iterator[tuple[int, str]]:
        """Each activity of the agenda: its place there, and its id."""
        yield from ((i, item.activity) for i, item in enumerate(self.items) if item.activity)

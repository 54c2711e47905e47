"""Records that have an id: they have versions, and are retired, never deleted."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Annotated

from pydantic import ConfigDict, Field, computed_field, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import AnyRef, Day, Record, Text, WholeNumber


class Change(Record):
    """One line of a record's history."""

    version: Annotated[WholeNumber, Field(ge=1)] = Field(
        description="The version this made, from 1."
    )
    date: Day = Field(description="When, as year-month-day.")
    what: Text = Field(description="What changed, in plain words.")
    corrected: bool = Field(False, description="Whether it puts a mistake of ours right.")


class Retirement(Record):
    """Why something no longer holds, and what to use in its place."""

    on: Day = Field(description="When it was retired, as year-month-day.")
    why: Text = Field(description="Why, in plain words.")
    instead: tuple[AnyRef, ...] = Field(
        (), description="Ids of what to use instead. None if nothing takes its place."
    )


class Retirable(Record):
    """What can be retired: it stays where it is, says so first, and no longer counts."""

    retired: Retirement | None = Field(
        None, description="If it no longer holds: when, why, and what to use instead."
    )


class RecordPart(Retirable):
    """A part of a record that has an id of its own."""

    id: str = Field(description="The id of its record, a hyphen, a letter and a number.")


class VersionedRecord(Retirable):
    """A record that is kept: each change of what it says makes a new version."""

    # Whole records are read and written by themselves and in the model of their file: what is made
    # ready once serves both.
    model_config = ConfigDict(defer_build=False)

    history: tuple[Change, ...] = Field(
        description="Its versions, oldest first: number, date, and what changed."
    )
    other_names: tuple[Text, ...] = Field(
        (), description="Words people search by. They are in the search index and nowhere else."
    )

    @field_validator("history")
    @classmethod
    def _counts_up(cls, history: tuple[Change, ...]) -> tuple[Change, ...]:
        if [change.version for change in history] != list(range(1, len(history) + 1)):
            raise PydanticCustomError("H01", "the versions do not count 1, 2, 3 and so on")
        if not history or any(later.date < sooner.date for sooner, later in pairwise(history)):
            raise PydanticCustomError("H01", "the dates of the versions go back, or are missing")
        return history

    @computed_field(description="Its version: the number of the last line of its history.")  # type: ignore[prop-decorator]
    @property
    def version(self) -> int:
        """The number of the last line of its history."""
        return self.history[-1].version

    @computed_field(description="The date of its version.")  # type: ignore[prop-decorator]
    @property
    def dated(self) -> datetime.date:
        """The date of the last line of its history."""
        return self.history[-1].date

"""An activity for a training or a meeting: steps with minutes, and what to do if it gets heavy."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, computed_field, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import (
    AudienceRef,
    Prose,
    QuestionRef,
    Record,
    Slug,
    Statement,
    TermRef,
    Text,
    WholeNumber,
)
from theorybook.model.bearing import Bearing
from theorybook.model.versioned import VersionedRecord

_LONGEST = 240
_LARGEST = 200
Minutes = Annotated[WholeNumber, Field(ge=1, le=_LONGEST)]
_People = Annotated[WholeNumber, Field(ge=1, le=_LARGEST)]


class Heaviness(StrEnum):
    """How heavy it can get for those who take part."""

    LIGHT = "light"
    MAY = "may get heavy"
    HEAVY = "heavy"


class Work(StrEnum):
    """How much work it is."""

    LITTLE = "little"
    SOME = "some"
    MUCH = "much"


class Group(Record):
    """How many people it is for."""

    least: _People = Field(description="The fewest it works with.")
    most: _People = Field(description="The most it works with.")
    in_groups_of: _People | None = Field(
        None, description="How many work together. Without it, all do, or each does alone."
    )

    @field_validator("most")
    @classmethod
    def _not_fewer_than_the_least(cls, most: int, info: ValidationInfo) -> int:
        if most < info.data.get("least", most):
            raise PydanticCustomError("most", "`most` is less than `least`")
        return most

    @field_validator("in_groups_of")
    @classmethod
    def _not_more_than_the_most(cls, size: int | None, info: ValidationInfo) -> int | None:
        if size and size > info.data.get("most", size):
            raise PydanticCustomError("groups", "`in_groups_of` is more than `most`")
        return size


class Effort(Record):
    """How much work it is, for the trainer and for those who take part apart."""

    trainer: Work = Field(description="For who leads it, before and during.")
    learner: Work = Field(description="For who takes part.")


class TimedStep(Statement):
    """A step: what the trainer does, in how many minutes."""

    minutes: Minutes = Field(description="How long it takes.")
    say: Prose | None = Field(None, description="Words that the trainer can say, as they stand.")


class OwnQuestion(Statement):
    """A question of this activity that no theory asks."""

    purpose: Prose = Field(description="Why ask it.")
    care: Prose = Field(description="What to watch for so that nobody is hurt.")


class AskedQuestion(Record):
    """A question to ask: one that a theory asks, or one of our own."""

    talk: QuestionRef | None = Field(None, description="Id of a question of a theory.")
    own: OwnQuestion | None = Field(
        None, validate_default=True, description="A question that no theory asks."
    )

    @field_validator("own")
    @classmethod
    def _one_of_the_two(cls, own: OwnQuestion | None, info: ValidationInfo) -> OwnQuestion | None:
        if "talk" in info.data and (info.data["talk"] is None) == (own is None):
            raise PydanticCustomError("M02", "give either `talk` or `own`, one of the two")
        return own


class Adapt(Record):
    """How to do it another way. All of it is our advice."""

    online: Prose = Field(description="How to do it in a video call.")
    little_reading: Prose = Field(description="How to do it with people who read little.")
    ten_minutes: Prose | None = Field(
        None, description="What to do in ten minutes. Needed where all takes more than 20."
    )


class Activity(VersionedRecord):
    """One activity, with all that a trainer needs."""

    id: Annotated[str, StringConstraints(pattern=r"^J([0-9]{2}|[1-9][0-9]{2})$")] = Field(
        description="`J` and two digits, or three from J100 on, never reused. Answers have `A`."
    )
    slug: Slug = Field(
        description="The last part of its address. If it changes, the old address leads to the new."
    )
    title: Text = Field(description="Its name, in a few words.")
    aim: Prose = Field(description="What it is for, in a sentence.")
    for_whom: tuple[AudienceRef, ...] = Field(
        min_length=1, description="Whom it is for: ids of `audiences` in site.yaml."
    )
    about: tuple[TermRef, ...] = Field(
        min_length=1, description="What it is about: ids of terms. Readers filter by them."
    )
    group: Group = Field(description="How many people it is for.")
    effort: Effort = Field(description="How much work it is.")
    heavy: Heaviness = Field(description="How heavy it can get: light, may get heavy, or heavy.")
    if_upset: Statement | None = Field(
        None,
        validate_default=True,
        description="What to do if somebody is upset. Needed unless it is light.",
    )
    needs: tuple[Text, ...] = Field(description="What to bring, each in a word or two.")
    before: Statement = Field(description="What to settle before people come.")
    steps: tuple[TimedStep, ...] = Field(min_length=1, description="What to do, in order.")
    ask: tuple[AskedQuestion, ...] = Field(
        (), description="Questions for it, each with its purpose."
    )
    adapt: Adapt = Field(description="How to do it another way.")
    rests_on: tuple[Bearing, ...] = Field(
        description="The theories it rests on, each with a line on what it takes from them."
    )

    @field_validator("if_upset")
    @classmethod
    def _care_is_settled(cls, care: Statement | None, info: ValidationInfo) -> Statement | None:
        heavy = info.data.get("heavy", Heaviness.LIGHT)
        if care is None and heavy is not Heaviness.LIGHT:
            raise PydanticCustomError(
                "T03",
                "it is `{heavy}`, and nothing says what to do if somebody is upset",
                {"heavy": heavy.value},
            )
        return care

    @computed_field(description="How long it takes: the minutes of its steps together.")  # type: ignore[prop-decorator]
    @property
    def minutes(self) -> int:
        """The minutes of its steps together."""
        return sum(step.minutes for step in self.steps)

"""A situation that somebody is in: which theories bear on it, what to check, what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.base import (
    Gap,
    GapRef,
    Record,
    Slug,
    Statement,
    TensionRef,
    Text,
    TheoryRef,
    TopicRef,
    Unknown,
)
from theorybook.model.bearing import Bearing
from theorybook.model.theory import Action, Condition, Theory
from theorybook.model.versioned import VersionedRecord


class PartOfTheory(Record):
    """A part of a theory that has no id of its own, known by the words it begins with.

    So it is found wherever the theory puts it, and missed as soon as it says something else.
    """

    theory: TheoryRef = Field(description="Id of the theory. It is among those that bear on it.")
    begins: Text = Field(
        description="The words it begins with, as the theory has them: enough to tell it apart."
    )

    def among(self, theory: Theory) -> tuple[Any, ...]:
        """Return the parts of the theory that begin so."""
        return tuple(p for text, p in self.parts_of(theory) if text.startswith(self.begins))

    def parts_of(self, theory: Theory) -> tuple[tuple[str, Any], ...]:
        """Return all parts of this kind that a theory has, each with its text."""
        raise NotImplementedError


class ConditionOf(PartOfTheory):
    """Something to check, taken from a theory."""

    def parts_of(self, theory: Theory) -> tuple[tuple[str, Condition], ...]:
        """Return the conditions of a theory, each with its question."""
        return tuple((condition.ask.text, condition) for condition in theory.conditions)


class ActionOf(PartOfTheory):
    """Something to do, taken from a theory."""

    def parts_of(self, theory: Theory) -> tuple[tuple[str, Action], ...]:
        """Return the actions of a theory, each with its title."""
        return tuple((action.text, action) for action in theory.actions)


class GapOf(PartOfTheory):
    """Something not known, taken from a theory."""

    def parts_of(self, theory: Theory) -> tuple[tuple[str, Gap], ...]:
        """Return the gaps of a theory, each with what is not known."""
        return tuple((gap.what, gap) for gap in theory.gaps)


class Step(Record):
    """One of the first steps: an action of a theory, or words of ours."""

    action: ActionOf | None = Field(None, description="An action of a theory.")
    own: Statement | None = Field(
        None, validate_default=True, description="A step of ours that no theory has."
    )

    @field_validator("own")
    @classmethod
    def _one_of_the_two(cls, own: Statement | None, info: ValidationInfo) -> Statement | None:
        if "action" in info.data and (info.data["action"] is None) == (own is None):
            raise PydanticCustomError("M02", "give either `action` or `own`, one of the two")
        return own


class Situation(VersionedRecord):
    """A situation, in the words of somebody who is in it, and the way into the theories."""

    id: Annotated[str, StringConstraints(pattern=r"^U([0-9]{2}|[1-9][0-9]{2})$")] = Field(
        description="`U` and two digits, or three from U100 on, never reused."
    )
    slug: Slug = Field(
        description="The last part of its address. If it changes, the old address leads to the new."
    )
    title: Text = Field(description="The situation, in the words of somebody who is in it.")
    for_whom: Text = Field(description="Who should read it.")
    care: Statement | None = Field(
        None, description="What to say first, where it weighs on somebody who may read it."
    )
    safety: tuple[TopicRef, ...] = Field(
        (), description="Ids of safety topics to read first. With them come the help lines."
    )
    theories: tuple[Bearing, ...] = Field(
        min_length=1, description="The theories that bear on it, in order, each with a line on why."
    )
    checks: tuple[ConditionOf, ...] = Field(
        description="What must be in place: conditions of these theories, in order."
    )
    steps: tuple[Step, ...] = Field(min_length=1, description="What to do first, in order.")
    tensions: tuple[TensionRef, ...] = Field(
        (), description="Ids of tensions that it meets, where studies pull apart."
    )
    not_known: tuple[GapOf, ...] = Field(
        (), description="What is not known about it: gaps of these theories."
    )
    gaps: tuple[GapRef, ...] = Field((), description="Ids of gaps of the whole field.")
    unknowns: tuple[Unknown, ...] = Field((), description="What is not known, beyond those.")

    @property
    def taken(self) -> Iterator[tuple[tuple[str | int, ...], PartOfTheory]]:
        """Everything it takes from theories, each with its path."""
        yield from ((("checks", i), item) for i, item in enumerate(self.checks))
        for i, step in enumerate(self.steps):
            if step.action:
                yield ("steps", i, "action"), step.action
        yield from ((("not_known", i), item) for i, item in enumerate(self.not_known))

"""Where publications disagree, or point two ways."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from theorybook.model.base import Statement, TermRef, Text, TheoryRef
from theorybook.model.versioned import VersionedRecord


class Tension(VersionedRecord):
    """One thing that the publications do not agree on, or that cuts both ways."""

    id: Annotated[str, StringConstraints(pattern=r"^X([0-9]{2}|[1-9][0-9]{2})$")] = Field(
        description="`X` and two digits, or three from X100 on, never reused."
    )
    title: Text = Field(description="The tension in a few plain words of ours.")
    sides: tuple[Statement, ...] = Field(
        min_length=2, description="What speaks for each side, in turn."
    )
    reading: Statement = Field(description="What we make of it.")
    advice: Statement = Field(description="What a program can do meanwhile.")
    theories: tuple[TheoryRef, ...] = Field((), description="Theories that it concerns.")
    terms: tuple[TermRef, ...] = Field((), description="Terms that it concerns.")

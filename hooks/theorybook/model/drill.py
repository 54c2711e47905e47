"""A drill: cards made of what theories say, with answers. It has no text of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from theorybook.model.base import Slug, Text, TheoryRef
from theorybook.model.versioned import VersionedRecord


class Game(StrEnum):
    """What is to be told of each card."""

    PIECES = "pieces"
    SPEAKER = "who speaks"
    STANCE = "stance"


class Drill(VersionedRecord):
    """One drill. Its cards follow from the theories that it names."""

    id: Annotated[str, StringConstraints(pattern=r"^D([0-9]{2}|[1-9][0-9]{2})$")] = Field(
        description="`D` and two digits, or three from D100 on, never reused."
    )
    slug: Slug = Field(
        description="The last part of its address. If it changes, the old address leads to the new."
    )
    title: Text = Field(description="Its name, in a few words.")
    game: Game = Field(
        description="`pieces`: which words are when, what is done, why, and what changes. "
        "`who speaks`: whose voice is it. `stance`: for, against, or a condition."
    )
    theories: tuple[TheoryRef, ...] = Field(
        min_length=1, description="The theories that its cards are taken from: their ids."
    )

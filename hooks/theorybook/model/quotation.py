"""The exact words of a publication, and whose they are."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from theorybook.model.base import Prose, SpeakerRef, StudyKey, Text
from theorybook.model.versioned import VersionedRecord


class Stands(StrEnum):
    """Where a quotation stands: in the title, or in the text that we hold."""

    TITLE = "title"
    ABSTRACT = "abstract"


class Quotation(VersionedRecord):
    """Words taken over letter by letter. Checked against the source at every build."""

    id: Annotated[str, StringConstraints(pattern=r"^Q([0-9]{3}|[1-9][0-9]{3})$")] = Field(
        description="`Q` and three digits, or four from Q1000 on, never reused."
    )
    source: StudyKey = Field(description="Key of the publication.")
    stands: Stands = Field(description="Where the words stand: title or abstract.")
    exact: Text = Field(description="The words, letter by letter, without quotation marks.")
    speaker: SpeakerRef = Field(description="Whose voice: an id from `speakers` in site.yaml.")
    about: Text = Field(description="What the words are about, in a few words of ours.")
    care: Prose | None = Field(None, description="A note of care, if the words may be heavy.")

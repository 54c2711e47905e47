"""Words of the trade, explained."""

from __future__ import annotations

from pydantic import Field

from theorybook.model.address import WebAddress
from theorybook.model.base import Prose, Slug, StudyKey, Text
from theorybook.model.versioned import VersionedRecord


class Entry(VersionedRecord):
    """One word of the trade, in our own words, with where we read it."""

    id: Slug = Field(description="Its id and fragment on the glossary page. It never changes.")
    name: Text = Field(description="The word.")
    forms: tuple[Text, ...] = Field(
        (), description="Other forms that are explained in running text, such as a plural."
    )
    in_text: bool = Field(
        True,
        description="Whether running text explains it; no for words with an everyday sense.",
    )
    definition: Prose = Field(description="What it means, in our own plain words.")
    cites: tuple[StudyKey, ...] = Field((), description="Publications it was read in.")
    read_at: tuple[WebAddress, ...] = Field((), description="Other addresses where it was read.")

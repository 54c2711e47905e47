"""What nobody could tell us about the field as a whole, and publications that wait."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from theorybook.model.address import DoiOrWebAddress
from theorybook.model.base import Record, Slug, Text, ThemeRef, Unknown
from theorybook.model.versioned import VersionedRecord


class FieldGap(VersionedRecord, Unknown):
    """A gap in what was found at all, beyond any one theory or study."""

    id: Annotated[str, StringConstraints(pattern=r"^G([0-9]{2}|[1-9][0-9]{2})$")] = Field(
        description="`G` and two digits, or three from G100 on, never reused."
    )
    theme: ThemeRef = Field(description="What it is about: an id from `themes` in site.yaml.")


class Waiting(Record):
    """A publication that is not fit to publish yet. It is on no page."""

    id: Slug = Field(description="The BibTeX key it will have.")
    title: Text = Field(description="Its title, as far as it was seen.")
    lacks: tuple[Text, ...] = Field(min_length=1, description="What has to be found out first.")
    where: DoiOrWebAddress | None = Field(None, description="Its DOI or address, if one was seen.")
    note: Text | None = Field(None, description="What else is known about it.")


class WaitingFile(Record):
    """data/waiting.yaml"""

    waiting: tuple[Waiting, ...] = Field(description="The publications that wait.")

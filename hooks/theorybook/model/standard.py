"""Guides and standards: what a body asks of programs. They are advice, not research."""

from __future__ import annotations

from pydantic import Field

from theorybook.model.address import WebAddress
from theorybook.model.base import Day, Prose, Slug, Text
from theorybook.model.versioned import VersionedRecord


class Standard(VersionedRecord):
    """A guide or standard of somebody else, and how much of it we could read."""

    id: Slug = Field(description="Its id, and its anchor on the page of guides. It never changes.")
    short: Text = Field(description="Its name where a sentence rests on it.")
    title: Text = Field(description="Its title, as we saw it.")
    what: Text = Field(description="What it is, such as `a practical guide` or `a standard`.")
    body: Text | None = Field(None, description="Who published it. None if not shown.")
    place: Text = Field(description="The place it is from, or made for.")
    year: Text | None = Field(None, description="The year or date it came out. None if not shown.")
    licence: Text | None = Field(None, description="Its licence, if seen.")
    read_at: tuple[WebAddress, ...] = Field(
        (), description="Addresses of the pages we read. None if they were not kept."
    )
    looked_on: Day = Field(description="When we read them last, as year-month-day.")
    read: Prose = Field(description="What exactly we read of it, in a sentence.")
    asks: tuple[Prose, ...] = Field(
        (), description="What it asks for, each in our own plain words, as far as we read it."
    )
    not_read: Prose = Field(description="What of it we could not read.")

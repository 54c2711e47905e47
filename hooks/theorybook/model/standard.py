"""Guides and standards: what a body asks of programs. They are advice, not research."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.address import WebAddress
from theorybook.model.base import Day, GuideTopicRef, Prose, Record, Slug, Text, WholeNumber
from theorybook.model.versioned import VersionedRecord


class Asked(Record):
    """A topic of the page that sets guides side by side, and what a guide asks on it."""

    topic: GuideTopicRef = Field(description="Id of a topic in site.yaml.")
    asks: tuple[WholeNumber, ...] = Field(
        min_length=1,
        description="Which of the guide's `asks` are on it, by their place, counted from 1.",
    )


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
    by_topic: tuple[Asked, ...] = Field(
        (), description="The same by topic. What no topic names was not shown where we read it."
    )
    not_read: Prose = Field(description="What of it we could not read.")

    @field_validator("by_topic")
    @classmethod
    def _asks_that_are_there(
        cls, by_topic: tuple[Asked, ...], info: ValidationInfo
    ) -> tuple[Asked, ...]:
        there = range(1, len(info.data.get("asks", ())) + 1)
        numbers = ((each.topic, n) for each in by_topic for n in each.asks if n not in there)
        for topic, number in numbers if "asks" in info.data else ():
            raise PydanticCustomError(
                "M02",
                "`{topic}` names number {number} of `asks`, which has {count} things, from 1 on",
                {"topic": topic, "number": number, "count": len(there)},
            )
        return by_topic

    def on(self, topic: str) -> tuple[str, ...]:
        """Return what it asks on a topic, as far as we read it."""
        numbers = (n for each in self.by_topic if each.topic == topic for n in each.asks)
        return tuple(self.asks[n - 1] for n in numbers)

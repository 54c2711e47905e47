"""Help lines: whom to call, and on which page we saw that."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from theorybook.model.address import WebAddress
from theorybook.model.base import CountryRef, Day, Record, Slug, Text
from theorybook.model.versioned import VersionedRecord

Dialed = Annotated[str, StringConstraints(pattern=r"^((tel|sms):\+?[0-9]+|https://[^\s]+)$")]


class PageOf(StrEnum):
    """Whose page it is that tells of a help line."""

    LINE = "its own page"
    GOVERNMENT = "a page of the government"
    OTHER = "a page of somebody else"


class Way(Record):
    """One way to reach a help line."""

    text: Text = Field(description="What to do, such as `call 9-8-8`.")
    link: Dialed | None = Field(
        None, description="What a phone opens: `tel:`, `sms:` or an address with https."
    )

    @field_validator("link")
    @classmethod
    def _dials_what_is_said(cls, link: str | None, info: ValidationInfo) -> str | None:
        text = info.data.get("text")
        if text and link and "://" not in link and not _is_said(link.partition(":")[2], text):
            raise PydanticCustomError("V08", "`{text}` does not say that number", {"text": text})
        return link


def _is_said(dialed: str, text: str) -> bool:
    """Tell whether a number to dial stands in a text, which may leave out the code of a country."""
    said = [re.sub(r"\D", "", number) for number in re.findall(r"[0-9][0-9 ().\-]*", text)]
    at_home = [number.lstrip("0") for number in said if dialed.startswith("+")]
    return dialed in said or any(dialed.endswith(number) for number in at_home if number)


class SeenOn(Record):
    """A page that tells of a help line."""

    page: Text = Field(description="What page it is, and its date if it shows one.")
    whose: PageOf = Field(description="Whose page it is.")
    address: WebAddress | None = Field(None, description="Its address, if it was kept.")
    shows: Text = Field(description="What of the entry stands there.")


class Helpline(VersionedRecord):
    """One help line. All that a reader acts on stands on a page of its own or its government's."""

    id: Slug = Field(description="Its id, and its anchor on the page. It never changes.")
    name: Text = Field(description="What it calls itself.")
    country: CountryRef | None = Field(
        None, description="Its country: an id from `countries` in site.yaml. None if for any."
    )
    for_whom: Text = Field(description="Whom it is for.")
    ways: tuple[Way, ...] = Field(min_length=1, description="The ways to reach it.")
    hours: Text | None = Field(None, description="When it is open. None if not shown.")
    languages: Text | None = Field(None, description="Its languages. None if not shown.")
    keeps_private: Text | None = Field(
        None, description="What it keeps private, and what not. None if not shown."
    )
    note: Text | None = Field(None, description="What else a reader should know.")
    seen_on: tuple[SeenOn, ...] = Field(min_length=1, description="Where we saw it.")
    looked_on: Day = Field(description="When somebody looked at it last, as year-month-day.")
    live: bool = Field(
        False, description="Whether that was the live page, and not a copy stored earlier."
    )

    @field_validator("seen_on")
    @classmethod
    def _is_seen_on_an_official_page(cls, seen_on: tuple[SeenOn, ...]) -> tuple[SeenOn, ...]:
        if all(seen.whose is PageOf.OTHER for seen in seen_on):
            raise PydanticCustomError("V06", "none of these pages is its own or the government's")
        return seen_on

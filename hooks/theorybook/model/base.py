"""What all records share: strictness, words about voices, and references between records."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from theorybook.record_id import RecordId

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Plain:
    """Marks text that a reader reads as plain language: its reading level is measured."""


Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Plain()]
# File systems take names of up to 255 bytes, and an id gets `-publication.json` and more behind it.
_LONGEST_ID = 100
Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=_LONGEST_ID)
]


def _only_as_year_month_day(value: object) -> object:
    """Refuse what would also pass as a date, such as a number of seconds."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("day", "not a date")
    return value


def _in_a_year_that_files_can_hold(value: datetime.date) -> datetime.date:
    """Refuse years that packed files and feeds cannot hold."""
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise PydanticCustomError("year", "a date from 1970 to 2099 is wanted here")
    return value


def _not_still_to_come(value: datetime.date, info: ValidationInfo) -> datetime.date:
    """Refuse a day after the one that whoever validates calls the latest."""
    if value > (info.context or {}).get(LATEST, value):
        raise PydanticCustomError("future", "this day is still to come")
    return value


_FIRST_YEAR, _LAST_YEAR = 1970, 2099
# The name under which a validation is told of the latest day that can have been.
LATEST = "latest"
# A day that can be still to come.
DueDay = Annotated[
    datetime.date,
    BeforeValidator(_only_as_year_month_day),
    AfterValidator(_in_a_year_that_files_can_hold),
]
# A day on which something was done.
Day = Annotated[DueDay, AfterValidator(_not_still_to_come)]


def _only_plain_digits(value: object) -> object:
    """Refuse what would also pass as a number, such as `1_000`, `1.0` or Arabic digits."""
    if isinstance(value, str) and not re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


WholeNumber = Annotated[int, BeforeValidator(_only_plain_digits)]


@dataclass(frozen=True)
class Ref:
    """Marks a field that names another record; `kind` says of which kind."""

    kind: str


StudyKey = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=_LONGEST_ID), Ref("study")
]
TermRef = Annotated[Slug, Ref("term")]
TheoryRef = Annotated[str, Ref("theory")]
QuoteRef = Annotated[str, Ref("quote")]
FindingRef = Annotated[str, Ref("finding")]
PersonRef = Annotated[Slug, Ref("person")]
SpeakerRef = Annotated[Slug, Ref("speaker")]
DesignRef = Annotated[Slug, Ref("design")]
GroupRef = Annotated[Slug, Ref("group")]
CountryRef = Annotated[Slug, Ref("country")]
ThemeRef = Annotated[Slug, Ref("theme")]
ProjectRef = Annotated[Slug, Ref("project")]
StandardRef = Annotated[Slug, Ref("standard")]
GuideTopicRef = Annotated[Slug, Ref("guide topic")]
GapRef = Annotated[str, Ref("gap")]
TensionRef = Annotated[str, Ref("tension")]
TopicRef = Annotated[str, Ref("topic")]
QuestionRef = Annotated[str, Ref("question")]
ActivityRef = Annotated[str, Ref("activity")]
DrillRef = Annotated[str, Ref("drill")]
AudienceRef = Annotated[Slug, Ref("audience")]
AnyRef = Annotated[str, Ref("record")]
# What a sentence rests on: a finding or a quotation by its id, or a whole publication by its key.
SourceRef = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$"), Ref("source")]


class Record(BaseModel):
    """A part of the data: unknown fields are refused, nothing changes once it is read."""

    # A part of a record is made ready with the record that holds it, and not by itself, too.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def references(self) -> Iterator[tuple[tuple[str | int, ...], RecordId]]:
        """Yield every reference this record makes, with its path in the record."""
        yield from _references(self)


def _references(record: Record) -> Iterator[tuple[tuple[str | int, ...], RecordId]]:
    for name, kind in ref_kinds(type(record)).items():
        value = getattr(record, name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            path: tuple[str | int, ...] = (name,) if index is None else (name, index)
            if isinstance(item, Record):
                for inner, target in _references(item):
                    yield (*path, *inner), target
            elif kind and isinstance(item, str):
                yield path, RecordId(kind, item)


@cache
def ref_kinds(model: type[BaseModel]) -> dict[str, str | None]:
    """Return, for each field of a model, the kind of record it names, or None."""
    return {name: _ref_kind(field) for name, field in model.model_fields.items()}


def _ref_kind(field: FieldInfo) -> str | None:
    metadata = [*field.metadata, *_nested_metadata(field.annotation)]
    return next((item.kind for item in metadata if isinstance(item, Ref)), None)


def _nested_metadata(annotation: Any) -> Iterator[Any]:
    """Yield what is attached inside `X | None` and `tuple[X, ...]`."""
    for inner in get_args(annotation):
        yield from getattr(inner, "__metadata__", ())
        yield from _nested_metadata(inner)


class Voice(StrEnum):
    """Whose sentence it is."""

    STUDY = "from the study"
    READING = "our reading"
    ADVICE = "our advice"
    QUESTION = "a question for you"


class Depth(StrEnum):
    """How close we read a publication, from least to most."""

    TITLE = "title"
    SUMMARY = "summary by others"
    ABSTRACT = "abstract"
    ABSTRACT_AND_TABLE = "abstract and a table"
    FULL_TEXT = "full text"


class Placed(StrEnum):
    """Whether a publication itself puts something in its slot, or we do."""

    STATED = "stated"
    ARGUABLE = "arguable"


class Statement(Record):
    """One or more sentences in one voice."""

    # Whether there is nothing but `cites` to rest on; a model that adds more checks it all.
    rests_on_cites_alone: ClassVar[bool] = True

    text: Prose = Field(description="The sentence or sentences, as a reader reads them.")
    voice: Voice = Field(
        description="Whose voice it is: from the study, our reading, our advice, "
        "or a question for you."
    )
    cites: tuple[SourceRef, ...] = Field(
        (),
        validate_default=True,
        description="What it rests on: ids of findings or quotations. Our reading may also "
        "rest on a whole publication, by its key.",
    )

    # Rules like this one are checks of a field, not of the whole record: they are then told
    # even if another field of the record is wrong. `info.data` holds the sound fields so far.
    @field_validator("cites")
    @classmethod
    def _cites_what_it_rests_on(
        cls, cites: tuple[str, ...], info: ValidationInfo
    ) -> tuple[str, ...]:
        voice = info.data.get("voice")
        is_enough = cites or not cls.rests_on_cites_alone
        if voice in (Voice.STUDY, Voice.READING) and not is_enough:
            raise PydanticCustomError(
                "V02", "the voice is `{voice}` and nothing is cited", {"voice": voice.value}
            )
        return cites


def prose_in(
    record: Record, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every plain text of a record with its path, however deep it stands."""
    for name, is_plain in _fields_with_prose(type(record)):
        value = getattr(record, name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            spot = (*path, name) if index is None else (*path, name, index)
            if is_plain and isinstance(item, str):
                yield spot, item
            elif isinstance(item, Record):
                yield from prose_in(item, spot)


@cache
def _fields_with_prose(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that hold plain text, with True, and those that hold parts of a record."""
    fields = model.model_fields.items()
    plain = {name: _is_plain(field) for name, field in fields}
    return tuple((name, plain[name]) for name, field in fields
                 if plain[name] or _holds_records(field.annotation))  # fmt: skip


def records_in(record: Record) -> Iterator[Record]:
    """Yield a record and every part of it, however deep it stands, each before its own parts."""
    yield record
    for name in _fields_with_records(type(record)):
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from records_in(item)


@cache
def _fields_with_records(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields that hold parts of a record."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _holds_records(field.annotation))


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Record)
    return any(map(_holds_records, get_args(annotation)))


def _is_plain(field: FieldInfo) -> bool:
    metadata = [*field.metadata, *_nested_metadata(field.annotation)]
    return any(isinstance(item, Plain) for item in metadata)


def statements_in(
    record: Record, path: tuple[str | int, ...] = ()
) -> list[tuple[tuple[str | int, ...], Statement]]:
    """Return every statement in a record with its path, however deep it stands."""
    found = [(path, record)] if isinstance(record, Statement) else []
    for name in _fields_with_records(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            found += statements_in(value, (*path, name))
        elif isinstance(value, tuple):
            for i, item in enumerate(value):
                if isinstance(item, Record):
                    found += statements_in(item, (*path, name, i))
    return found


class Gap(Record):
    """Something that could not be found. It is shown, never left out or filled in."""

    what: Prose = Field(description="What is not known, as a sentence for the reader.")
    would_fill: Prose = Field(description="What would fill the gap.")


class Search(Record):
    """Where somebody looked for what is not known."""

    looked_in: Text = Field(description="Where we looked.")
    looked_on: Day = Field(description="When we looked last, as year-month-day.")


class Unknown(Search, Gap):
    """A gap that says by itself where we looked."""

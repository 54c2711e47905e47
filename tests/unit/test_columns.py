"""Columns of tables come from the model: what each holds, its type, and what it refers to."""

from __future__ import annotations

import csv
import io
from enum import StrEnum

import pytest
from pydantic import Field
from tests.support.editions import edition

from theorybook.exports.tables import TABLES
from theorybook.exports.tables.column import Column, fields, plain_fields
from theorybook.exports.tables.simple import table_of
from theorybook.kinds import KINDS, RecordKind
from theorybook.model.base import (
    Day,
    Gap,
    PersonRef,
    QuoteRef,
    Record,
    Statement,
    StudyKey,
    TermRef,
    Text,
)
from theorybook.model.evidence import Evidence
from theorybook.model.study import Clients, Fact, Finding, Placement
from theorybook.model.theory import Talk, Theory
from theorybook.model.versioned import VersionedRecord
from theorybook.site import Site


class Soil(StrEnum):
    """An example of a choice."""

    LOAM = "sandy loam"


class Plot(Record):
    """An example of what no cell can hold."""

    name: Text = Field(description="Its name.")


class Bed(VersionedRecord):
    """An example of a record with a field of every kind."""

    id: Text = Field(description="Its id.")
    name: Text = Field(description="What people call it.")
    soil: Soil = Field(description="What it is made of.")
    study: StudyKey = Field(description="Where it was read of.")
    quote: QuoteRef | None = Field(None, description="Who says so.")
    person: PersonRef = Field(description="Whose it is.")
    terms: tuple[TermRef, ...] = Field((), description="What it is about.")
    dug: Day | None = Field(None, description="When it was dug.")
    square: bool = Field(description="Whether it is square.")
    rows: int | None = Field(None, description="How many rows it has.")
    fact: Fact | None = Field(None, description="What it looks like.")
    sides: tuple[Statement, ...] = Field((), description="What speaks for each side.")
    unread: tuple[Gap, ...] = Field((), description="What nobody could read.")
    plot: Plot = Field(description="Where it lies.")
    plots: tuple[Plot, ...] = Field((), description="Where it lay before.")


BED = Bed.model_validate(
    {
        "id": "B1",
        "name": "no",
        "soil": "sandy loam",
        "study": "example2031beds",
        "person": "gardener",
        "terms": ["staying", "leaving"],
        "dug": "2032-01-02",
        "square": False,
        "fact": {"text": "It is wide.", "voice": "our reading"},
        "sides": [
            {"text": "One.", "voice": "our advice"},
            {"text": "Two.", "voice": "a question for you"},
        ],
        "unread": [{"what": "Its depth.", "would_fill": "A spade."}],
        "plot": {"name": "x"},
        "history": [{"version": 1, "date": "2032-01-02", "what": "Dug."}],
    }
)
VOICE = "Whose voice that is."


def column(name: str) -> Column:
    """Return the only column of a field."""
    (found,) = fields(Bed, name)
    return found


def cell(column: Column) -> object:
    """Return what a column takes out of the example; a list as a list."""
    assert column.value
    value = column.value(BED)
    return value if isinstance(value, str | bool | int | None) else list(value)


def test_a_column_says_what_the_model_says_in_the_order_asked_for() -> None:
    found = fields(Bed, "soil", "name")
    assert [(c.name, c.holds) for c in found] == [
        ("soil", Bed.model_fields["soil"].description),
        ("name", Bed.model_fields["name"].description),
    ]
    (renamed,) = fields(Bed, name="called")
    assert (renamed.name, renamed.holds, cell(renamed)) == ("called", "What people call it.", "no")


@pytest.mark.parametrize(
    ("name", "type_", "value"),
    [
        ("name", "string", "no"),
        ("soil", "string", "sandy loam"),
        ("dug", "date", "2032-01-02"),
        ("square", "boolean", False),
        ("rows", "integer", None),
        ("terms", "string", ["staying", "leaving"]),
        ("unread", "string", ["Its depth."]),
    ],
)
def test_a_column_has_the_type_and_the_value_of_its_field(
    name: str, type_: str, value: object
) -> None:
    assert (column(name).type, cell(column(name))) == (type_, value)


@pytest.mark.parametrize(
    ("name", "refers", "needed"),
    [
        ("study", "studies", True),
        ("quote", "quotes", False),
        ("person", "", False),  # a choice of site.yaml is in no table
        ("terms", "", False),  # several ids are no key
        ("name", "", False),
    ],
)
def test_a_reference_names_its_table_and_is_needed_if_the_field_is(
    name: str, refers: str, needed: bool
) -> None:
    assert (column(name).refers, column(name).needed) == (refers, needed)


@pytest.mark.parametrize(
    ("name", "words", "voices"),
    [
        ("fact", "It is wide.", "our reading"),
        ("sides", ["One.", "Two."], ["our advice", "a question for you"]),
    ],
)
def test_what_somebody_says_has_a_column_for_its_voice(
    name: str, words: object, voices: object
) -> None:
    text, voice = fields(Bed, name)
    assert (text.name, text.holds) == (name, Bed.model_fields[name].description)
    assert (voice.name, voice.holds) == (f"{name}_voice", VOICE)
    assert (cell(text), cell(voice)) == (words, voices)
    renamed = fields(Bed, **{name: "said"})
    assert [c.name for c in renamed] == ["said", "said_voice"]


def test_what_nobody_said_has_no_voice() -> None:
    text, voice = fields(Bed, "fact")
    silent = BED.model_copy(update={"fact": None})
    assert text.value
    assert voice.value
    assert (text.value(silent), voice.value(silent)) == (None, None)


def test_what_is_no_value_of_a_cell_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        cell(column("plot"))


EVERY = ["id", "name", "soil", "study", "quote", "person", "terms", "dug", "square", "rows",
         "fact", "fact_voice", "sides", "sides_voice", "unread"]  # fmt: skip


def test_every_field_that_a_cell_can_hold_is_a_column() -> None:
    assert [c.name for c in plain_fields(Bed, "other_names")] == EVERY
    without = [name for name in EVERY if name not in {"soil", "sides", "sides_voice"}]
    assert [c.name for c in plain_fields(Bed, "other_names", "soil", "sides")] == without


def test_a_kind_has_a_table_without_a_line_of_code() -> None:
    table = table_of(RecordKind("bed", "beds", Bed, ("bed", "beds"), "name", "beds/{0.id}/"))
    assert (table.name, table.row, table.key) == ("beds", "a bed", ("id",))
    assert [c.name for c in table.own] == EVERY[1:]
    names = [c.name for c in table.columns]
    assert len(names) == len(set(names))
    assert {"id", "version", "dated", "in_force", "url", "permalink", "limits"} <= set(names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.many))
def test_such_a_table_holds_every_record_of_the_garden(garden_site: Site, kind: RecordKind) -> None:
    table = table_of(kind)
    text = table.csv(edition(garden_site))
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    records = garden_site.everything.of(kind.model)
    assert [row["id"] for row in rows] == [kind.id_of(record).id for record in records]
    assert table.count(garden_site) == len(records) > 0
    for row, record in zip(rows, records, strict=True):
        named = str(getattr(record, kind.title))
        assert row[kind.title if kind.title in row else "id"].removeprefix("'") == named


def test_our_tables_say_of_a_field_what_the_model_says() -> None:
    models: tuple[type[Record], ...] = (
        *(k.model for k in KINDS),
        *(Clients, Evidence, Finding, Placement, Talk),
    )
    said = {field.description for model in models for field in model.model_fields.values()}
    for table in TABLES:
        for each in table.columns:
            assert each.holds, (table.name, each.name)
            if each.value:
                assert each.holds in {*said, VOICE}, (table.name, each.name)
    theories = next(table for table in TABLES if table.name == "theories")
    holds = {each.name: each.holds for each in theories.columns}
    assert holds["name"] == Theory.model_fields["short"].description
    assert (holds["headline"], holds["headline_voice"]) == (
        Theory.model_fields["headline"].description,
        VOICE,
    )

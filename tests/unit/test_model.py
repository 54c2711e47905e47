"""The records: what they promise whatever the data says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from theorybook.data.datafiles import DATA_FILES
from theorybook.model.base import Depth, Record, Voice
from theorybook.model.term import TermKind
from theorybook.record_id import RecordId
from theorybook.site import Site


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and every model inside it."""
    yield model
    for field in model.model_fields.values():
        for inner in types(field.annotation):
            yield from models(inner)


def types(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield every model in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from types(inner)


MODELS = sorted({m for file in DATA_FILES for m in models(file.model)}, key=lambda m: m.__name__)
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


@pytest.mark.parametrize("model", MODELS, ids=[m.__name__ for m in MODELS])
def test_unknown_fields_are_refused_and_nothing_changes(model: type[BaseModel]) -> None:
    assert issubclass(model, Record)
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["frozen"] is True
    assert model.__doc__


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=[f"{m.__name__}.{n}" for m, n in FIELDS])
def test_every_field_has_a_description(model: type[BaseModel], name: str) -> None:
    description = model.model_fields[name].description
    assert description
    assert re.search(r"[.?]$", description)


def test_a_record_cannot_be_changed(garden_site: Site) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(garden_site.theories[0], "short", "x")  # noqa: B010


def test_words_for_voices_and_depths() -> None:
    assert [voice.value for voice in Voice] == [
        "from the study", "our reading", "our advice", "a question for you",
    ]  # fmt: skip
    assert [depth.value for depth in Depth] == [
        "title", "summary by others", "abstract", "abstract and a table", "full text",
    ]  # fmt: skip


def test_kinds_have_plurals() -> None:
    assert [kind.plural for kind in TermKind] == [
        "contexts",
        "strategies",
        "mechanisms",
        "outcomes",
    ]


def test_every_statement_of_a_theory_is_found(garden_site: Site) -> None:
    theory = garden_site.theory("T001")
    dump = str(theory.model_dump(mode="json"))
    assert len(theory.statements) == dump.count("'voice':")
    paths = [path for path, _ in theory.statements]
    assert ("mechanism", "parts", 0) in paths
    assert ("conditions", 0, "first_fix") in paths
    assert ("links", 0, "why") in paths


def test_slots_are_in_the_order_of_the_chain(garden_site: Site) -> None:
    assert list(garden_site.theories[0].slots) == ["context", "strategy", "mechanism", "outcome"]
    assert list(garden_site.theories[0].slots) == [kind.value for kind in TermKind]


def test_text_from_yaml_is_as_typed(garden_site: Site) -> None:
    theory = garden_site.theory("T001")
    assert theory.headline.text == (
        "Sharing <script>alert(1)</script> tools, {{ 7 * 7 }} | *stars* _under_ [@nokey] "
        "שלום 🌱, makes gardeners feel trusted."
    )
    assert theory.other_names == ("spades", "no", "{{ 7 * 7 }}", "<script>alert(1)</script>")
    assert garden_site.glossary[1].name == "no"
    assert garden_site.settings.home.search_examples == ("blisters", "1.10", "weeds")
    assert garden_site.term("leaving").wanted is False
    assert garden_site.term("staying").wanted is True


def test_references_of_a_record(garden_site: Site) -> None:
    found = set(garden_site.theory("T002").evidence[0].references())
    assert found == {
        (("study",), RecordId("study", "example_2032-weeds")),
        (("quote",), RecordId("quote", "Q004")),
    }
    slot = garden_site.theory("T002").context
    assert list(slot.references()) == [
        (("unknown", "term"), RecordId("term", "one-context-unknown"))
    ]

"""The model as JSON Schema for editors, and as a table of fields for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from theorybook.data.datafiles import DataFile
from theorybook.data.model_paths import choices_in, model_in
from theorybook.model.base import Record


@dataclass(frozen=True)
class FieldInfo:
    """A field, as the schema page shows it."""

    path: str
    needed: bool
    choices: tuple[str, ...]
    description: str


def schema_text(file: DataFile) -> str:
    """Return the JSON Schema of a data file, as stored beside it."""
    return json.dumps(file.model.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def fields_of(model: type[Record]) -> tuple[FieldInfo, ...]:
    """Return every field of a model and of the models inside it, in order."""
    return tuple(_fields(model, ""))


def _fields(model: type[BaseModel], prefix: str) -> Iterator[FieldInfo]:
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        yield FieldInfo(path, field.is_required(), choices_in(field.annotation),
                        field.description or "")  # fmt: skip
        inner = model_in(field.annotation)
        if inner is not None:
            yield from _fields(inner, f"{path} › ")

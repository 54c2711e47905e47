"""Finding one's way in a model: what a path in a file leads to, before anything is sound."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from theorybook.data.marks import Path


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model in a type such as `Slot`, `Slot | None` or `tuple[Slot, ...]`."""
    return next((found for found in types_in(annotation) if issubclass(found, BaseModel)), None)


def choices_in(annotation: Any) -> tuple[str, ...]:
    """Return what may be written for a type that is a choice, or nothing."""
    for found in types_in(annotation):
        if issubclass(found, StrEnum):
            return tuple(member.value for member in found)
        if found is bool:
            return ("true", "false")
    return ()


def types_in(annotation: Any) -> Iterator[type]:
    """Yield every plain type in a type such as `Slot | None` or `tuple[Slot, ...]`."""
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from types_in(inner)


@cache
def inner_models(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """Return, for each field of a model, the model of what stands in it, or None."""
    return {name: model_in(field.annotation) for name, field in model.model_fields.items()}


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Return the model that a path leads to, or the model itself."""
    return model_in(_annotation_at(model, path)) or model


def choices_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return what may be written at a path that holds a choice, or nothing."""
    return choices_in(_annotation_at(model, path))


def holds_list(model: type[BaseModel], path: Path) -> bool:
    """Whether the field at a path holds a list."""
    return get_origin(_annotation_at(model, path)) is tuple


def is_needed(model: type[BaseModel], path: Path) -> bool:
    """Whether the field at a path cannot be left out."""
    if not path or not isinstance(path[-1], str):
        return False
    field = model_at(model, path[:-1]).model_fields.get(path[-1])
    return field is not None and field.is_required()


def description(model: type[BaseModel], path: Path) -> str:
    """Return what the model says about the field at a path, or about the list it is in."""
    while path and not isinstance(path[-1], str):
        path = path[:-1]
    field = model_at(model, path[:-1]).model_fields.get(str(path[-1])) if path else None
    means = field.description if field is not None else None
    return means or "see the schema page"


def _annotation_at(model: type[BaseModel], path: Path) -> Any:
    """Follow `path` through the model; return the type that is expected there, or None."""
    here: Any = model
    for part in path:
        if isinstance(part, int):
            here = next(iter(get_args(here)), None)
        else:
            owner = model_in(here)
            field = owner.model_fields.get(part) if owner else None
            here = field.annotation if field else None
    return here

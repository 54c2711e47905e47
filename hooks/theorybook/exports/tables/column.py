"""Columns of a table: most hold a field of the model, and say what the model says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from theorybook.data.model_paths import model_in, types_in
from theorybook.kinds import KINDS
from theorybook.model.base import Gap, Statement, ref_kinds
from theorybook.model.study import Fact

Value = str | int | bool | None | Iterable[str]
# The table whose `id` a reference holds, by the kind of what it names.
_TABLES = {
    **{kind.name: kind.many for kind in KINDS},
    **{part.name: part.field for kind in KINDS for part in kind.parts},
}
_TYPES = {bool: "boolean", int: "integer", date: "date"}


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds, and its type as Table Schema calls it.

    `refers` names the table whose `id` it holds; a column that is not `needed` may be empty.
    `value` takes the cell out of what a row is of; without it, the row gives the cell itself.
    """

    name: str
    holds: str
    type: str = "string"
    refers: str = ""
    needed: bool = False
    value: Callable[[Any], Value] | None = None


def fields(model: type[BaseModel], *names: str, **renamed: str) -> tuple[Column, ...]:
    """Return the columns of fields of a model, in the order given; a voiced field has two.

    Args:
        model: the model of what a row is of.
        names: fields whose columns have their names.
        renamed: other fields, each with the name of its column.
    """
    wanted = dict.fromkeys(names) | renamed
    return tuple(
        column for name, other in wanted.items() for column in _columns(model, name, other or name)
    )


def plain_fields(model: type[BaseModel], *without: str) -> tuple[Column, ...]:
    """Return the columns of every field of a model that a cell can hold, but for some."""
    return fields(
        model,
        *(
            name
            for name, field in model.model_fields.items()
            if name not in without and (_inner(field) is None or _holds_words(field))
        ),
    )


def _columns(model: type[BaseModel], name: str, called: str) -> Iterator[Column]:
    field = model.model_fields[name]
    holds = field.description or ""
    if issubclass(_inner(field) or BaseModel, (Statement, Fact)):
        yield Column(called, holds, value=lambda of: _words(getattr(of, name)))
        yield Column(
            f"{called}_voice",
            "Whose voice that is.",
            value=lambda of: _each(getattr(of, name), lambda said: said.voice.value),
        )
        return
    is_list = _is_list(field)
    refers = "" if is_list else _TABLES.get(ref_kinds(model)[name] or "", "")
    type_ = "string" if is_list else _type(field)
    needed = field.is_required() and not is_list and bool(refers)
    yield Column(called, holds, type_, refers, needed, lambda of: _words(getattr(of, name)))


def _type(field: FieldInfo) -> str:
    return next(
        (_TYPES[found] for found in types_in(field.annotation) if found in _TYPES), "string"
    )


def _inner(field: FieldInfo) -> type[BaseModel] | None:
    return model_in(field.annotation)


def _holds_words(field: FieldInfo) -> bool:
    return issubclass(_inner(field) or BaseModel, (Statement, Fact, Gap))


def _is_list(field: FieldInfo) -> bool:
    return tuple in (getattr(field.annotation, "__origin__", None), field.annotation)


def _each(value: Any, take: Callable[[Any], str]) -> Value:
    """Take something out of a value, or out of each of a list; None stays."""
    if isinstance(value, tuple):
        return [take(item) for item in value]
    return None if value is None else take(value)


def _words(value: Any) -> Value:
    """Return a value as its cell holds it."""
    match value:
        case Statement(text=text) | Fact(text=text):
            return text
        case Gap(what=what):
            return what
        case StrEnum():
            return value.value
        case date():
            return str(value)
        case tuple():
            return [str(_words(item)) for item in value]
        case str() | bool() | int() | None:
            return value
        case _:
            raise TypeError(value)

"""What can be added to the data: records of every kind, and the parts of them that have ids."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import BaseModel

from theorybook.data.guesses import suggestion
from theorybook.data.model_paths import inner_models
from theorybook.kinds import KINDS, OWNERS, PartKind, RecordKind

Addable: TypeAlias = RecordKind | PartKind


class NotAddedError(Exception):
    """The record cannot be made; the message says why, and what to do."""


def record_kinds() -> tuple[Addable, ...]:
    """Return all kinds of records, and then those of their parts."""
    return (*KINDS, *(part for kind in KINDS for part in kind.parts))


def kind_called(name: str) -> Addable:
    """Return a kind of record, or of part of one, by its name or by what readers call it.

    Raises:
        NotAddedError: there is none.
    """
    kinds = record_kinds()
    named = {each: kind for kind in kinds for each in (kind.name, kind.nouns[0])}
    if name not in named:
        names = ", ".join(kind.name for kind in kinds)
        wrong = (
            f"there is no kind `{name}`{suggestion(name, named)}" if name else "no kind is named"
        )
        raise NotAddedError(f"{wrong}; use KIND= and one of: {names}")
    return named[name]


def owner_of(kind: Addable) -> RecordKind:
    """Return the kind of record that a kind of part belongs to, or the kind itself."""
    return OWNERS[kind.name] if isinstance(kind, PartKind) else kind


def model_of(kind: Addable) -> type[BaseModel]:
    """Return the model of a kind of record or part."""
    if isinstance(kind, RecordKind):
        return kind.model
    model = inner_models(owner_of(kind).model)[kind.field]
    assert model is not None, kind  # a kind of part names a list of records
    return model

"""Ids, and references to them, as they stand in the files: faulty records included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from theorybook.data.blanks import is_blank
from theorybook.data.datafiles import DataFile
from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path
from theorybook.data.model_paths import inner_models
from theorybook.data.validation import Checked
from theorybook.data.yaml_reader import Plain
from theorybook.model.base import ref_kinds
from theorybook.problems import Place
from theorybook.record_id import RecordId


@dataclass(frozen=True)
class RawId:
    """An id, or a reference to one, as it stands in a file, faulty records included."""

    names: RecordId
    file: DataFile
    path: Path
    marked: Marked

    @cached_property
    def place(self) -> Place:
        """Where it stands. Most of thousands are sound, and nobody asks."""
        return self.marked.value_place(self.path)


def raw_ids(file: DataFile, checked: Checked[Any]) -> Iterator[RawId]:
    """Yield the ids of records as written, and of the evidence and findings inside them."""
    for kind, record, path in _with_ids(file, checked.marked.data):
        value = record.get(str(path[-1]))
        if isinstance(value, str):
            yield RawId(RecordId(kind, value), file, path, checked.marked)


def kinds_without_id(file: DataFile, checked: Checked[Any]) -> Iterator[str]:
    """Yield the kind of each record, or part of one, that should have an id and has none."""
    for kind, record, path in _with_ids(file, checked.marked.data):
        if not isinstance(record.get(str(path[-1])), str):
            yield kind


def _with_ids(file: DataFile, data: Plain) -> Iterator[tuple[str, dict[str, Plain], Path]]:
    """Yield the kind and the fields of all that has an id, and the path of that."""
    for each in file.lists:
        for path, record in _groups(data, each.field, ()):
            yield each.kind, record, (*path, each.id_field)
            for part in each.parts:
                for spot, item in _groups(record, part.field, path):
                    yield part.name, item, (*spot, "id")


def _groups(data: Plain, name: str, path: Path) -> Iterator[tuple[Path, dict[str, Plain]]]:
    """Yield the groups of fields in a list, with their paths, whatever else is wrong."""
    items = data.get(name) if isinstance(data, dict) else None
    for i, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (*path, name, i), item


def raw_references(file: DataFile, checked: Checked[Any]) -> Iterator[RawId]:
    """Yield every reference that the records of a file make."""
    for path, names in _raw_references(file.model, checked.marked.data, ()):
        yield RawId(names, file, path, checked.marked)


def _raw_references(
    model: type[BaseModel], data: Plain, path: Path
) -> Iterator[tuple[Path, RecordId]]:
    leading = _leading_fields(model)
    for name, value in data.items() if isinstance(data, dict) else ():
        if name not in leading:
            continue
        inner, kind = leading[name]
        for spot, item in _spread(value, (*path, name)):
            if inner is not None:
                yield from _raw_references(inner, item, spot)
            elif kind and isinstance(item, str) and not is_blank(item):
                yield spot, RecordId(kind, item)


@cache
def _leading_fields(model: type[BaseModel]) -> dict[str, tuple[type[BaseModel] | None, str | None]]:
    """Return the fields that name records or hold parts that do: the part, and what is named."""
    inners, kinds = inner_models(model), ref_kinds(model)
    both = {name: (inners[name], kinds[name]) for name in model.model_fields}
    return {name: (inner, kind) for name, (inner, kind) in both.items()
            if kind or (inner and _leading_fields(inner))}  # fmt: skip


def _spread(value: Plain, path: Path) -> list[tuple[Path, Plain]]:
    """Return the items of a list, or the value itself, with their paths."""
    if isinstance(value, list):
        return [((*path, i), item) for i, item in enumerate(value)]
    return [(path, value)]

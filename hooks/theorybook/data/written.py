"""Ids, and references to them, as they stand in the files: faulty records included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from theorybook.data.datafiles import DataFile
from theorybook.data.marked_yaml import Path, Plain
from theorybook.data.model_paths import inner_models
from theorybook.data.validation import Checked
from theorybook.model.base import ref_kinds
from theorybook.problems import Place


@dataclass(frozen=True)
class Written:
    """An id, or a reference to one, as it stands in a file, faulty records included."""

    kind: str
    id: str
    file: DataFile
    path: Path
    place: Place


# The lists inside a file's records whose items have ids of their own, and of which kind.
_INNER = {"theories": ("evidence", "evidence"), "studies": ("findings", "finding")}
# The lists in site.yaml that records choose from, and of which kind.
CHOICES = (
    ("people", "person"),
    ("speakers", "speaker"),
    ("designs", "design"),
    ("groups", "group"),
    ("countries", "country"),
    ("projects", "project"),
)


def written_ids(file: DataFile, checked: Checked[Any]) -> Iterator[Written]:
    """Yield the ids of records as written, and of the evidence and findings inside them."""
    data = checked.marked.data
    lists = ((file.name, file.kind),) if file.kind else CHOICES
    for name, kind in lists:
        for path, record in _groups(data, name, ()):
            yield from _written_id(file, checked, kind, record, (*path, file.id_field))
            inner, inner_kind = _INNER.get(file.name, ("", ""))
            for spot, item in _groups(record, inner, path):
                yield from _written_id(file, checked, inner_kind, item, (*spot, "id"))


def _groups(data: Plain, name: str, path: Path) -> Iterator[tuple[Path, dict[str, Plain]]]:
    """Yield the groups of fields in a list, with their paths, whatever else is wrong."""
    items = data.get(name) if isinstance(data, dict) else None
    for i, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (*path, name, i), item


def _written_id(
    file: DataFile, checked: Checked[Any], kind: str, record: dict[str, Plain], path: Path
) -> Iterator[Written]:
    value = record.get(str(path[-1]))
    if isinstance(value, str):
        yield Written(kind, value, file, path, checked.marked.value_place(path))


def written_references(file: DataFile, checked: Checked[Any]) -> Iterator[Written]:
    """Yield every reference that the records of a file make."""
    for path, kind, id_ in _written_references(file.model, checked.marked.data, ()):
        yield Written(kind, id_, file, path, checked.marked.value_place(path))


def _written_references(
    model: type[BaseModel], data: Plain, path: Path
) -> Iterator[tuple[Path, str, str]]:
    kinds, inners = ref_kinds(model), inner_models(model)
    for name, value in data.items() if isinstance(data, dict) else ():
        inner, kind = inners.get(name), kinds.get(name)
        for spot, item in _spread(value, (*path, name)):
            if inner is not None:
                yield from _written_references(inner, item, spot)
            elif kind and isinstance(item, str):
                yield spot, kind, item


def _spread(value: Plain, path: Path) -> list[tuple[Path, Plain]]:
    """Return the items of a list, or the value itself, with their paths."""
    if isinstance(value, list):
        return [((*path, i), item) for i, item in enumerate(value)]
    return [(path, value)]

"""Copies of records: what they name and what they say, in the ids and words of a round."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any, TypeAlias, cast

from pydantic import BaseModel

from benchmark.made.copies import Copies
from benchmark.made.wording import Wording
from theorybook.data.folder import Folder
from theorybook.data.model_paths import choices_in, inner_models, types_in
from theorybook.kinds import id_of, kind_of
from theorybook.model.base import prose_in, ref_kinds
from theorybook.model.situation import Situation
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId

Path: TypeAlias = "tuple[str | int, ...]"
# No words of anybody, though the model takes them for a text.
_NOT_TOLD = frozenset({"slug", "licence", "credit"})
_ADDRESSES = ("http:", "https:", "tel:", "sms:", "10.")


class RecordCopier:
    """Makes the copies of the records of one kind, as they are written into a file."""

    def __init__(
        self, folder: Folder, model: type[VersionedRecord], copies: Copies, wording: Wording
    ) -> None:
        self._folder = folder
        self._kind = kind_of(model)
        self._copies = copies
        self._wording = wording
        file = folder.files[self._kind.many]
        self._originals = cast("dict[str, list[Any]]", file.marked.data)[self._kind.many]
        self._records = folder.records.of(model)

    def copies(self, number: int) -> Iterator[dict[str, Any]]:
        """Yield the copies of a round as plain data."""
        for record, original in zip(self._records, self._originals, strict=True):
            if self._copies.has(number, id_of(record)):
                yield self._copy(number, record, original)

    def _copy(
        self, number: int, record: VersionedRecord, original: dict[str, Any]
    ) -> dict[str, Any]:
        copy = deepcopy(original)
        prose = {path for path, _ in prose_in(record)}
        for path, text in texts(type(record), original):
            told = self._wording.told if path in prose else self._wording.exchanged
            _put(copy, path, told(number, text))
        for path, id_ in _ids(record):
            _put(copy, path, self._copies.named(number, id_))
        for path, begins in self._beginnings(number, record):
            _put(copy, path, begins)
        if "slug" in copy:
            copy["slug"] = f"{copy['slug']}-{number + 1}"
        return copy

    def _beginnings(self, number: int, record: VersionedRecord) -> Iterator[tuple[Path, str]]:
        """Yield the words by which a situation names parts of theories, as the copies have them."""
        for path, part in record.taken if isinstance(record, Situation) else ():
            theory = self._folder.records.theory(part.theory)
            whole = next(t for t, _ in part.parts_of(theory) if t.startswith(part.begins))
            back = self._copies.round_of(number, id_of(theory))
            yield (*path, "begins"), self._wording.told(back, whole) if back else part.begins


def texts(model: type[BaseModel], data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text that a record tells, with its path, as its model says which those are."""
    inners, told = inner_models(model), _told_fields(model)
    for name, value in data.items():
        inner = inners.get(name)
        for spot, item in _spread(value, (*path, name)):
            if inner is not None:
                yield from texts(inner, item, spot)
            elif name in told and isinstance(item, str) and not item.startswith(_ADDRESSES):
                yield spot, item


@cache
def _told_fields(model: type[BaseModel]) -> frozenset[str]:
    """Return the fields of a model that hold a text, and no id, choice or date."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if str in types_in(field.annotation)
        and not choices_in(field.annotation)
        and name not in _NOT_TOLD
        and not ref_kinds(model)[name]
    )


def _ids(record: VersionedRecord) -> Iterator[tuple[Path, RecordId]]:
    """Yield the id of a record, those of its parts, and all that it names, with their paths."""
    kind = kind_of(record)
    yield (kind.id_field,), id_of(record)
    for part in kind.parts:
        for index, item in enumerate(getattr(record, part.field)):
            yield (part.field, index, "id"), RecordId(part.name, item.id)
    yield from record.references()


def _spread(value: Any, path: Path) -> list[tuple[Path, Any]]:
    """Return the items of a list, or the value itself, with their paths."""
    if isinstance(value, list):
        return [((*path, index), item) for index, item in enumerate(value)]
    return [(path, value)]


def _put(data: Any, path: Path, value: str) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value

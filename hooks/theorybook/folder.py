"""A data folder, read: every file checked by itself, with the problems found so far."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar, cast

from theorybook.bibliography import Reference, parse_bibliography
from theorybook.datafiles import DATA_FILES, DataFile, read_text, read_yaml
from theorybook.marked_yaml import Path as Spot
from theorybook.marked_yaml import Plain
from theorybook.model.glossary import Entry
from theorybook.model.quotation import Quotation
from theorybook.model.settings import Settings
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.problems import DataError, Place, Problem
from theorybook.sources import Source, parse_source
from theorybook.validation import Checked, validate, written_references

T = TypeVar("T")


@dataclass(frozen=True)
class Written:
    """An id, or a reference to one, as it stands in a file, faulty records included."""

    kind: str
    id: str
    file: DataFile
    path: Spot
    place: Place


@dataclass(frozen=True)
class Folder:
    """What a data folder holds. Where `problems` is not empty, parts may be missing."""

    name: str
    files: Mapping[str, Checked[Any]]
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    published: Mapping[str, str]
    problems: tuple[Problem, ...]

    @property
    def settings(self) -> Settings:
        """What site.yaml says. Only for a folder without problems."""
        return cast("Settings", self.files["site"].record)

    @property
    def theories(self) -> tuple[Theory, ...]:
        """The theories, drafts included."""
        return self._records("theories")

    @property
    def studies(self) -> tuple[Study, ...]:
        """The studies."""
        return self._records("studies")

    @property
    def quotes(self) -> tuple[Quotation, ...]:
        """The quotations."""
        return self._records("quotes")

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms."""
        return self._records("terms")

    @property
    def glossary(self) -> tuple[Entry, ...]:
        """The glossary's entries."""
        return self._records("glossary")

    def _records(self, name: str) -> tuple[Any, ...]:
        checked = self.files.get(name)
        if checked is None or checked.record is None:
            return ()
        return tuple(getattr(checked.record, name))

    @cached_property
    def written_ids(self) -> tuple[Written, ...]:
        """The id of every record."""
        return tuple(
            found
            for file in DATA_FILES
            if file.name in self.files
            for found in _written_ids(file, self.files[file.name])
        )

    @cached_property
    def written_references(self) -> tuple[Written, ...]:
        """Every place where a record names another."""
        return tuple(
            Written(kind, id_, file, path, self.files[file.name].marked.value_place(path))
            for file in DATA_FILES
            if file.name in self.files
            for path, kind, id_ in written_references(file.model, self.files[file.name].marked.data)
        )

    @property
    def places(self) -> dict[str, Place]:
        """Where each record stands, by `kind/id`."""
        return {f"{written.kind}/{written.id}": written.place for written in self.written_ids}

    def lacks(self, *names: str) -> bool:
        """Whether one of these files, such as `terms.yaml`, could not be read at all."""
        return bool(self._unread.intersection(names))

    @cached_property
    def _unread(self) -> frozenset[str]:
        unread = {file.filename for file in DATA_FILES if file.name not in self.files}
        broken = {problem.place.file for problem in self.problems}
        others = ("references.bib", "published.json")
        return frozenset(unread | {name for name in others if f"{self.name}/{name}" in broken})


def read_folder(path: Path) -> Folder:
    """Read a data folder and check each file by itself.

    Args:
        path: the folder.

    Returns:
        What it holds, and every problem found so far. Nothing is raised.
    """
    problems: list[Problem] = []

    def attempt(read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except DataError as error:
            problems.extend(error.problems)
            return otherwise

    files: dict[str, Checked[Any]] = {}
    for file in DATA_FILES:
        checked = attempt(partial(_read_data_file, path, file), None)
        if checked is not None:
            files[file.name] = checked
            problems.extend(checked.problems)
    references: dict[str, Reference] = attempt(partial(_read_references, path), {})
    published: dict[str, str] = attempt(partial(_read_published, path), {})
    sources: dict[str, Source] = {}
    for key in sorted(file.stem for file in (path / "sources").glob("*.txt")):
        source = attempt(partial(_read_source, path, key), None)
        if source is not None:
            sources[key] = source
    return Folder(path.name, files, references, sources, published, tuple(problems))


def _read_data_file(path: Path, file: DataFile) -> Checked[Any] | None:
    return validate(file.model, read_yaml(path, file.filename))


def _read_references(path: Path) -> dict[str, Reference]:
    name = "references.bib"
    return parse_bibliography(read_text(path, name), f"{path.name}/{name}")


def _read_source(path: Path, key: str) -> Source | None:
    name = f"sources/{key}.txt"
    return parse_source(key, f"{path.name}/{name}", read_text(path, name))


def _read_published(path: Path) -> dict[str, str]:
    text = read_text(path, "published.json")
    try:
        addresses = json.loads(text)["addresses"]
        return {str(name): str(address) for name, address in addresses.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        place = Place(f"{path.name}/published.json", line, column)
        fix = "take the file back from the last commit; it is only ever written by `make publish`"
        raise DataError([Problem(place, "Y04", "this is not the list we wrote", fix)]) from error


# The lists inside a file's records whose items have ids of their own, and of which kind.
_INNER = {"theories": ("evidence", "evidence"), "studies": ("findings", "finding")}
_CHOICES = (("people", "person"), ("speakers", "speaker"))


def _written_ids(file: DataFile, checked: Checked[Any]) -> Iterator[Written]:
    """Yield the ids of records as written, and of the evidence and findings inside them."""
    data = checked.marked.data
    lists = ((file.name, file.kind),) if file.kind else _CHOICES
    for name, kind in lists:
        for path, record in _groups(data, name, ()):
            yield from _written_id(file, checked, kind, record, (*path, file.id_field))
            inner, inner_kind = _INNER.get(file.name, ("", ""))
            for spot, item in _groups(record, inner, path):
                yield from _written_id(file, checked, inner_kind, item, (*spot, "id"))


def _groups(data: Plain, name: str, path: Spot) -> Iterator[tuple[Spot, dict[str, Plain]]]:
    """Yield the groups of fields in a list, with their paths, whatever else is wrong."""
    items = data.get(name) if isinstance(data, dict) else None
    for i, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (*path, name, i), item


def _written_id(
    file: DataFile, checked: Checked[Any], kind: str, record: dict[str, Plain], path: Spot
) -> Iterator[Written]:
    value = record.get(str(path[-1]))
    if isinstance(value, str):
        yield Written(kind, value, file, path, checked.marked.value_place(path))

"""A data folder, read: every file checked by itself, with the problems found so far."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from theorybook.bibliography import Reference, parse_bibliography
from theorybook.datafiles import DATA_FILES, DataFile, read_text, read_yaml
from theorybook.model.base import Record
from theorybook.model.glossary import Entry
from theorybook.model.quotation import Quotation
from theorybook.model.settings import Settings
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.problems import DataError, Place, Problem
from theorybook.sources import Source, parse_source
from theorybook.validation import Checked, validate

T = TypeVar("T")


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
        settings: Settings = self.files["site"].record
        return settings

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
    def written_ids(self) -> tuple[tuple[str, str, Place], ...]:
        """Kind, id and place of every record as written, faulty records included."""
        return tuple(
            found
            for file in DATA_FILES
            if file.name in self.files
            for found in _written_ids(file, self.files[file.name])
        )

    @property
    def places(self) -> dict[str, Place]:
        """Where each record stands, by `kind/id`."""
        return {f"{kind}/{id}": place for kind, id, place in self.written_ids}

    def records(self) -> Iterator[tuple[DataFile, tuple[str | int, ...], Record]]:
        """Yield every record of the lists, with its file and its path in it."""
        for file in DATA_FILES:
            if not file.kind:
                record = self.files[file.name].record if file.name in self.files else None
                if record is not None:
                    yield file, (), record
            for index, record in enumerate(self._records(file.name) if file.kind else ()):
                yield file, (file.name, index), record


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
        checked = attempt(lambda file=file: _read_data_file(path, file), None)
        if checked is not None:
            files[file.name] = checked
            problems.extend(checked.problems)
    references = attempt(lambda: _read_references(path), {})
    sources = attempt(lambda: _read_sources(path), {})
    published = attempt(lambda: _read_published(path), {})
    return Folder(path.name, files, references, sources, published, tuple(problems))


def _read_data_file(path: Path, file: DataFile) -> Checked[Any] | None:
    return validate(file.model, read_yaml(path, file.filename))


def _read_references(path: Path) -> dict[str, Reference]:
    name = "references.bib"
    return parse_bibliography(read_text(path, name), f"{path.name}/{name}")


def _read_sources(path: Path) -> dict[str, Source]:
    names = sorted(file.name for file in (path / "sources").glob("*.txt"))
    return {
        name.removesuffix(".txt"): parse_source(
            name.removesuffix(".txt"),
            f"{path.name}/sources/{name}",
            read_text(path, f"sources/{name}"),
        )
        for name in names
    }


def _read_published(path: Path) -> dict[str, str]:
    text = read_text(path, "published.json")
    try:
        addresses = json.loads(text)["addresses"]
        return {str(name): str(address) for name, address in addresses.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        place = Place(f"{path.name}/published.json", getattr(error, "lineno", 1))
        fix = "take the file back from the last commit; it is only ever written by `make publish`"
        raise DataError([Problem(place, "Y04", "this is not the list we wrote", fix)]) from error


def _written_ids(file: DataFile, checked: Checked[Any]) -> Iterator[tuple[str, str, Place]]:
    """Yield the ids of records as written, and of the evidence and findings inside them."""
    if not file.kind:
        yield from _choices(checked)
        return
    inner = {"theory": ("evidence", "evidence"), "study": ("findings", "finding")}
    data = checked.marked.data
    records = data.get(file.name) if isinstance(data, dict) else None
    for index, record in enumerate(records if isinstance(records, list) else ()):
        if not isinstance(record, dict):
            continue
        path = (file.name, index)
        yield from _written_id(checked, file.kind, record, file.id_field, path)
        field, kind = inner.get(file.kind, ("", ""))
        items = record.get(field)
        for i, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield from _written_id(checked, kind, item, "id", (*path, field, i))


def _choices(checked: Checked[Any]) -> Iterator[tuple[str, str, Place]]:
    data = checked.marked.data if isinstance(checked.marked.data, dict) else {}
    for field, kind in (("people", "person"), ("speakers", "speaker")):
        items = data.get(field)
        for i, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield from _written_id(checked, kind, item, "id", (field, i))


def _written_id(
    checked: Checked[Any],
    kind: str,
    record: dict[str, Any],
    id_field: str,
    path: tuple[str | int, ...],
) -> Iterator[tuple[str, str, Place]]:
    value = record.get(id_field)
    if isinstance(value, str):
        yield kind, value, checked.marked.place((*path, id_field))

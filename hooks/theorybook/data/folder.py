"""A data folder, read: every file checked by itself, with the problems found so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar, cast

from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.data.datafiles import DATA_FILES, DataFile, read_text, read_yaml
from theorybook.data.published import Published
from theorybook.data.sources import Source, parse_source
from theorybook.data.validation import Checked, validate
from theorybook.data.written import Written, written_ids, written_references
from theorybook.model.settings import Settings
from theorybook.problems import DataError, Place, Problem
from theorybook.records import Records

T = TypeVar("T")


@dataclass(frozen=True)
class Folder:
    """What a data folder holds. Where `problems` is not empty, parts may be missing."""

    name: str
    files: Mapping[str, Checked[Any]]
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    published: Published
    problems: tuple[Problem, ...]

    @property
    def settings(self) -> Settings:
        """What site.yaml says. Only for a folder without problems."""
        return cast("Settings", self.files["site"].record)

    @cached_property
    def records(self) -> Records:
        """The records that are sound, drafts included."""
        return Records(**{field.name: self._records(field.name) for field in fields(Records)})

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
            for found in written_ids(file, self.files[file.name])
        )

    @cached_property
    def written_references(self) -> tuple[Written, ...]:
        """Every place where a record names another."""
        return tuple(
            found
            for file in DATA_FILES
            if file.name in self.files
            for found in written_references(file, self.files[file.name])
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
    published = attempt(partial(_read_published, path), Published())
    sources: dict[str, Source] = {}
    for key in sorted(file.stem for file in (path / "sources").glob("*.txt")):
        source = attempt(partial(_read_source, path, key), None)
        if source is not None:
            sources[key] = source
    folder = Folder(path.name, files, references, sources, published, tuple(problems))
    return replace(folder, problems=(*problems, *_no_publications(folder)))


def _no_publications(folder: Folder) -> Iterator[Problem]:
    """Yield one problem where the bibliography is empty, instead of one for each study."""
    name = "references.bib"
    if folder.records.studies and not folder.references and not folder.lacks(name):
        fix = "take the file back from the last commit"
        yield Problem(Place(f"{folder.name}/{name}"), "B01", "there is no publication in it", fix)


def _read_data_file(path: Path, file: DataFile) -> Checked[Any] | None:
    return validate(file.model, read_yaml(path, file.filename))


def _read_references(path: Path) -> dict[str, Reference]:
    name = "references.bib"
    return parse_bibliography(read_text(path, name), f"{path.name}/{name}")


def _read_source(path: Path, key: str) -> Source | None:
    name = f"sources/{key}.txt"
    return parse_source(key, f"{path.name}/{name}", read_text(path, name))


def _read_published(path: Path) -> Published:
    text = read_text(path, "published.json")
    try:
        return Published.parse(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        place = Place(f"{path.name}/published.json", line, column)
        fix = "take the file back from the last commit; it is only ever written by `make publish`"
        raise DataError([Problem(place, "Y04", "this is not the list we wrote", fix)]) from error

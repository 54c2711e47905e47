"""A data folder, read: every file checked by itself, with the problems found so far."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar, cast

from theorybook import clock
from theorybook.addresses import record_addresses
from theorybook.bibliography.reference import Reference
from theorybook.data.blanks import BLANK, with_blanks_told
from theorybook.data.datafiles import DATA_FILES, DataFile, read_text
from theorybook.data.parsers import Parsers
from theorybook.data.published_list import Published
from theorybook.data.raw_ids import RawId, raw_ids, raw_references
from theorybook.data.sources import Source, parse_source
from theorybook.data.unread_files import SOURCES, most_like, unread_files
from theorybook.data.validation import Checked
from theorybook.kinds import CHOICES, KINDS
from theorybook.model.quotation import Stands
from theorybook.model.settings import Settings
from theorybook.model.versioned import VersionedRecord
from theorybook.problems import DataError, Place, Problem
from theorybook.record_id import RecordId
from theorybook.records import Records

T = TypeVar("T")
_FIRST_YEAR = 1450  # the first printed books
_OF_A_RECORD = 3  # the steps to the id of a whole record: its list, its number there, the field


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
    def has_settings(self) -> bool:
        """Whether site.yaml could be read."""
        return "site" in self.files and self.files["site"].record is not None

    @property
    def settings(self) -> Settings:
        """What site.yaml says. Only for a folder that has settings."""
        return cast("Settings", self.files["site"].record)

    @cached_property
    def records(self) -> Records:
        """The records that are sound, drafts included."""
        return Records({kind.model: self._records(kind.many) for kind in KINDS})

    def _records(self, name: str) -> tuple[VersionedRecord, ...]:
        checked = self.files.get(name)
        if checked is None or checked.record is None:
            return ()
        return tuple(getattr(checked.record, name))

    @cached_property
    def raw_ids(self) -> tuple[RawId, ...]:
        """The id of every record."""
        return tuple(
            found
            for file in DATA_FILES
            if file.name in self.files
            for found in raw_ids(file, self.files[file.name])
        )

    @cached_property
    def raw_references(self) -> tuple[RawId, ...]:
        """Every place where a record names another."""
        return tuple(
            found
            for file in DATA_FILES
            if file.name in self.files
            for found in raw_references(file, self.files[file.name])
        )

    @cached_property
    def places(self) -> dict[RecordId, Place]:
        """Where each record stands, and each part of one that has an id."""
        return {raw.names: raw.place for raw in self.raw_ids}

    @cached_property
    def addresses(self) -> dict[RecordId, str]:
        """The address of each sound record, of its parts that have ids, and of each reference."""
        return record_addresses(self.records)

    @cached_property
    def faulty_files(self) -> frozenset[str]:
        """The files in which something is wrong that shows without any other file."""
        return frozenset(problem.place.file for problem in self.problems)

    def record_at(self, place: Place) -> RecordId | None:
        """Return the record in which a place is, if it is in one."""
        lines, records = self._starts.get(place.file, ([], []))
        at = bisect_right(lines, place.line)
        return records[at - 1] if at else None

    @cached_property
    def _starts(self) -> dict[str, tuple[list[int], list[RecordId]]]:
        """The lines on which the records of each file start, and the records."""
        starts: dict[str, tuple[list[int], list[RecordId]]] = {}
        for raw in self.raw_ids:
            if len(raw.path) == _OF_A_RECORD:
                lines, records = starts.setdefault(raw.place.file, ([], []))
                lines.append(self.files[raw.file.name].marked.place(raw.path[:-1]).line)
                records.append(raw.names)
        return starts

    def lacks(self, *names: str) -> bool:
        """Whether one of these files, such as `terms.yaml`, could not be read, or has no list."""
        return bool(self._unread.intersection(names))

    @cached_property
    def _unread(self) -> frozenset[str]:
        unread = {
            file.filename
            for file in DATA_FILES
            if file.name not in self.files
            # What records choose from is asked for list by list.
            or (file.name != "site" and not all(self._has(file.name, e.field) for e in file.lists))
        }
        broken = self.faulty_files
        others = ("references.bib", "published.json")
        broken |= {f"{self.name}/{name}" for name in others if self.name in broken}
        return frozenset(unread | {name for name in others if f"{self.name}/{name}" in broken})

    def lacks_choices(self, kind: str) -> bool:
        """Whether site.yaml has no list at all of what records choose from, such as `person`."""
        return kind in CHOICES and not self._has("site", CHOICES[kind])

    def _has(self, file: str, name: str) -> bool:
        """Whether a file has a list of this name; an empty one is one."""
        data = self.files[file].marked.data if file in self.files else None
        return isinstance(data, dict) and isinstance(data.get(name), list)


def read_folder(path: Path, parsers: Parsers | None = None, today: date | None = None) -> Folder:
    """Read a data folder and check each file by itself.

    Args:
        path: the folder.
        parsers: what reads each sort of file.
        today: the day after which nothing can have been done, by default that of the run.

    Returns:
        What it holds, and every problem found so far. Nothing is raised.
    """
    if not path.is_dir():
        fix = "put the folder back, with all that was in it"
        problem = Problem(Place(path.name), "Y04", "there is no such folder", fix)
        return Folder(path.name, {}, {}, {}, Published(), (problem,))
    parsers = parsers or Parsers()
    latest = clock.latest(today or clock.today())
    problems: list[Problem] = []

    def attempt(read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except DataError as error:
            problems.extend(error.problems)
            return otherwise

    files: dict[str, Checked[Any]] = {}
    for file in DATA_FILES:
        checked = attempt(partial(_read_data_file, path, file, parsers, latest), None)
        if checked is not None:
            files[file.name] = checked
            problems.extend(checked.problems)
    references: dict[str, Reference] = attempt(partial(_read_references, path, parsers, latest), {})
    published = attempt(partial(_read_published, path, parsers), Published())
    sources: dict[str, Source] = {}
    for key in sorted(file.stem for file in (path / "sources").glob("*.txt")):
        source = attempt(partial(_read_source, path, key), None)
        if source is not None:
            sources[key] = source
    told = tuple(_named_otherwise(path, problem) for problem in problems)
    folder = Folder(path.name, files, references, sources, published, told)
    return replace(
        folder, problems=(*told, *_no_publications(folder), *_sources_named_otherwise(path, folder))
    )


def _named_otherwise(path: Path, problem: Problem) -> Problem:
    """Tell which file to rename, where one that has to be there has another name."""
    name = problem.place.file.removeprefix(f"{path.name}/")
    if problem.code != "Y04" or (path / name).exists():
        return problem
    near = most_like(name, (other for other in unread_files(path) if "/" not in other))
    return _renamed(problem.place, near) if near else problem


def _sources_named_otherwise(path: Path, folder: Folder) -> Iterator[Problem]:
    """Yield each stored text that is not there, and lies under a name that is not read."""
    keys = {
        q.source
        for q in folder.records.quotes
        if q.stands is Stands.ABSTRACT and q.source in folder.references
    }
    missing = keys.difference(folder.sources)
    unread = [*unread_files(path)] if missing else []
    for key in sorted(missing):
        near = most_like(key, (name for name in unread if name.startswith(f"{SOURCES}/")))
        if near:
            yield _renamed(Place(f"{folder.name}/{SOURCES}/{key}.txt"), near)


def _renamed(place: Place, near: str) -> Problem:
    name = place.file.rpartition("/")[2]
    shown = near.rpartition("/")[2]
    message = f"there is no such file, and `{shown}` beside it is not read"
    return Problem(place, "Y04", message, f"give `{shown}` the name `{name}`")


def _no_publications(folder: Folder) -> Iterator[Problem]:
    """Yield one problem where the bibliography is empty, instead of one for each study."""
    name = "references.bib"
    if folder.records.studies and not folder.references and not folder.lacks(name):
        fix = "take the file back from the last commit"
        yield Problem(Place(f"{folder.name}/{name}"), "B01", "there is no publication in it", fix)


def _read_data_file(
    path: Path, file: DataFile, parsers: Parsers, latest: date
) -> Checked[Any] | None:
    text = read_text(path, file.filename)
    marked = parsers.yaml(text, f"{path.name}/{file.filename}")
    checked = parsers.validated(file, marked, latest)
    return with_blanks_told(checked) if BLANK in text else checked


def _read_references(path: Path, parsers: Parsers, latest: date) -> dict[str, Reference]:
    name = "references.bib"
    years = range(_FIRST_YEAR, latest.year + 2)  # journals date an issue ahead
    return parsers.bibliography(read_text(path, name), f"{path.name}/{name}", years)


def _read_source(path: Path, key: str) -> Source | None:
    name = f"sources/{key}.txt"
    source = parse_source(key, f"{path.name}/{name}", read_text(path, name))
    if not source.text:
        fix = "put the text into it, or take the file back from the last commit"
        raise DataError([Problem(Place(source.file), "Y04", "there is no text in it", fix)])
    return source


def _read_published(path: Path, parsers: Parsers) -> Published:
    text = read_text(path, "published.json")
    try:
        return parsers.published(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        file = f"{path.name}/published.json"
        at = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        place = Place(file, *at)
        fix = "take the file back from the last commit; it is only ever written by `make publish`"
        raise DataError([Problem(place, "Y04", "this is not the list we wrote", fix)]) from error

"""Blanks: what somebody has still to write, marked with `___` where it is to stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path
from theorybook.data.validation import Checked
from theorybook.data.yaml_reader import Plain
from theorybook.model.theory import Status
from theorybook.problems import Place, Problem

R = TypeVar("R", bound=BaseModel)
BLANK = "___"


def is_blank(value: object) -> bool:
    """Whether a value is still to be written."""
    return isinstance(value, str) and value.startswith(BLANK)


def with_blanks_told(checked: Checked[R]) -> Checked[R]:
    """Tell of each blank in a file, and of nothing that follows from it.

    Args:
        checked: the file, as its model sees it.

    Returns:
        The same with a problem (F01) for each blank, and without the items that have one. Blanks
        of a draft are no problem. A draft that lacks nothing else stays.
    """
    paths = list(blank_paths(checked.marked.data))
    follow = {place for path in paths for place in _places_around(checked.marked, path)}
    others = tuple(problem for problem in checked.problems if problem.place not in follow)
    open_ = [path for path in paths if not is_in_draft(checked.marked.data, path)]
    told = tuple(_problem(checked.marked, path) for path in open_)
    found = replace(checked, problems=(*others, *told))
    return _without(found, {path[1] for path in open_ if len(path) > 1})


def blank_paths(data: Plain, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every blank."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from blank_paths(value, (*path, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from blank_paths(value, (*path, index))
    elif is_blank(data):
        yield path


def is_in_draft(data: Plain, path: Path) -> bool:
    """Whether the record that a path leads into is a draft."""
    record: Plain = data
    for part in path[:2]:
        if isinstance(record, Mapping):
            record = record.get(str(part))
        elif isinstance(record, list):
            record = record[int(part)]
    return isinstance(record, dict) and record.get("status") == Status.DRAFT.value


def _places_around(marked: Marked, path: Path) -> Iterator[Place]:
    """Yield where a blank stands, and each group and list in its record that it is a part of."""
    for length in range(3, len(path) + 1):
        yield from (marked.place(path[:length]), marked.value_place(path[:length]))


def _problem(marked: Marked, path: Path) -> Problem:
    name = next((part for part in reversed(path) if isinstance(part, str)), marked.file)
    message = f"`{name}` is a blank that nobody has filled yet"
    fix = f"write what it asks for in place of `{BLANK}` and the words behind it"
    return Problem(marked.value_place(path), "F01", message, fix)


def _without(checked: Checked[R], items: set[str | int]) -> Checked[R]:
    """Take items out of the list of a file that holds one list."""
    if checked.record is None or not items:
        return checked
    name = next(iter(type(checked.record).model_fields))
    there = getattr(checked.record, name)
    if len(type(checked.record).model_fields) > 1 or not isinstance(there, tuple):
        return checked
    numbers = checked.kept if checked.kept is not None else tuple(range(len(there)))
    kept = [(n, item) for n, item in zip(numbers, there, strict=True) if n not in items]
    record = checked.record.model_copy(update={name: tuple(item for _, item in kept)})
    return replace(checked, record=record, kept=tuple(n for n, _ in kept))

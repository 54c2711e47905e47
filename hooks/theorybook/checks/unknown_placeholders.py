"""Placeholders that nothing fills: of another name or form, or where none is looked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest, suggestion
from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path as Steps
from theorybook.placeholders import almost_placeholders, placeholders, values
from theorybook.problems import DataError, Place, Problem
from theorybook.retirement import in_force


def unknown_placeholders(folder: Folder, docs: Path) -> Iterator[Problem]:
    """Yield every placeholder that nothing fills.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
    """
    if not folder.has_settings or folder.lacks("site.yaml"):
        return
    known = values(folder.settings, in_force(folder.records))
    for name, data in folder.files.items():
        yield from _in_settings(data.marked, known) if name == "site" else _elsewhere(data.marked)
    for file in sorted(docs.rglob("*.md")):
        named = file.relative_to(docs).as_posix()
        with suppress(DataError):  # told where citations are looked for
            text = read_text(docs, named)
            for fault in _faults(text, known):
                place = _place(f"{docs.name}/{named}", text, fault.start)
                yield Problem(place, "D02", fault.message, fault.fix)


def _in_settings(marked: Marked, known: Collection[str]) -> Iterator[Problem]:
    for path, text in _texts(marked.data):
        for fault in _faults(text, known):
            yield Problem(marked.value_place(path), "D02", fault.message, fault.fix)


def _texts(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Yield every text of plain data, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*path, key))


@dataclass(frozen=True)
class _Fault:
    """A placeholder that stays as it is typed: where it starts in its text, and what to do."""

    start: int
    message: str
    fix: str


def _faults(text: str, known: Collection[str]) -> Iterator[_Fault]:
    for start, name in placeholders(text):
        if name not in known:
            message = f"nothing fills `{{{{ {name} }}}}`{suggestion(name, known)}"
            fix = "write a name such as `count.theories`, or take the brackets out"
            yield _Fault(start, message, fix)
    for start, typed, name in almost_placeholders(text):
        meant = name if name in known else nearest(name, known)
        if meant:  # if not, it may be of another program
            message = f"`{typed}` is not written as a placeholder, so that nothing fills it"
            yield _Fault(start, message, f"write `{{{{ {meant} }}}}`")


def _elsewhere(marked: Marked) -> Iterator[Problem]:
    """Yield each placeholder of a data file in which none is filled."""
    text = marked.text
    for start, name in placeholders(text) if "{{" in text else ():
        message = f"nothing fills `{{{{ {name} }}}}` in this file"
        fix = "say it without the number; placeholders work in site.yaml and in pages by hand"
        yield Problem(_place(marked.file, text, start), "D02", message, fix)


def _place(file: str, text: str, start: int) -> Place:
    before = text[:start].split("\n")
    return Place(file, len(before), len(before[-1]) + 1)

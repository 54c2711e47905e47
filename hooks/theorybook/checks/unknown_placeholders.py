"""Placeholders that nothing fills, in site.yaml and in hand-written pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.marks import Path as Steps
from theorybook.data.validation import suggestion
from theorybook.placeholders import placeholders, values
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
    site = folder.files["site"]
    for path, text in _texts(site.marked.data):
        for _, name in placeholders(text):
            yield from _unknown(name, site.marked.value_place(path), known)
    for file in sorted(docs.rglob("*.md")):
        named = file.relative_to(docs).as_posix()
        try:
            text = read_text(docs, named)
        except DataError:  # told where citations are looked for
            continue
        for start, name in placeholders(text):
            before = text[:start].split("\n")
            place = Place(f"{docs.name}/{named}", len(before), len(before[-1]) + 1)
            yield from _unknown(name, place, known)


def _texts(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Yield every text of plain data, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*path, key))


def _unknown(name: str, place: Place, known: Collection[str]) -> Iterator[Problem]:
    if name not in known:
        message = f"nothing fills `{{{{ {name} }}}}`{suggestion(name, known)}"
        fix = "write a name such as `count.theories`, or take the brackets out"
        yield Problem(place, "D02", message, fix)

"""Files in the data folder that nobody reads: copies, other endings, folders of one's own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from theorybook.data.datafiles import DATA_FILES

SOURCES, _STORED = "sources", ".txt"
_READ = frozenset(
    {"references.bib", "published.json"}
    | {name for file in DATA_FILES for name in (file.filename, file.schema_filename)}
)
# What looks as if it held records. Anything else may lie there.
_LIKE_DATA = frozenset({".yaml", ".yml", ".bib", ".json", ".txt", ".orig", ".rej", ".bak"})
_OF_AN_EDITOR = re.compile(r"[.#]|.*~$|readme|licen[cs]e", re.IGNORECASE)
_COPIED = re.compile(r"copy of ", re.IGNORECASE)
_LIKENESS = 0.75


def unread_files(path: Path) -> Iterator[str]:
    """Yield the name of each file of a data folder that looks like data and is not read.

    Args:
        path: the data folder. The name of a folder in it ends with a slash.
    """
    for item in _listed(path):
        if item.is_dir():
            inside = [*_listed(item)]
            if item.name == SOURCES:
                others = (file.name for file in inside if file.suffix != _STORED)
                yield from (f"{SOURCES}/{name}" for name in others)
            elif any(file.suffix in _LIKE_DATA for file in inside):
                yield f"{item.name}/"
        elif item.name not in _READ and item.suffix.lower() in _LIKE_DATA:
            yield item.name


def _listed(folder: Path) -> list[Path]:
    """Return what is in a folder, but for what editors and people put beside data."""
    return sorted(item for item in folder.iterdir() if not _OF_AN_EDITOR.match(item.name))


def most_like(name: str, others: Iterable[str]) -> str | None:
    """Return the name that is most like another, but for what tells a copy or an ending."""
    bare = {_bare(other): other for other in others}
    near = difflib.get_close_matches(_bare(name), bare, n=1, cutoff=_LIKENESS)
    return bare[near[0]] if near else None


def read_like(name: str) -> str | None:
    """Return the file that is read and most like one that is not."""
    return most_like(name, sorted(each for each in _READ if not each.endswith(".schema.json")))


def _bare(name: str) -> str:
    """Return a name in small letters, up to the first sign that no name of ours has."""
    inner = _COPIED.sub("", name.rstrip("/").rpartition("/")[2])
    return re.split(r"[^\w-]", inner)[0].lower()

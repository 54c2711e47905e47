"""Hand-written pages and files under docs/: where MkDocs puts each on the site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from theorybook.problems import Place

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
# What MkDocs keeps off the site: hidden files, and this folder.
_LEFT_OUT = "templates"


@dataclass(frozen=True)
class HandWritten:
    """A page or file that somebody put into docs/.

    `address` counts from the site's root; that of a page ends with a slash, or is empty.
    """

    address: str
    place: Place
    is_page: bool


def hand_written(docs: Path) -> Iterator[HandWritten]:
    """Yield every page and file of a folder of hand-written pages, sorted by name.

    Args:
        docs: the folder; one that is not there holds nothing.
    """
    for here, inner, files in os.walk(docs, followlinks=True):
        folder = Path(here).relative_to(docs)
        inner[:] = sorted(name for name in inner if not _is_left_out(folder, name))
        for name in sorted(files):
            if not name.startswith("."):
                yield _hand_written(docs, folder / name, frozenset(files))


def _is_left_out(folder: Path, name: str) -> bool:
    return name.startswith(".") or (folder == Path() and name == _LEFT_OUT)


def _hand_written(docs: Path, file: Path, beside: frozenset[str]) -> HandWritten:
    place = Place(f"{docs.name}/{file.as_posix()}")
    if file.suffix.lower() not in _MARKDOWN:
        return HandWritten(file.as_posix(), place, is_page=False)
    is_first = file.stem == "index" or (file.stem == "README" and "index.md" not in beside)
    page = file.parent if is_first else file.with_suffix("")
    return HandWritten("" if page == Path() else f"{page.as_posix()}/", place, is_page=True)

"""Symbolic links in a project: one that leads out would put any file of the machine on the site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

from theorybook.data.characters import first_refused
from theorybook.problems import Place, Problem

_FIX = "put the file itself there, or take the link out"


def faulty_names(root: Path, folders: tuple[str, ...]) -> Iterator[Problem]:
    """Yield every link that leads out of a project, and every name that cannot be shown.

    Args:
        root: the project.
        folders: the folders of it that are looked through. What starts with a dot is passed over:
            it is never published.
    """
    for folder in folders:
        yield from _of_link(root / folder, root)
        for here, inner, files in os.walk(root / folder):
            inner[:] = [name for name in inner if not name.startswith(".")]
            for name in (*inner, *(name for name in files if not name.startswith("."))):
                if _is_unprintable(name):
                    yield _bad_name(Path(here), name, root)
                yield from _of_link(Path(here, name), root)
                yield from _of_kind(Path(here, name), root)


def _is_unprintable(name: str) -> bool:
    return bool(first_refused(name)) or "\n" in name or "\t" in name


def _of_kind(path: Path, root: Path) -> Iterator[Problem]:
    """Yield what is neither file nor folder, such as a pipe: whoever reads it waits for ever."""
    if path.exists() and not path.is_file() and not path.is_dir():
        yield not_a_file(_name(path, root))


def not_a_file(name: str) -> Problem:
    """Tell of something that is neither a file nor a folder."""
    fix = "put the file itself there, or take it out"
    return Problem(Place(name), "Y04", "this is neither a file nor a folder", fix)


def link_leading_out(path: Path, root: Path) -> Problem | None:
    """Return what is wrong with the first link on the way from a project to a file, if anything."""
    names = path.relative_to(root).parts
    way = accumulate(names, os.path.join, initial=os.fspath(root))
    # Each file that is read is looked at here: few are links, and names are quicker than paths.
    links = (Path(step) for step in islice(way, 1, None) if os.path.islink(step))  # noqa: PTH114
    return next((problem for link in links for problem in _of_link(link, root)), None)


def _of_link(path: Path, root: Path) -> Iterator[Problem]:
    if not path.is_symlink():
        return
    place = Place(_name(path, root))
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # a circle is either, by the version of Python
        yield Problem(place, "Y05", "this is a link that leads nowhere, or in a circle", _FIX)
        return
    home = root.resolve()
    if home not in target.parents:
        message = "this is a link to a place outside the project, which would be published"
        yield Problem(place, "Y05", message, _FIX)
    elif any(part.startswith(".") for part in target.relative_to(home).parts):
        message = "this is a link to a hidden place in the project, which would be published"
        yield Problem(place, "Y05", message, _FIX)
    elif target in path.parent.resolve().parents or target == path.parent.resolve():
        yield Problem(place, "Y05", "this is a link to a folder that holds the link", _FIX)


def _bad_name(here: Path, name: str, root: Path) -> Problem:
    shown = name.encode("unicode_escape").decode()
    message = f"the name of the file or folder `{shown}` in here has a character nobody can see"
    return Problem(Place(_name(here, root)), "Y06", message, "give it a name of plain letters")


def _name(path: Path, root: Path) -> str:
    """Return the path from the project on, fit to be printed."""
    name = path.relative_to(root).as_posix()
    return name.encode("unicode_escape").decode() if _is_unprintable(name) else name

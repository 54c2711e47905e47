"""Links that lead nowhere: those of site.yaml and of pages written by hand, before any build."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from posixpath import dirname, normpath, relpath
from urllib.parse import unquote

from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.hand_written import hand_written
from theorybook.data.marked_yaml import Path as Steps
from theorybook.data.validation import nearest
from theorybook.model.settings import Door
from theorybook.problems import DataError, Place, Problem

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+).+?\1(?!`)")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+[\"'(][^)]*)?\)|^ {0,3}\[[^\]]+\]:\s+<?([^\s>]+)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#|\?", re.IGNORECASE)
_INDEX = "index.md"


def dead_links(folder: Folder, docs: Path, there: Collection[str]) -> Iterator[Problem]:
    """Yield every link that leads to no page or file of the site. Anchors are for the build.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
        there: every address of the site; those that end with a slash are folders or pages, and a
            folder stands for all that is in it.
    """
    yield from _dead_doors(folder, there)
    yield from _dead_links_on_pages(docs, there)


def _dead_doors(folder: Folder, there: Collection[str]) -> Iterator[Problem]:
    for path, door in _doors(folder):
        address = re.split(r"[?#]", door.page)[0]
        if not _is_there(address, there):
            near = nearest(address, (known for known in there if "*" not in known))
            guess = f" (did you mean `{near}`?)" if near else ""
            message = f"there is no page or file `{address}` on the site{guess}"
            fix = f"write `{near}`" if near else "write the address of a page, such as `theories/`"
            yield Problem(folder.files["site"].place((*path, "page")), "L01", message, fix)


def _doors(folder: Folder) -> Iterator[tuple[Steps, Door]]:
    if folder.has_settings:
        for i, door in enumerate(folder.settings.home.doors):
            yield ("home", "doors", i), door
        for i, page in enumerate(folder.settings.pages):
            yield from ((("pages", i, "more", j), door) for j, door in enumerate(page.more))


def _is_there(address: str, there: Collection[str]) -> bool:
    parts = address.split("/")
    return address in there or any(
        f"{'/'.join(parts[:n])}/*" in there for n in range(1, len(parts))
    )


def _dead_links_on_pages(docs: Path, there: Collection[str]) -> Iterator[Problem]:
    by_hand = list(hand_written(docs))
    files = {item.place.file.removeprefix(f"{docs.name}/") for item in by_hand}
    made = {f"{address}{_INDEX}" for address in there if address.endswith("/") or not address}
    for item in by_hand:
        if not item.is_page:
            continue
        name = item.place.file.removeprefix(f"{docs.name}/")
        try:
            text = read_text(docs, name)
        except DataError:  # which another check tells
            continue
        for line, column, link in _links(text):
            target = normpath(f"{dirname(name)}/{unquote(link)}").lstrip("/")
            if target not in files and target not in made and not _is_there(target, there):
                near = nearest(target, files | made)
                right = relpath(near, dirname(name) or ".") if near else ""
                guess = f" (did you mean `{right}`?)" if near else ""
                message = f"the link `{link}` leads to no page or file{guess}"
                fix = (
                    f"write `{right}`"
                    if near
                    else "look for the page, and write its path from here"
                )
                yield Problem(Place(item.place.file, line, column), "L01", message, fix)


def _links(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and path of each link to a page or file of this site, code left out."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        found = _FENCE.match(line)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
            continue
        plain = "" if fence else _CODE.sub(lambda code: " " * len(code[0]), line)
        for link in _LINK.finditer(plain):
            group = 1 if link[1] else 2
            path = re.split(r"[?#]", link[group])[0]
            if path and not path.endswith("/") and not _ELSEWHERE.match(link[group]):
                yield number, link.start(group) + 1, path

"""Links that lead nowhere: those of site.yaml and of pages written by hand, before any build."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from posixpath import dirname, normpath, relpath
from urllib.parse import unquote

from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.hand_written import HandWritten, hand_written
from theorybook.data.markdown_links import MarkdownLink, anchors_in, links_in
from theorybook.data.marks import Path as Steps
from theorybook.data.validation import nearest
from theorybook.model.settings import Door
from theorybook.problems import DataError, Place, Problem

_INDEX = "index.md"


def dead_links(folder: Folder, docs: Path, there: Collection[str]) -> Iterator[Problem]:
    """Yield every link that leads to no page or file of the site, or to no part of a page.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
        there: every address of the site, with the anchors of records; one that ends with a star
            stands for all that begins so.
    """
    yield from _dead_doors(folder, there)
    yield from _dead_links_on_pages(docs, there)


def _dead_doors(folder: Folder, there: Collection[str]) -> Iterator[Problem]:
    # What was published leads on; if it is gone for good, that is told.
    before = {was for known in folder.published.records.values() for was in known}
    for path, door in _doors(folder):
        address = re.split(r"[?#]", door.page)[0]
        if not _is_there(address, there) and address not in before:
            near = nearest(address, (known for known in there if not set("*#") & set(known)))
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
    texts = dict(_texts(docs))
    files = {_name(docs, item) for item in hand_written(docs)}
    made = {f"{address}{_INDEX}" for address in there if address.endswith("/") or not address}
    for name, text in texts.items():
        for link in links_in(text):
            target = normpath(f"{dirname(name)}/{unquote(link.path)}").lstrip("/")
            target = target if link.path else name
            if target not in files and target not in made and not _is_there(target, there):
                near = nearest(target, files | made)
                right = relpath(near, dirname(name) or ".") if near else ""
                yield _dead(
                    docs, name, link, f"the link `{link.path}` leads to no page or file", right
                )
            elif link.anchor and not _has_anchor(target, unquote(link.anchor), texts, there):
                near = nearest(link.anchor, anchors_in(texts.get(target, "")))
                message = f"nothing on the page has the anchor `#{link.anchor}`"
                yield _dead(docs, name, link, message, f"{link.path}#{near}" if near else "")


def _dead(docs: Path, name: str, link: MarkdownLink, message: str, right: str) -> Problem:
    guess = f" (did you mean `{right}`?)" if right else ""
    fix = f"write `{right}`" if right else "look for the page, and write its path from here"
    place = Place(f"{docs.name}/{name}", link.line, link.column)
    return Problem(place, "L01", f"{message}{guess}", fix)


def _has_anchor(target: str, anchor: str, texts: Mapping[str, str], there: Collection[str]) -> bool:
    """Whether a page has an anchor; of pages that the site makes, those of records are known."""
    if target in texts:
        return re.sub(r"_\d+$", "", anchor) in anchors_in(texts[target])
    address = target.removesuffix(_INDEX)
    is_of_record = re.search(r"^[A-Z]\d{2,}$|-[EF]\d+$", anchor)
    return not is_of_record or f"{address}#{anchor}" in there or _is_open(address, there)


def _is_open(address: str, there: Collection[str]) -> bool:
    """Whether it is not known all that stands there, because of another fault."""
    return f"{address.partition('/')[0]}/*" in there


def _texts(docs: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page that can be read; the others are told elsewhere."""
    for item in hand_written(docs):
        if item.is_page:
            with suppress(DataError):
                yield _name(docs, item), read_text(docs, _name(docs, item))


def _name(docs: Path, item: HandWritten) -> str:
    return item.place.file.removeprefix(f"{docs.name}/")

"""Links of pages written by hand: each leads to a page or file, and is written as a link."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from posixpath import dirname, normpath, relpath, splitext
from urllib.parse import unquote

from theorybook.data.datafiles import read_text
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest
from theorybook.data.hand_written import HandWritten, hand_written
from theorybook.data.markdown_links import MarkdownLink, anchors_in, links_in
from theorybook.data.markdown_slips import slips_in
from theorybook.page_links import resolved
from theorybook.problems import DataError, Place, Problem

_INDEX = "index.md"
_OPENED_BY_BROWSERS = ("https:", "http:", "mailto:", "tel:", "sms:", "webcal:", "//")
_A_DISK = len("C:")


def is_there(address: str, there: Collection[str]) -> bool:
    """Whether an address is on the site, or in a folder of which all may be there."""
    parts = address.split("/")
    return address in there or any(
        f"{'/'.join(parts[:n])}/*" in there for n in range(1, len(parts))
    )


class LinksOnPages:
    """The pages written by hand, and all that they can link to.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
        there: every address of the site.
    """

    def __init__(self, folder: Folder, docs: Path, there: Collection[str]) -> None:
        self._docs = docs
        self._there = there
        self._texts = dict(_texts(docs))
        items = {_name(docs, item): item for item in hand_written(docs)}
        self._addresses = {name: item.address for name, item in items.items()}
        pages = {address for address in there if address.endswith("/") or not address}
        made = {f"{address}{_INDEX}" for address in pages.difference(self._addresses.values())}
        self._files = items.keys() | made
        self._home = f"{folder.settings.address.rstrip('/')}/" if folder.has_settings else ""
        # What was published leads on; if it is gone for good, that is told.
        self._before = frozenset(folder.published.addresses)

    def faults(self) -> Iterator[Problem]:
        """Yield what is wrong with the links of each page."""
        for name, text in self._texts.items():
            for slip in slips_in(text):
                place = self._place(name, slip.line, slip.column)
                yield Problem(place, "L01", slip.message, slip.fix)
            for link in links_in(text):
                fault = self._fault(name, link)
                if fault:
                    place = self._place(name, link.line, link.column)
                    yield Problem(place, "L01", *fault)

    def _place(self, name: str, line: int, column: int) -> Place:
        return Place(f"{self._docs.name}/{name}", line, column)

    def _fault(self, name: str, link: MarkdownLink) -> tuple[str, str] | None:
        """Return what is wrong with a link and the cure, if anything is."""
        if not link.target:
            return "this link has no address", "write where it leads, or take the link out"
        if self._home and link.target.startswith(self._home):
            return self._fault_of_ours(link)
        if link.scheme:
            return _fault_elsewhere(link)
        if link.tag and link.path:
            return self._fault_in_html(name, link)
        return self._fault_in_markdown(name, link)

    def _fault_of_ours(self, link: MarkdownLink) -> tuple[str, str] | None:
        """Look at a link that has the whole address of a page of this site."""
        address = unquote(link.path.removeprefix(self._home))
        if is_there(address, self._there) or address in self._before:
            return None
        near = nearest(address, (known for known in self._there if not set("*#") & set(known)))
        right = f"{self._home}{near}" if near else ""
        return _nowhere(link, right, "write the address of a page that is there")

    def _fault_in_html(self, name: str, link: MarkdownLink) -> tuple[str, str] | None:
        """Look at a tag, which MkDocs leaves as it is: a browser follows it from the address."""
        address = resolved(unquote(link.path), self._addresses[name])
        if is_there(address, self._there) or address in self._before:
            return None
        target = normpath(f"{dirname(name)}/{unquote(link.path)}")
        right = self._right(name, target) if splitext(target)[1] in ("", ".md") else ""
        mark = "!" if link.tag == "img" else ""
        fix = f"write it in Markdown: `{mark}[words]({right or 'the path to the file'})`"
        return f"the link `{link.path}` leads to no page or file", fix

    def _fault_in_markdown(self, name: str, link: MarkdownLink) -> tuple[str, str] | None:
        path = unquote(link.path)
        whole = path if path.startswith("/") else f"{dirname(name)}/{path}"
        target = normpath(whole).lstrip("/") if path else name
        if path.startswith("www."):
            return _nowhere(link, f"https://{link.target}", "")
        if path.startswith("/") or path.endswith("/"):
            return self._fault_of_address(name, link, target)
        if target not in self._files and not is_there(target, self._there):
            fix = "look for the page, and write its path from here"
            return _nowhere(link, self._right(name, target), fix)
        if link.anchor and not _has_anchor(target, unquote(link.anchor), self._texts, self._there):
            near = nearest(link.anchor, anchors_in(self._texts.get(target, "")))
            right = f"{link.path}#{near}" if near else ""
            message = f"nothing on the page has the anchor `#{link.anchor}`"
            return _with_guess(message, right, "look for the page, and write its path from here")
        return None

    def _fault_of_address(self, name: str, link: MarkdownLink, target: str) -> tuple[str, str]:
        """Tell of a link that names an address, which MkDocs does not look for in its files."""
        forms = (target, f"{target}.md", f"{target}/{_INDEX}".removeprefix("./"))
        page = next((form for form in forms if form in self._files), "")
        if not page:
            fix = "look for the page, and write the path to its file from here"
            return _nowhere(link, self._right(name, forms[-1]), fix)
        message = f"the link `{link.path}` is not the path from here to the file of a page"
        return message, f"write `{_from(name, page)}`"

    def _right(self, name: str, target: str) -> str:
        """Return the path to the file most like one that is not there, if any is."""
        near = nearest(target, self._files)
        return _from(name, near) if near else ""


def _from(name: str, file: str) -> str:
    return relpath(file, dirname(name) or ".")


def _fault_elsewhere(link: MarkdownLink) -> tuple[str, str] | None:
    if link.scheme in _OPENED_BY_BROWSERS:
        return None
    near = nearest(link.scheme, ("https:", "mailto:")) if len(link.scheme) > _A_DISK else ""
    fix = "write an address that starts with `https://`, or the path to a file in docs/"
    return _with_guess(
        f"no reader can open an address that starts with `{link.scheme}`",
        link.target.replace(link.target[: len(link.scheme)], near, 1) if near else "",
        fix,
    )


def _nowhere(link: MarkdownLink, right: str, fix: str) -> tuple[str, str]:
    return _with_guess(f"the link `{link.path}` leads to no page or file", right, fix)


def _with_guess(message: str, right: str, fix: str) -> tuple[str, str]:
    """Return what is wrong and the cure: to write what was meant, if that can be guessed."""
    return (f"{message} (did you mean `{right}`?)", f"write `{right}`") if right else (message, fix)


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

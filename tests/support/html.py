"""Built pages, parsed, and what tests ask of them.

A parser that does as the standard says takes seven times as long as a quick one. It reads pages of
every kind, to tell what is wrong with them, and that the quick one reads the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder

import html5lib
from lxml.etree import HTMLParser

HIDDEN = frozenset({"script", "style", "template"})
SPACE = "{http://www.w3.org/2000/svg}"
SVG = f"{SPACE}svg"
# Elements that lie within a sentence. All others start a new block of text.
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "button", "cite", "code", "del", "em", "i", "ins", "kbd", "label"}
    | {"mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
# The fixed fragments of a theory page, which links from elsewhere rely on.
PARTS = (
    *("limits", "words", "do", "check", "wrong", "signs"),
    *("sure", "unknown", "talk", "linked", "use", "history"),
)
VOICE = "data-voice"


class Document:
    """One page of a built site; `url` counts from the site's root."""

    def __init__(self, url: str, html: str) -> None:
        self.url = url
        self.html = html
        parser = HTMLParser(target=_Builder(), encoding="utf-8")
        parser.feed(html.encode())
        self.root: Element = parser.close()

    @property
    def errors(self) -> Iterator[str]:
        """What a parser that does as the standard says finds wrong, and what it reads otherwise."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        root = parser.parse(self.html)
        yield from (f"{place}: {code}" for place, code, _ in parser.errors)
        for ours, theirs in zip_longest(
            map(_said, _elements(self.root)), map(_said, _elements(root))
        ):
            if ours != theirs:
                yield f"read as {ours}, and by the standard as {theirs}"
                break

    @cached_property
    def parents(self) -> dict[Element, Element]:
        """Return the parent of every element."""
        return {child: parent for parent in self.root.iter() for child in parent}

    @cached_property
    def ids(self) -> list[str]:
        """Return every id, repeated ones too."""
        return [id_ for element in self.root.iter() if (id_ := element.get("id"))]

    @cached_property
    def text(self) -> str:
        """Return all that can be read on the page, in its head too, as plain text."""
        return text_of(self.root)

    def all(self, tag: str) -> list[Element]:
        """Return the elements of a kind."""
        return list(self.root.iter(tag))

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only element of a kind that has these attributes."""
        (element,) = (
            e for e in self.root.iter(tag) if all(e.get(k) == v for k, v in attributes.items())
        )
        return element

    def with_class(self, name: str, within: Element | None = None) -> list[Element]:
        """Return the elements of a class."""
        start = self.root if within is None else within
        return [e for e in start.iter() if name in (e.get("class") or "").split()]

    def within(self, element: Element, attribute: str) -> bool:
        """Tell whether an element, or one around it, has an attribute."""
        return any(e.get(attribute) is not None for e in self.around(element))

    def around(self, element: Element) -> Iterator[Element]:
        """Yield an element and those around it, from the inside out."""
        here: Element | None = element
        while here is not None:
            yield here
            here = self.parents.get(here)


class _Builder(TreeBuilder):
    """Builds a page from what the quick parser finds in it, which knows of no pictures."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures = 0  # how many are open

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        """Begin an element. The parser repeats the name of an attribute that has no value."""
        self._pictures += tag == "svg"
        found = {name: "" if value == name else value for name, value in attrs.items()}
        return super().start(self._named(tag), found)

    def end(self, tag: str) -> Element:
        """End an element."""
        ended = super().end(self._named(tag))
        self._pictures -= tag == "svg"
        return ended

    def _named(self, tag: str) -> str:
        return f"{SPACE}{tag}" if self._pictures else tag


def _elements(root: Element) -> Iterator[Element]:
    """Yield the elements that a standard parser found, without comments."""
    for element in root.iter():
        tag: object = element.tag  # that of a comment is a function
        if isinstance(tag, str):
            yield element


def _said(element: Element) -> tuple[str, dict[str, str], str, str]:
    """Return what an element says. Spaces between elements are read in many ways."""
    names = {name.lower(): value for name, value in element.attrib.items()}
    return element.tag.lower(), names, (element.text or "").strip(), (element.tail or "").strip()


def text_of(element: Element) -> str:
    """Return what can be read in an element, with single spaces."""
    return " ".join("".join(_pieces(element)).split())


def blocks(element: Element, *without: str) -> Iterator[str]:
    """Yield each block of text in an element, outside pictures and what has an attribute named."""
    pieces = [""]
    _gather(element, without, pieces)
    yield from (words for piece in pieces if (words := " ".join(piece.split())))


def _gather(element: Element, without: tuple[str, ...], pieces: list[str]) -> None:
    """Add an element's text to the last piece, and begin another at each block's edges."""
    if element.tag in {*HIDDEN, SVG}:
        return
    if any(element.get(name) is not None for name in without):
        return
    block = element.tag not in INLINE
    pieces.extend([""] if block else [])
    pieces[-1] += element.text or ""
    for child in element:
        _gather(child, without, pieces)
        pieces[-1] += child.tail or ""
    pieces.extend([""] if block else [])


def _pieces(element: Element) -> Iterator[str]:
    if element.tag in HIDDEN:
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


@cache
def documents(folder: Path) -> tuple[Document, ...]:
    """Return every page of a built site."""
    files = sorted(path.relative_to(folder) for path in folder.rglob("*.html"))
    return tuple(document(folder, url_of(file)) for file in files)


@cache
def document(folder: Path, url: str) -> Document:
    """Return the page at an address."""
    file = f"{url}index.html" if url.endswith("/") or not url else url
    return Document(url, (folder / file).read_text(encoding="utf-8"))


def url_of(path: Path) -> str:
    """Return the address of a file, which for an index is its folder."""
    return path.as_posix().removesuffix("index.html")

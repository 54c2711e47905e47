"""One walk over the HTML of a page: its links, its anchors, and its running text, explained."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

# Elements that hold nothing, so that no end tag follows. Shapes of pictures are among them.
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# What is true inside an element: anchors in it last; it holds running text; it is left alone.
_LASTS, _TEXT, _ALONE = 1, 2, 4
# Elements whose anchors serve the page itself: pictures, forms, and marks in running text.
_OWN_USE = frozenset({"svg", "form", "span", "sup", "input"})
# Running text stands in the first; in the others, words keep to themselves.
_BEGINS = {
    **dict.fromkeys(("p", "li", "dd", "td"), _TEXT),
    **dict.fromkeys(("a", "button", "blockquote", "q", "code", "pre", "svg", "script"), _ALONE),
    **dict.fromkeys(("style", "nav", "i", "cite", "summary", "select"), _ALONE),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _ALONE),
}
# What a template gives to a part whose anchors follow from the data as a whole, and to one that is
# left alone.
_COMES_AND_GOES, _LEAVE_ALONE = "data-comes-and-goes", "data-unexplained"
_MARKED_ALONE = f" {_LEAVE_ALONE}"

# What stands between two stretches of text. Our pages are made by templates and by Markdown, so
# that a few patterns read them; a parser of any HTML at all takes three times as long.
_MARKUP = re.compile(
    r"<!--.*?-->|<[!?][^>]*>|<(?P<end>/?)(?P<tag>[a-z][^\s/>]*)"
    r"""(?P<attributes>[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>""",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_ASKED_FOR = re.compile(r"\b(?:id|href)\s*=|\bdata-", re.IGNORECASE)
_SIGN = re.compile(r"(&#?\w+;)")
# What stands in these is no HTML.
_RAW = {tag: re.compile(rf"</{tag}\b", re.IGNORECASE) for tag in ("script", "style")}


@dataclass(frozen=True)
class PageHtml:
    """The HTML of a page, and what was found in it.

    `links` are those of `<a>`, in order, `anchors` all ids. `lasting` are the ids that readers may
    link to for good. Left out of those are ids in pictures, forms and running text, those of
    footnotes, and those in parts marked with `data-comes-and-goes`.
    """

    html: str
    links: tuple[str, ...]
    anchors: frozenset[str]
    lasting: frozenset[str]

    def __add__(self, more: PageHtml) -> PageHtml:
        """Return this with what stands after it on the same page."""
        return PageHtml(
            self.html + more.html,
            self.links + more.links,
            self.anchors | more.anchors,
            self.lasting | more.lasting,
        )


@dataclass(frozen=True)
class PackedHtml:
    """The same of a page that waits, or is kept: its HTML is packed to a tenth of the room."""

    packed: bytes
    links: tuple[str, ...]
    anchors: frozenset[str]
    lasting: frozenset[str]

    @classmethod
    def of(cls, page: PageHtml) -> PackedHtml:
        """Pack the HTML of a page."""
        return cls(pack(page.html), page.links, page.anchors, page.lasting)

    @property
    def html(self) -> str:
        """The HTML of the page."""
        return unpack(self.packed)


def pack(html: str) -> bytes:
    """Return HTML packed, which takes little time."""
    return zlib.compress(html.encode(), 1)


def unpack(packed: bytes) -> str:
    """Return what `pack` packed."""
    return zlib.decompress(packed).decode()


def read_html(html: str, explain: Callable[[str], str] | None = None) -> PageHtml:
    """Read the HTML of a page once.

    Args:
        html: the content of a page.
        explain: given each piece of running text, as it is written, returns what stands in its
            place; links that it adds are not among those found.

    Returns:
        The HTML, changed only in its running text and without the marks of what is left alone, and
        what is in it.
    """
    page = _Page()
    pieces: list[str] = []
    done = 0
    for markup in _markup(html):
        start, end = markup.span()
        if explain and start > done and page.is_running:
            pieces.append(_explained(html[done:start], explain))
            done = start
        pieces.append(html[done:start])
        pieces.append(markup[0].replace(_MARKED_ALONE, ""))
        done = end
        page.pass_by(markup)
    pieces.append(html[done:])
    return PageHtml(
        "".join(pieces), tuple(page.links), frozenset(page.anchors), frozenset(page.lasting)
    )


def _markup(html: str) -> Iterator[re.Match[str]]:
    """Yield all tags and comments, but for what only looks like one in a script or style."""
    start: int | None = 0
    while start is not None:
        found, start = _MARKUP.finditer(html, start), None
        for markup in found:
            yield markup
            raw = _RAW.get((markup["tag"] or "").lower())
            if raw and not markup["end"] and (end := raw.search(html, markup.end())):
                start = end.start()
                break


def _explained(text: str, explain: Callable[[str], str]) -> str:
    """Explain a text between the signs in it that are written by a name or a number."""
    if "&" not in text:
        return explain(text)
    return "".join(
        piece if piece.startswith("&") else explain(piece) for piece in _SIGN.split(text)
    )


class _Page:
    """What was found on the way through a page, and what is true at this point of it."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.lasting: set[str] = set()
        self._here = _LASTS
        self._around: list[tuple[str, int]] = []

    @property
    def is_running(self) -> bool:
        """Whether words that stand here are explained."""
        return self._here & (_TEXT | _ALONE) == _TEXT

    def pass_by(self, markup: re.Match[str]) -> None:
        """Enter an element, or leave it; of comments nothing is asked."""
        end, tag, attributes = markup.groups()
        if end:
            self._leave(tag.lower())
        elif tag:
            self._enter(tag.lower(), attributes)

    def _enter(self, tag: str, attributes: str) -> None:
        inside = self._here | _BEGINS.get(tag, 0)
        if tag in _OWN_USE:
            inside &= ~_LASTS
        if _ASKED_FOR.search(attributes):
            inside = self._noted(tag, _given(attributes), inside)
        if tag not in _VOID and not attributes.endswith("/"):
            self._around.append((tag, self._here))
            self._here = inside

    def _noted(self, tag: str, given: dict[str, str], inside: int) -> int:
        """Note a link and an anchor; return what is true inside their element."""
        if _COMES_AND_GOES in given:
            inside &= ~_LASTS
        if _LEAVE_ALONE in given:
            inside |= _ALONE
        if tag == "a" and (link := given.get("href")):
            self.links.append(link)
        if anchor := given.get("id"):
            self.anchors.add(anchor)
            if inside & _LASTS and ":" not in anchor:  # footnotes have a colon
                self.lasting.add(anchor)
        return inside

    def _leave(self, tag: str) -> None:
        """Leave an element and what was left open in it; an end without a start ends nothing."""
        around = self._around
        if around and around[-1][0] == tag:
            self._here = around.pop()[1]
        elif any(element == tag for element, _ in around):
            while around[-1][0] != tag:
                around.pop()
            self._here = around.pop()[1]


def _given(attributes: str) -> dict[str, str]:
    """Return the attributes of a tag and what each is set to."""
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(attributes)
    }

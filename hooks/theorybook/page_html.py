"""One walk over the HTML of a page: its links, its anchors, and its running text, explained."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser

# Elements that hold nothing, so that no end tag follows. Shapes of pictures are among them.
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# Elements whose anchors serve the page itself: pictures, forms, and marks in running text.
_OWN_USE = frozenset({"svg", "form", "span", "sup", "input"})
# What a template gives to a part whose anchors follow from the data as a whole.
_COMES_AND_GOES = "data-comes-and-goes"
# Running text stands in these; in those, words keep to themselves.
_TEXT = frozenset({"p", "li", "dd", "td"})
_LEFT_ALONE = frozenset(
    {
        "a",
        "button",
        "blockquote",
        "q",
        "code",
        "pre",
        "svg",
        "script",
        "style",
        "nav",
        "i",
        "cite",
        "summary",
    }
    | {"select", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_LEAVE_ALONE = "data-unexplained"


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


def read_html(html: str, explain: Callable[[str], str] | None = None) -> PageHtml:
    """Read the HTML of a page once.

    Args:
        html: the content of a page.
        explain: given each piece of running text, as it is written, returns what stands in its
            place; links that it adds are not among those found.

    Returns:
        The HTML, changed only in its running text, and what is in it.
    """
    reader = _Reader(explain)
    reader.feed(html)
    reader.close()
    return PageHtml(
        "".join(reader.pieces),
        tuple(reader.links),
        frozenset(reader.anchors),
        frozenset(reader.lasting),
    )


@dataclass(frozen=True)
class _Open:
    """An open element: whether anchors in it last, holds running text, or is left alone."""

    tag: str
    lasts: bool
    is_text: bool
    is_left_alone: bool


class _Reader(HTMLParser):
    """Walks over a page. All but running text is handed on as it was written."""

    def __init__(self, explain: Callable[[str], str] | None) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.lasting: set[str] = set()
        self._explain = explain
        self._open = [_Open("", True, False, False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link or an anchor, and what its element does to what is in it."""
        self.pieces.append(self.get_starttag_text() or "")
        self._note(tag, dict(attrs), stays_open=tag not in _VOID)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the same of an element that is closed at once."""
        self.pieces.append(self.get_starttag_text() or "")
        self._note(tag, dict(attrs), stays_open=False)

    def _note(self, tag: str, given: dict[str, str | None], stays_open: bool) -> None:
        around = self._open[-1]
        lasts = around.lasts and tag not in _OWN_USE and _COMES_AND_GOES not in given
        if stays_open:
            left_alone = around.is_left_alone or tag in _LEFT_ALONE or _LEAVE_ALONE in given
            self._open.append(_Open(tag, lasts, around.is_text or tag in _TEXT, left_alone))
        if tag == "a" and (link := given.get("href")):
            self.links.append(link)
        if anchor := given.get("id"):
            self.anchors.add(anchor)
            if lasts and ":" not in anchor:  # footnotes have a colon
                self.lasting.add(anchor)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and what was left open in it; an end without a start ends nothing."""
        self.pieces.append(f"</{tag}>")
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Explain running text; other text stays as it is."""
        here = self._open[-1]
        is_running = here.is_text and not here.is_left_alone
        self.pieces.append(self._explain(data) if self._explain and is_running else data)

    def handle_entityref(self, name: str) -> None:
        """Hand on a sign by its name."""
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Hand on a sign by its number."""
        self.pieces.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Hand on a comment."""
        self.pieces.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """Hand on a declaration."""
        self.pieces.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        """Hand on a section that only XML knows."""
        self.pieces.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        """Hand on a processing instruction."""
        self.pieces.append(f"<?{data}>")

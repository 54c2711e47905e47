"""What a page written by hand says, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from theorybook.search.said import Said

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_BLOCKS = _HEADINGS | {"p", "li", "dt", "dd", "td", "th", "pre", "blockquote", "figcaption"}
_NOT_READ = frozenset({"nav", "form", "svg", "script", "style", "sup"})
# What a page cites stands below it. Who looks for a publication is led to its own page.
_FOOTNOTES = ("class", "footnote")


def sections(html: str) -> Iterator[Said]:
    """Yield what stands in each block of a page, with the anchor of the heading above it.

    Args:
        html: the content of the page.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    yield from reader.found


class _Reader(HTMLParser):
    """Collects the text of each block, and knows the last heading."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Said] = []
        self._anchor = ""
        self._text: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or leave out what is none."""
        if tag in _NOT_READ or (tag == "div" and (self._unread or _FOOTNOTES in attrs)):
            self._unread += 1
        if tag in _BLOCKS:
            self.end_block()
        if tag in _HEADINGS:
            self._anchor = dict(attrs).get("id") or ""

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if tag in _NOT_READ | {"div"} and self._unread:
            self._unread -= 1
        if tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Keep text that readers read."""
        if not self._unread:
            self._text.append(data)

    def end_block(self) -> None:
        """Keep what the block said."""
        if text := " ".join("".join(self._text).replace("¶", "").split()):
            self.found.append(Said(text, id=self._anchor))
        self._text.clear()

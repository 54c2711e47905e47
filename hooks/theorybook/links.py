"""Links and anchors of a page: what points at something, and what can be pointed at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

_ROOT = "https://site.invalid/"
# Elements that hold nothing, so that no end tag follows.
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# Elements whose anchors serve the page itself: pictures, forms, and marks in running text.
_OWN_USE = frozenset({"svg", "form", "span", "sup", "input"})
# What a template gives to a part whose anchors follow from the data as a whole.
_COMES_AND_GOES = "data-comes-and-goes"


class Anatomy(HTMLParser):
    """The links and the anchors of a page.

    `links` are those of `<a>`, in order, `anchors` all ids. `lasting` are the ids that readers may
    link to for good. Left out of those are ids in pictures, forms and running text, those of
    footnotes, and those in parts marked with `data-comes-and-goes`.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.lasting: set[str] = set()
        self._open: list[tuple[str, bool]] = []  # each open element, and if anchors in it last
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link or an anchor, and if it stands where anchors last."""
        given = dict(attrs)
        lasts = (
            (self._open[-1][1] if self._open else True)
            and tag not in _OWN_USE
            and _COMES_AND_GOES not in given
        )
        if tag not in _VOID:
            self._open.append((tag, lasts))
        if tag == "a" and (link := given.get("href")):
            self.links.append(link)
        if anchor := given.get("id"):
            self.anchors.add(anchor)
            if lasts and ":" not in anchor:  # footnotes have a colon
                self.lasting.add(anchor)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        while self._open and self._open.pop()[0] != tag:
            pass  # what was left open inside ends with it


@lru_cache(maxsize=2000)
def anatomy(html: str) -> Anatomy:
    """Return the links and anchors of a page; one that is as it was is not read again."""
    return Anatomy(html)


def dead_links(
    address: str, links: Iterable[str], there: Mapping[str, Collection[str] | None]
) -> Iterator[str]:
    """Yield the links of a page that lead nowhere on the site.

    Args:
        address: the page's address, from the site's root.
        links: its links, as they are written.
        there: every address of the site, with the anchors of a page, or None where unknown.
    """
    for link in links:
        target = urljoin(_ROOT + address, link)
        if not target.startswith(_ROOT):
            continue
        parts = urlsplit(target.removeprefix(_ROOT))
        found = there.get(unquote(parts.path), ())
        if unquote(parts.path) not in there or (
            parts.fragment and found is not None and unquote(parts.fragment) not in found
        ):
            yield link

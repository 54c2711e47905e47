"""Dead links: what generated pages point at has to be there, anchors included."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

_ROOT = "https://site.invalid/"


class _Anatomy(HTMLParser):
    """Reads the links and the anchors of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "href" and tag == "a" and value:
                self.links.append(value)
            elif name == "id" and value:
                self.anchors.add(value)


def anchors(html: str) -> set[str]:
    """Return the ids that other pages may link to."""
    return _Anatomy(html).anchors


def dead_links(
    address: str, html: str, there: Mapping[str, Collection[str] | None]
) -> Iterator[str]:
    """Yield the links of a page that lead nowhere on the site.

    Args:
        address: the page's address, from the site's root.
        html: its content.
        there: every address of the site, with the anchors of a page, or None where unknown.
    """
    for link in _Anatomy(html).links:
        target = urljoin(_ROOT + address, link)
        if not target.startswith(_ROOT):
            continue
        parts = urlsplit(target.removeprefix(_ROOT))
        found = there.get(unquote(parts.path), ())
        if unquote(parts.path) not in there or (
            parts.fragment and found is not None and unquote(parts.fragment) not in found
        ):
            yield link

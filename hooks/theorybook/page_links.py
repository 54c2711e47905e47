"""Links of a page that lead nowhere on the site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit

_ROOT = "https://site.invalid/"


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
        # What is given to script, such as the words of a search, is no anchor.
        anchor = "" if "=" in parts.fragment else unquote(parts.fragment)
        if unquote(parts.path) not in there or (
            anchor and found is not None and anchor not in found
        ):
            yield link

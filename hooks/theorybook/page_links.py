"""Links of a page that lead nowhere on the site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from posixpath import normpath
from urllib.parse import unquote

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def dead_links(
    address: str, links: Iterable[str], there: Mapping[str, Collection[str] | None]
) -> Iterator[str]:
    """Yield the links of a page that lead nowhere on the site, each once.

    Args:
        address: the page's address, from the site's root.
        links: its links, as they are written.
        there: every address of the site, with the anchors of a page, or None where unknown.
    """
    for link in dict.fromkeys(links):
        if _ELSEWHERE.match(link):
            continue
        path, _, anchor = link.partition("#")
        target = unquote(resolved(path.partition("?")[0], address))
        found = there.get(target, ())
        # What is given to script, such as the words of a search, is no anchor.
        wanted = "" if "=" in anchor else unquote(anchor)
        if target not in there or (wanted and found is not None and wanted not in found):
            yield link


def resolved(path: str, address: str) -> str:
    """Return the address that a path leads to from a page: RFC 3986, section 5.2, for a site.

    The library's `urljoin` says the same of any address at all, and takes ten times as long.
    """
    if not path:
        return address
    whole = path if path.startswith("/") else f"/{address.rpartition('/')[0]}/{path}"
    ends_open = whole.endswith(("/", "/.", "/.."))
    target = normpath(whole).lstrip("/")
    return f"{target}/" if ends_open and target else target

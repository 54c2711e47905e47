"""How long the lists of one page may be, and where the rest of a longer one stands.

Each limit is above what our own data need today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

# The page of gaps says what is not known of this many records. Of more, it leads to each.
GAPS_IN_FULL = 300
# The page of references names as many publications at its letters, and tells programs that look for
# references in a page of each. Of more, it names the first and the last of a letter, and the pages
# of their studies tell programs.
REFERENCES_TOLD = 300
# The page of news lists as many of a kind, of one day. More have a page of their own.
NEWS_TOGETHER = 200
# A map lists its cells below its table if they are, with what is in each, as many lines as this.
# More are on a page for each group of outcomes.
MAP_LINES = 750
# A page on which versions are looked up has as many lines: one for each record, and one for each of
# its versions. More stand on further ones.
VERSION_LINES = 1700


def dealt_out(
    list_: str, lines: Mapping[str, int], promised: Iterable[str], together: int
) -> dict[str, str]:
    """Deal a list out to its own page and further ones below it.

    Args:
        list_: the address of the list, such as `check/`.
        lines: how many each of its rows takes, in order, each row known by its anchor.
        promised: all addresses that were ever published.
        together: how many lines a page takes; a row that alone is longer has a page for itself.

    Returns:
        The address of the page of each. What was published on one of them stays there; each of the
        others is on the first that has room.
    """
    published = dict(_on_pages_of(list_, promised))
    pages = {anchor: published[anchor] for anchor in lines if anchor in published}
    taken = Counter[str]()
    for anchor, page in pages.items():
        taken[page] += lines[anchor]
    number = 1
    for anchor in (anchor for anchor in lines if anchor not in published):
        while taken[page := _page(list_, number)] and taken[page] + lines[anchor] > together:
            number += 1
        pages[anchor] = page
        taken[page] += lines[anchor]
    return {anchor: pages[anchor] for anchor in lines}


def _page(list_: str, number: int) -> str:
    return list_ if number == 1 else f"{list_}{number}/"


def _on_pages_of(list_: str, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        page, mark, anchor = address.partition("#")
        volume = page.removeprefix(list_).removesuffix("/")
        if mark and page.startswith(list_) and (not volume or volume.isdecimal()):
            yield anchor, page

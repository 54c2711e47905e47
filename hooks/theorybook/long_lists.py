"""How long the lists of one page may be, and where the rest of a longer one stands.

Each limit is above what our own data need today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import TypeVar

# The page of gaps says what is not known of this many records. Of more, it leads to each.
GAPS_IN_FULL = 300
# These lists have as many rows on a page; the rest is on further ones, in the same order.
GAPS_LISTED = 1000
HANDOUTS_LISTED = 300
PLATFORMS_LISTED = 300
STUDIES_LISTED = 400
THEORIES_LISTED = 300
# A list that says a lot of each theory has the theories of as many numbers in a volume.
VOLUME = 50
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

# Where, below a list whose own records have pages there, its further parts are.
PART = "part/"

Row = TypeVar("Row")


def parted(list_: str, rows: Sequence[Row], ever: int, together: int) -> dict[str, Sequence[Row]]:
    """Cut a list into its own page and further ones below it, about as long as each other.

    Args:
        list_: the address of the list, such as `theories/`.
        rows: what is in it now, in order.
        ever: how many rows it can have had, retired ones included. The number of pages follows
            from it, so that none goes away as records retire.
        together: how many rows a page takes.

    Returns:
        The rows of each page, by its address, in order.
    """
    pages = max(1, ceil(ever / together))
    size = ceil(len(rows) / pages)
    return {
        _part(list_, number + 1): rows[number * size : (number + 1) * size]
        for number in range(pages)
    }


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


def _part(list_: str, number: int) -> str:
    return list_ if number == 1 else f"{list_}{PART}{number}/"


def _on_pages_of(list_: str, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        page, mark, anchor = address.partition("#")
        volume = page.removeprefix(list_).removesuffix("/")
        if mark and page.startswith(list_) and (not volume or volume.isdecimal()):
            yield anchor, page

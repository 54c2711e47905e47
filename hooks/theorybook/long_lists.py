"""How long the lists of one page may be, and where the rest of a longer one stands.

Each limit is above what our own data need today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

# The page of gaps says what is not known of this many records. Of more, it leads to each.
GAPS_IN_FULL = 300
# The page of news lists as many of a kind, of one day. More have a page of their own.
NEWS_TOGETHER = 200
# A map lists as many of its cells below its table. More are on a page for each group of outcomes.
CELLS_TOGETHER = 150
# A page on which versions are looked up has as many records. More stand on further ones.
VERSIONS_TOGETHER = 600


def dealt_out(
    list_: str, anchors: Iterable[str], promised: Iterable[str], together: int
) -> dict[str, str]:
    """Deal a list out to its own page and further ones below it.

    Args:
        list_: the address of the list, such as `check/`.
        anchors: what is in it, in order, each known by its anchor.
        promised: all addresses that were ever published.
        together: how many a page takes.

    Returns:
        The address of the page of each. What was published on one of them stays there; each of the
        others is on the first that has room.
    """
    published = dict(_on_pages_of(list_, promised))
    there = [*anchors]
    kept = {anchor: published[anchor] for anchor in there if anchor in published}
    room = _room(list_, Counter(kept.values()), together)
    return {anchor: kept.get(anchor) or next(room) for anchor in there}


def _on_pages_of(list_: str, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    for address in addresses:
        page, mark, anchor = address.partition("#")
        volume = page.removeprefix(list_).removesuffix("/")
        if mark and page.startswith(list_) and (not volume or volume.isdecimal()):
            yield anchor, page


def _room(list_: str, taken: Counter[str], together: int) -> Iterator[str]:
    """Yield the page that takes the next one, and the next one after that."""
    for number in count(1):
        page = list_ if number == 1 else f"{list_}{number}/"
        for _ in range(together - taken[page]):
            yield page

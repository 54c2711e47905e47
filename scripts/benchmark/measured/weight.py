"""How heavy pages are: the bytes of their HTML as it is written, before a host packs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Weight:
    """The HTML of the pages of a site, in bytes.

    Attributes:
        theory: of the page of a theory, in the median.
        heaviest_theory: of the heaviest of those.
        heaviest: of the heaviest page of all.
        heaviest_page: its address.
        pages: how many pages there are, with those that only lead on.
    """

    theory: int
    heaviest_theory: int
    heaviest: int
    heaviest_page: str
    pages: int


def weight(site: Path) -> Weight:
    """Weigh the pages of a built site."""
    sizes = {file.parent.relative_to(site).as_posix(): file.stat().st_size for file in _pages(site)}
    theories = [size for page, size in sizes.items() if _is_theory(page)]
    heaviest = max(sizes, key=lambda page: sizes[page])
    return Weight(int(median(theories)), max(theories), sizes[heaviest], f"{heaviest}/", len(sizes))


def _pages(site: Path) -> Iterator[Path]:
    return site.rglob("index.html")


def _is_theory(page: str) -> bool:
    folder, _, rest = page.partition("/")
    return folder == "theories" and bool(rest) and "/" not in rest and rest != "compare"

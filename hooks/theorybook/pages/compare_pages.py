"""The pages that set a theory beside those linked to it: one page for each theory.

Each linked pair stands once, on the page of the one whose id comes first. Pages of any pair at all
would be far too many: for other pairs, and for three, a script takes each theory from its page.
"""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import COMPARE, compare_address
from theorybook.comparison import pair, side
from theorybook.kinds import kind_of
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.pictures.neighbours import neighbours
from theorybook.site import Site


def compare_pages(site: Site) -> Iterator[Page]:
    """Yield a page for every theory, retired or not: an address that was published stays."""
    for theory in site.all_of(Theory):
        yield _page(site, theory)


def _page(site: Site, theory: Theory) -> Page:
    words = site.words_of(COMPARE)
    own = side(site, theory)
    linked = () if theory.retired else neighbours(site, theory)
    return Page(
        compare_address(theory.id),
        f"{theory.short} {words.each}",
        "compare_linked.html",
        words.lead,
        {
            "own": own,
            "pairs": tuple(pair(site, own, n) for n in linked if n.theory.id > theory.id),
            "elsewhere": tuple(n for n in linked if n.theory.id < theory.id),
        },
        in_search=False,
        picture_of=kind_of(theory).address_of(theory),
    )

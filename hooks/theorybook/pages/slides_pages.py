"""The pages that hold slides: one for each theory."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import HANDOUTS, slides_address
from theorybook.kinds import kind_of
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.pictures.chain import marks, steps
from theorybook.site import Site


def slides_pages(site: Site) -> Iterator[Page]:
    """Yield the slides of every theory, retired or not: an address that was published stays."""
    for theory in site.all_of(Theory):
        yield _page(site, theory)


def _page(site: Site, theory: Theory) -> Page:
    words, boxes = site.words_of(HANDOUTS), steps(site, theory)
    return Page(
        slides_address(theory.id),
        f"{theory.short}: {words.each}",
        "slides.html",
        words.lead,
        {"theory": theory, "boxes": boxes, "chain_marks": marks(boxes)},
        in_search=False,
        picture_of=kind_of(theory).address_of(theory),
    )

"""Our slides: none overflows on any screen, and each deck is light."""

from __future__ import annotations

from pathlib import Path

from tests.support.browsing import Open
from tests.support.html import Document, text_of
from tests.support.slides import SCREENS, faults

from theorybook.addresses import SLIDES, slides_address
from theorybook.site import Site

WEIGHT = 20_000  # bytes of a page with its frame, before a host packs what it sends


def test_no_slide_of_ours_overflows(open_page: Open, site: Site) -> None:
    page = open_page()
    home = page.url
    found: list[str] = []
    for theory in site.everything.theories:
        page.goto(home + slides_address(theory.id))
        for (width, height), least in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            found += faults(page, least)
    assert found == []


def test_no_two_slides_of_a_deck_have_one_name(pages: tuple[Document, ...]) -> None:
    decks = [page for page in pages if page.url.startswith(SLIDES)]
    assert decks
    for deck in decks:
        names = [text_of(heading) for heading in deck.all("h2")]
        assert len({*names}) == len(names), deck.url


def test_each_deck_is_light(real_site: Path, site: Site) -> None:
    sizes = {
        theory.id: (real_site / slides_address(theory.id) / "index.html").stat().st_size
        for theory in site.everything.theories
    }
    assert {id_: size for id_, size in sizes.items() if size > WEIGHT} == {}

"""Our slides: none overflows on any screen, and each deck is light."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect
from tests.support.browsing import Open
from tests.support.handouts import handed_out
from tests.support.html import Document, text_of
from tests.support.slides import begin, faults

from theorybook.addresses import SLIDES, slides_address
from theorybook.site import Site

WEIGHT = 20_000  # bytes of a page with its frame, before a host packs what it sends


def test_no_slide_of_ours_overflows(open_page: Open, site: Site) -> None:
    page = open_page()
    home = page.url
    found: list[str] = []
    for record in handed_out(site):
        page.goto(home + slides_address(record.id))
        found += faults(page)
    assert found == []


def test_no_two_slides_of_a_deck_have_one_name(pages: tuple[Document, ...]) -> None:
    decks = [page for page in pages if page.url.startswith(SLIDES)]
    assert decks
    for deck in decks:
        names = [text_of(heading) for heading in deck.all("h2")]
        assert len({*names}) == len(names), deck.url


def test_each_deck_is_light(real_site: Path, site: Site) -> None:
    sizes = {
        record.id: (real_site / slides_address(record.id) / "index.html").stat().st_size
        for record in handed_out(site)
    }
    assert {id_: size for id_, size in sizes.items() if size > WEIGHT} == {}


def test_the_slides_and_the_sheet_of_a_pack_are_two_clicks_from_home(
    open_page: Open, site: Site
) -> None:
    pack = site.packs[0]
    page = open_page(viewport={"width": 1280, "height": 800})
    page.locator("header").get_by_role("link", name="Train", exact=True).click()
    expect(page.get_by_role("link", name=f"Handout of {pack.id}")).to_have_attribute(
        "href", f"handouts/{pack.id}-a4.pdf"
    )
    page.get_by_role("link", name=f"Slides of {pack.id}").click()
    page.wait_for_url(f"**/{slides_address(pack.id)}")
    assert begin(page) > len(pack.items)

"""Words of the trade say what they mean: on hover, on focus, on a tap, and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.support.browsing import Open
from tests.support.projects import GARDEN

from theorybook.site import Site

THEORY = "theories/sharing-tools/"
TIP = "word => getComputedStyle(word, '::after').display"


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.load(GARDEN)


def shows(word: Locator) -> bool:
    """Tell whether a word shows what it means."""
    return str(word.evaluate(TIP)) == "block"


def first_word(page: Page) -> Locator:
    word = page.locator("a.gloss").first
    expect(word).to_be_visible()
    return word


def test_a_word_explains_itself_on_hover_and_goes_with_escape(open_garden: Open) -> None:
    page = open_garden(THEORY)
    word = first_word(page)
    assert not shows(word)
    word.hover()
    assert shows(word)
    page.keyboard.press("Escape")
    assert not shows(word)
    page.mouse.move(0, 0)
    word.hover()
    assert shows(word)


def test_a_word_explains_itself_on_focus(open_garden: Open) -> None:
    page = open_garden(THEORY)
    word = first_word(page)
    while not word.evaluate("word => word === document.activeElement"):
        page.keyboard.press("Tab")
    assert shows(word)
    page.keyboard.press("Escape")
    assert not shows(word)


def test_a_tap_shows_and_a_second_one_follows(open_garden: Open) -> None:
    page = open_garden(
        THEORY, has_touch=True, is_mobile=True, viewport={"width": 375, "height": 740}
    )
    word = first_word(page)
    word.tap()
    assert shows(word)
    assert page.url.endswith(THEORY)
    word.tap()
    page.wait_for_url("**/glossary/#*")


def test_a_tap_elsewhere_puts_it_away(open_garden: Open) -> None:
    page = open_garden(
        THEORY, has_touch=True, is_mobile=True, viewport={"width": 375, "height": 740}
    )
    word = first_word(page)
    word.tap()
    page.locator("h1").tap()
    assert word.get_attribute("data-open") is None


def test_what_a_word_shows_fits_on_a_phone(open_garden: Open) -> None:
    page = open_garden(THEORY, viewport={"width": 320, "height": 740})
    for word in page.locator("a.gloss").all():
        word.evaluate("word => word.setAttribute('data-open', '')")
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320


def test_without_script_a_word_leads_to_its_entry(open_garden: Open, site: Site) -> None:
    page = open_garden(THEORY, java_script_enabled=False)
    word = first_word(page)
    name = str(word.get_attribute("href")).partition("#")[2]
    (entry,) = (entry for entry in site.glossary if entry.id == name)
    assert word.get_attribute("data-tip") == entry.definition
    expect(page.locator(f"#{word.get_attribute('aria-describedby')}")).to_have_text(
        entry.definition
    )
    word.click()
    page.wait_for_url(f"**/glossary/#{name}")
    expect(page.locator(f"#{name}")).to_be_in_viewport()


def test_print_explains_the_words_at_the_end(open_garden: Open) -> None:
    page = open_garden(f"{THEORY}#print-all")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#words-explained")).to_be_visible()


def test_a_hand_written_page_explains_its_words(open_garden: Open) -> None:
    page = open_garden("about/how-we-judge/")
    expect(page.locator("a.gloss").first).to_be_visible()
    page.locator("summary", has_text="Words explained").click()
    expect(page.locator("#words-explained")).to_be_visible()

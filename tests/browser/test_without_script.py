"""With JavaScript off, every page can be read and every record found."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.made import in_force
from tests.support.projects import GARDEN

from theorybook.model.term import TermKind
from theorybook.site import Site

THEORY = "theories/sharing-tools/"


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.load(GARDEN)


def test_a_theory_is_all_there(open_garden: Open, site: Site) -> None:
    page = open_garden(THEORY, java_script_enabled=False)
    article = page.locator("article#main")
    expect(article.locator("h1")).to_be_visible()
    for section in article.locator("section").all():
        expect(section).to_be_visible()
    page.locator("summary", has_text="Talk about it").click()
    assert site.theory("T001").talk[-1].care in article.inner_text()


def test_nothing_that_needs_script_is_offered(open_garden: Open) -> None:
    page = open_garden(THEORY, java_script_enabled=False)
    expect(page.locator("[data-theme-button]")).to_be_hidden()
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    expect(page.locator("article button:visible")).to_have_count(0)
    expect(page.locator("[data-print]")).to_contain_text("print")


def test_the_search_page_lists_every_record(open_garden: Open, site: Site) -> None:
    page = open_garden("search/", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    for fold in page.locator("#main details > summary").all():
        fold.click()
    listed = {a.get_attribute("href") for a in page.locator("#main a:visible").all()}
    wanted = {
        f"../{site.addresses[name]}"
        for name in in_force(site)
        if name.kind in {"theory", "term", "study"}
    }
    assert wanted <= listed
    assert len(wanted) > len(TermKind)


def test_the_theme_is_the_systems(open_garden: Open) -> None:
    page = open_garden(THEORY, java_script_enabled=False, color_scheme="light")
    light = background(page)
    page.emulate_media(color_scheme="dark")
    assert brightness(background(page)) < 60 < 200 < brightness(light)


def test_a_form_leads_to_the_search_page(open_garden: Open) -> None:
    page = open_garden(java_script_enabled=False)
    page.locator("#home-search").fill("boss")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=boss")


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def brightness(colour: str) -> float:
    red, green, blue = (int(part) for part in colour.strip("rgb()").split(","))
    return (red + green + blue) / 3

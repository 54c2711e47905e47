"""Our situations stand on one screen, and what must be in place is in sight at once."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.model.base import prose_in
from theorybook.site import Site
from theorybook.words.reading import Reading

# CSS pixels, on a phone 360 wide and a desktop 1280 wide.
FIRST_SCREEN, PHONE, DESKTOP = 640, 2800, 1700


def test_what_must_be_in_place_is_on_the_first_screen(open_page: Open, site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": FIRST_SCREEN})
    root = page.url
    for situation in site.situations:
        page.goto(f"{root}situations/{situation.slug}/")
        top, height = page.evaluate(
            "() => [document.getElementById('check').getBoundingClientRect().top,"
            " document.documentElement.scrollHeight]"
        )
        assert top < FIRST_SCREEN, situation.id
        assert height <= PHONE, situation.id


def test_one_screen_and_little_more_on_a_desktop(open_page: Open, site: Site) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    root = page.url
    for situation in site.situations:
        page.goto(f"{root}situations/{situation.slug}/")
        assert page.evaluate("document.documentElement.scrollHeight") <= DESKTOP, situation.id


def test_what_weighs_on_somebody_leads_to_help_first(open_page: Open, site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": FIRST_SCREEN})
    home = page.url
    for situation in (each for each in site.situations if each.safety):
        page.goto(home)
        page.get_by_role("link", name=situation.title, exact=True).click()
        help_lines = page.locator(".now").get_by_role("link", name="help lines")
        expect(help_lines).to_be_in_viewport()
        help_lines.click()
        page.wait_for_url("**/safety/help/")


def test_situations_and_answers_are_as_plain_as_theories(site: Site) -> None:
    for records in (site.situations, site.answers):
        reading = Reading.of(text for record in records for _, text in prose_in(record))
        assert reading.grade <= 8
        assert reading.words / len(reading.sentences) <= 15

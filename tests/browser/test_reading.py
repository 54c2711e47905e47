"""A theory page in a reader's hands: skip, jump, copy, print, and the systems' own settings."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.built import SUBPATH
from tests.support.html import PARTS
from tests.support.projects import GARDEN

from theorybook.site import Site

THEORY = "theories/sharing-tools/"
SITE_URL = f"https://site.example{SUBPATH}"


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.load(GARDEN)


@pytest.mark.parametrize("url", ["", THEORY, "about/", "search/", "404.html"])
def test_the_first_tab_skips_to_the_content(open_garden: Open, url: str) -> None:
    page = open_garden(url)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to the content")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("part", PARTS)
def test_an_anchor_lands_on_its_part(open_garden: Open, part: str) -> None:
    page = open_garden(f"{THEORY}#{part}", viewport={"width": 375, "height": 700})
    target = page.locator(f"#{part}")
    expect(target).to_be_in_viewport()
    room = page.evaluate("document.scrollingElement.scrollHeight - scrollY - innerHeight")
    top = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", part)
    assert 0 <= top < 120 or room < 2 or part == "limits"


def test_a_quotation_is_opened_at_its_words(open_garden: Open) -> None:
    page = open_garden(THEORY)
    page.get_by_role("link", name="Our copy, at these words").first.click()
    page.wait_for_url("**/studies/example2031beds/#text-Q002")
    expect(page.locator("#text-Q002")).to_be_in_viewport()


def test_links_and_citations_can_be_copied(open_garden: Open, site: Site) -> None:
    page = open_garden(THEORY, permissions=["clipboard-read", "clipboard-write"])
    buttons = page.locator("#main button", has_text=re.compile("^Cop(y|ied)"))
    expect(buttons).to_have_count(4)
    copied = []
    for button in buttons.all():
        button.click()
        expect(button).to_contain_text("Copied")
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    link, permanent, *lines = copied
    assert link == f"{SITE_URL}{THEORY}"
    assert permanent == f"{SITE_URL}go/T001/"
    for line in lines:
        assert site.theory("T001").headline.text.rstrip(".") in line
        assert f"version {site.theory('T001').version}" in line.lower()
        assert "T001" in line
        assert link in line


WIDTHS = (320, 480, 640, 768, 1024, 1280, 1920)


@pytest.mark.parametrize("width", WIDTHS)
def test_one_form_of_the_chain_shows(open_garden: Open, width: int) -> None:
    page = open_garden(THEORY, viewport={"width": width, "height": 800})
    shown = page.locator("svg.chain:visible")
    expect(shown).to_have_count(1)
    box = shown.bounding_box()
    assert box
    assert box["width"] <= width
    small = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('svg.chain text')]
            .map(text => text.getBoundingClientRect().height).filter(Boolean))"""
    )
    assert small >= 11, "the words of the picture are too small to read"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_the_picture_stand_out(open_garden: Open, scheme: str) -> None:
    page = open_garden(THEORY, color_scheme=scheme)
    pairs = page.evaluate(COLOURS)
    assert len(pairs) > 10
    assert [(ink, paper) for ink, paper in pairs if contrast(ink, paper) < 4.5] == []


# The colours of words and box in a picture, which axe cannot tell.
COLOURS = """() => [...document.querySelectorAll('svg.chain .chain__box')].flatMap(box => {
    const paper = getComputedStyle(box.querySelector('rect')).fill;
    return [...box.querySelectorAll('text')].map(text => [getComputedStyle(text).fill, paper]);
})"""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.strip("rgb()").split(",")]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_print_shows_the_whole_theory_without_menus(open_garden: Open) -> None:
    page = open_garden(THEORY)
    page.emulate_media(media="print")
    for hidden in (".bar", ".skip", ".jump", "article button", ".edit"):
        for element in page.locator(hidden).all():
            expect(element).to_be_hidden()
    for section in page.locator("article section").all():
        expect(section).to_be_visible()
    expect(page.locator("#limits")).to_be_visible()
    expect(page.locator("svg.chain:visible")).to_have_count(1)


def test_print_in_a_dark_system_is_dark_on_light(open_garden: Open) -> None:
    page = open_garden(THEORY, color_scheme="dark")
    page.emulate_media(media="print")
    assert brightness(page, "color") < 80


@pytest.mark.parametrize("settings", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
@pytest.mark.parametrize("url", ["", THEORY])
def test_the_systems_own_settings_leave_all_to_be_read(
    open_garden: Open, settings: dict[str, str], url: str
) -> None:
    page = open_garden(url, **settings)
    expect(page.locator("h1")).to_be_visible()
    for section in page.locator("article section").all():
        expect(section).to_be_visible()
    for chip in page.locator(".voice").all()[:5]:
        expect(chip).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0


def brightness(page: Page, name: str) -> float:
    colour = page.evaluate("n => getComputedStyle(document.body)[n]", name)
    red, green, blue = (int(part) for part in colour.strip("rgb()").split(","))
    return float(red + green + blue) / 3

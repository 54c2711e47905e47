"""A theory page in a reader's hands: skip, jump, copy, print, and the systems' own settings."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.built import SUB
from tests.support.html import PARTS
from tests.support.projects import GARDEN

from theorybook.site import Site

THEORY = "theories/sharing-tools/"


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
    page = open_garden(f"{THEORY}#use", permissions=["clipboard-read", "clipboard-write"])
    buttons = page.locator("#use button", has_text=re.compile("^Cop(y|ied)"))
    expect(buttons).to_have_count(4)
    copied = []
    for button in buttons.all():
        button.click()
        expect(button).to_contain_text("Copied")
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    link, permanent, *lines = copied
    assert link == f"{SUB}{THEORY}"
    assert permanent == f"{SUB}go/T001/"
    for line in lines:
        assert site.theory("T001").headline.text.rstrip(".") in line
        assert f"version {site.theory('T001').version}" in line.lower()
        assert "T001" in line
        assert link in line


def test_what_is_linked_to_opens_without_script(open_garden: Open) -> None:
    page = open_garden(f"{THEORY}#T001-E2", java_script_enabled=False)
    expect(page.locator("#T001-E2")).to_be_in_viewport()
    expect(page.locator("#sure")).to_be_hidden()
    page.goto(page.url.replace("T001-E2", "sure"))
    expect(page.locator("#sure")).to_be_in_viewport()


def test_the_contents_stay_in_sight_and_fold_on_a_phone(open_garden: Open) -> None:
    page = open_garden(THEORY, viewport={"width": 360, "height": 740})
    contents = page.get_by_role("navigation", name="On this page")
    link = contents.get_by_role("link", name="What can go wrong")
    expect(link).to_be_hidden()
    contents.locator("summary").click()
    link.click()
    expect(link).to_be_hidden()
    expect(page.locator("#wrong")).to_be_in_viewport()
    expect(contents.locator("summary")).to_be_in_viewport()
    expect(contents.locator("[aria-current]")).to_have_text("What can go wrong")


def test_print_is_the_brief_without_menus(open_garden: Open) -> None:
    page = open_garden(THEORY)
    page.emulate_media(media="print")
    for hidden in (".bar", ".skip", ".contents", "article button", ".edit", ".in-full"):
        for element in page.locator(hidden).all():
            expect(element).to_be_hidden()
    for part in ("limits", "chain", "do", "check", "wrong", "signs"):
        expect(page.locator(f"#{part}")).to_be_visible()
    # What folds on the screen is there on paper.
    for fold in page.locator("section:has(#do) .opens__in, section:has(#check) .opens__in").all():
        expect(fold).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_everything_is_printed_where_it_is_asked_for(open_garden: Open, script: bool) -> None:
    page = open_garden(f"{THEORY}#use", java_script_enabled=script)
    page.get_by_role("link", name="Print everything").click()
    page.emulate_media(media="print")
    for section in page.locator("article section").all():
        expect(section).to_be_visible()
    for fold in page.locator("article .section__in, article .opens__in").all():
        expect(fold).to_be_visible()


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

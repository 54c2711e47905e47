"""Questions can be answered, on screen and on paper; the answers stand in the address alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.support.axe import axe_faults
from tests.support.browsing import Open

from theorybook.site import Site

CHECK = "design/check/"
THEORY = "theories/sharing-tools/"
STORED = (
    """() => [document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)].join('')"""
)


def answer(page: Page, words: str, question: str = "T001-check-1") -> None:
    """Answer a question as a finger does, on the words."""
    label = page.locator(f"#{question} label").filter(has_text=re.compile(f"^{words}$"))
    if not label.is_visible():
        page.locator(f"#{question} summary").click()
    label.click()


def opened(page: Page, theory: str) -> None:
    page.locator(f"details:has(> #{theory}) > summary").click()


def chosen(page: Page) -> list[str]:
    found = page.locator(":checked").evaluate_all("all => all.map(one => one.name + one.value)")
    return [str(each) for each in found]


def summary(page: Page) -> str:
    return page.locator("[data-checklist] [role=status]").inner_text()


@pytest.mark.parametrize("url", [CHECK, f"{THEORY}#check"])
def test_an_answer_shows_its_fix_and_stands_in_the_address(
    open_garden: Open, garden_site: Site, url: str
) -> None:
    fix = garden_site.theory("T001").conditions[0].first_fix.text
    version = garden_site.theory("T001").version
    page = open_garden(url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    if url == CHECK:
        opened(page, "T001")
    expect(page.get_by_text(fix)).to_be_hidden()
    for words, letter in (("partly", "p"), ("no", "n"), ("don’t know", "d")):
        answer(page, words)
        expect(page.get_by_text(fix)).to_be_visible()
        assert page.url.endswith(f"#a=T001.{version}:{letter}")
    page.reload()
    expect(page.get_by_text(fix)).to_be_visible()
    assert chosen(page) == ["T001-check-1d"]
    answer(page, "yes")
    expect(page.get_by_text(fix)).to_be_hidden()
    assert [each for each in asked if "a=T001" in each] == []
    assert page.evaluate(STORED) == ""


def test_the_summary_is_in_words(open_garden: Open) -> None:
    page = open_garden(CHECK)
    assert summary(page) == "2 questions, no answer yet."
    page = open_garden(f"{CHECK}#a=T001.2:y,T002.1:p")
    assert summary(page) == "In what you began: 1 of 2 in place, 1 partly."
    expect(page.locator("#T001")).to_be_visible()
    expect(page.locator("[data-topic]").first).to_contain_text("T001: 1 of 1 in place")


def test_only_what_is_missing(open_garden: Open) -> None:
    page = open_garden(CHECK)
    only = page.get_by_role("button", name="Only what is missing")
    only.click()
    assert summary(page) == "No answer says that something is missing."
    page = open_garden(f"{CHECK}#a=T001.2:y,T002.1:p")
    only = page.get_by_role("button", name="Only what is missing")
    only.click()
    expect(only).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#T001")).to_be_hidden()
    expect(page.locator("#T002-check-1")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".ask:visible")).to_have_count(2)
    assert (chosen(page), page.url.partition("#")[2]) == ([], "")


def test_answers_live_beside_links_to_parts(open_garden: Open, garden_site: Site) -> None:
    page = open_garden(f"{THEORY}#T001-E1")
    expect(page.locator("#T001-E1")).to_be_visible()
    answer(page, "no")
    page.evaluate("location.hash = '#unknown'")
    page.wait_for_url(re.compile("#a=T001"))
    expect(page.locator("#unknown")).to_be_in_viewport()
    version = garden_site.theory("T001").version
    page.get_by_role("link", name="Check by all theories").click()
    page.wait_for_url(f"**/{CHECK}#a=T001.{version}:n")
    assert chosen(page) == ["T001-check-1n"]
    # A theory that is not on the page keeps its answers.
    page = open_garden(f"theories/weeding-together/#a=T001.{version}:n")
    expect(page.get_by_text("also has answers to T001")).to_be_visible()
    answer(page, "yes", "T002-check-1")
    assert f"T001.{version}:n,T002." in page.url


def test_answers_to_another_version_say_so(open_garden: Open) -> None:
    page = open_garden(f"{CHECK}#a=T001.1:n")
    told = page.locator(".asks__notes")
    expect(told).to_contain_text("You answered version 1 of T001. This is version 2")
    told.get_by_role("link").click()
    expect(page.locator("#main [role=status]")).to_contain_text("There is a newer one")


@pytest.mark.parametrize(
    "hash_", ["#a=", "#a=T001", "#a=T001.2:xyz", "#a=<b>.2:y", "#a=T001.2:" + 99 * "n", "#%E0%A4"]
)
def test_nonsense_in_the_address_breaks_nothing(open_garden: Open, hash_: str) -> None:
    page = open_garden(CHECK + hash_)
    expect(page.locator("[data-checklist] [role=status]")).not_to_be_empty()
    assert len(chosen(page)) == (1 if "n" in hash_ else 0)


def test_it_works_by_keyboard_and_has_names(open_garden: Open, garden_site: Site) -> None:
    page = open_garden(f"{CHECK}#T001")
    group = page.get_by_role("radiogroup", name=garden_site.theory("T001").conditions[0].ask.text)
    group.get_by_role("radio", name="yes").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert chosen(page) == ["T001-check-1p"]
    expect(group.get_by_role("radio", name="partly")).to_be_focused()


@pytest.mark.parametrize("url", [f"{CHECK}#a=T001.1:n,T009.1:y", f"{THEORY}#a=T001.2:d"])
def test_nothing_is_in_the_way_of_a_finger_or_axe(open_garden: Open, url: str) -> None:
    page = open_garden(url, viewport={"width": 320, "height": 640}, color_scheme="dark")
    page.wait_for_selector(":checked", state="attached")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    for label in page.locator(".ask__choices label:visible").all():
        box = label.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    assert [*axe_faults(page)] == []


def test_without_script_all_fixes_are_there(open_garden: Open, garden_site: Site) -> None:
    page = open_garden(CHECK, java_script_enabled=False)
    opened(page, "T001")
    expect(
        page.get_by_text(garden_site.theory("T001").conditions[0].first_fix.text)
    ).to_be_visible()
    answer(page, "no")
    expect(page.locator("[data-checklist] button:visible")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_what_is_open_or_all_of_it(open_garden: Open, script: bool) -> None:
    page = open_garden(CHECK, java_script_enabled=script)
    page.emulate_media(media="print")
    expect(page.locator(".ask:visible")).to_have_count(2)
    expect(page.locator(".ask__fix:visible")).to_have_count(2)
    page.emulate_media(media="screen")
    opened(page, "T002")
    answer(page, "yes", "T002-check-1")
    page.emulate_media(media="print")
    expect(page.locator(".ask:visible")).to_have_count(1)
    expect(page.locator(".ask__fix:visible")).to_have_count(0)
    boxes = page.locator("#T002-check-1 span").evaluate_all(
        "all => all.filter(one => one.parentElement.matches('.ask__choices label'))"
        ".map(one => getComputedStyle(one, '::before').content.split(' ')[0])"
    )
    assert boxes == ['"✕"', '""', '""', '""']

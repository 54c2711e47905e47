"""The header: one line on a phone, with a menu that opens below it, with script and without."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

WIDE = {"width": 1280, "height": 740}


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_it_is_one_line_with_the_help_lines(
    open_page: Open, width: int, script: bool
) -> None:
    page = open_page(
        "map/gaps/", viewport={"width": width, "height": 740}, java_script_enabled=script
    )
    box = page.locator(".bar").bounding_box()
    assert box
    assert box["height"] <= 56
    seen = [".bar__name", ".bar__menu summary", ".bar__help", ".bar__find"]
    boxes = []
    for part in seen:
        expect(page.locator(part)).to_be_visible()
        boxes.append(page.locator(part).bounding_box())
    for left, right in pairwise(boxes):
        assert left
        assert right
        assert left["x"] + left["width"] <= right["x"] + 1, "one stands over the other"
    expect(page.locator(".bar__nav a:visible")).to_have_count(0)
    page.locator(".bar__menu summary").click()
    expect(page.locator(".bar__nav a").first).to_be_visible()
    expect(page.locator(".bar__nav [aria-current=page]")).to_have_text("Gaps")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_menu_opens_with_the_keyboard_and_hides_nothing(open_page: Open) -> None:
    page = open_page("news/", viewport={"width": 360, "height": 740})
    before = page.locator("h1").bounding_box()
    page.locator(".bar__menu summary").press("Enter")
    last = page.locator(".bar__nav a").last
    last.focus()
    after, menu = page.locator("h1").bounding_box(), last.bounding_box()
    assert before
    assert after
    assert menu
    assert after["y"] > before["y"]
    assert menu["y"] + menu["height"] <= after["y"]


@pytest.mark.parametrize("script", [True, False])
def test_where_there_is_room_all_of_it_is_in_sight(open_page: Open, script: bool) -> None:
    page = open_page("news/", viewport=WIDE, java_script_enabled=script)
    expect(page.locator(".bar__menu summary")).to_be_hidden()
    expect(page.locator(".subnav [aria-current=page]")).to_be_visible()
    links = page.locator(".bar__menu > ul > li > a").all()
    assert len(links) > 4
    for link in links:
        expect(link).to_be_in_viewport()
    page.locator(".bar__nav a").nth(1).click()
    expect(page.locator("h1")).to_be_visible()

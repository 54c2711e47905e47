"""The menu of a section: one line on a phone, open where there is room, and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

PHONE = {"width": 320, "height": 640}
SECTIONS = {"map/gaps/": "Evidence: Gaps", "news/": "About: News", "theories/": "All theories"}


@pytest.mark.parametrize("url", SECTIONS)
def test_on_a_phone_it_is_one_line_that_unfolds(open_page: Open, url: str) -> None:
    page = open_page(url, viewport=PHONE)
    menu = page.locator(".subnav")
    expect(menu.get_by_role("link")).to_have_count(0)
    expect(menu.locator("summary")).to_contain_text(SECTIONS[url])
    box = menu.bounding_box()
    assert box
    assert box["height"] < 60
    menu.locator("summary").press("Enter")
    expect(menu.locator("[aria-current=page]")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


def test_where_there_is_room_it_is_open(open_page: Open) -> None:
    page = open_page("news/", viewport=PHONE)
    page.set_viewport_size({"width": 1000, "height": 640})
    expect(page.locator(".subnav [aria-current=page]")).to_be_visible()
    expect(page.locator(".subnav summary")).to_be_hidden()


def test_without_script_it_is_open(open_page: Open) -> None:
    page = open_page("news/", viewport=PHONE, java_script_enabled=False)
    expect(page.locator(".subnav [aria-current=page]")).to_be_visible()

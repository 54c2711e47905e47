"""The theme follows the system until the reader chooses, and then the reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open


def is_dark(page: Page) -> bool:
    colour = str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    return sum(int(part) for part in colour.strip("rgb()").split(",")) < 3 * 128


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_choice_is_kept(open_page: Open, system: str) -> None:
    page = open_page("about/", color_scheme=system)
    assert is_dark(page) is (system == "dark")
    other = "light" if system == "dark" else "dark"
    button = page.get_by_role("button", name=f"Switch to the {other} theme")
    button.click()
    assert is_dark(page) is (other == "dark")
    expect(page.get_by_role("button", name=f"Switch to the {system} theme")).to_be_visible()
    page.goto(page.url.replace("about/", "quotes/"))
    assert is_dark(page) is (other == "dark")
    page.get_by_role("button", name=f"Switch to the {system} theme").click()
    page.reload()
    assert is_dark(page) is (system == "dark")


def test_without_a_choice_the_systems_change_is_followed(open_page: Open) -> None:
    page = open_page(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert is_dark(page)


def test_the_button_works_with_the_keyboard(open_page: Open) -> None:
    page = open_page(color_scheme="light")
    page.get_by_role("button", name="Switch to the dark theme").focus()
    page.keyboard.press("Space")
    assert is_dark(page)

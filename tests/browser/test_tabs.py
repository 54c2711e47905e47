"""Tests share tabs, and none finds in its tab what another left there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.support.browsing import Tab, Tabs

LOOK = """() => [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches,
    matchMedia("print").matches, document.querySelector(":hover:not(:has(:hover))")?.className]"""

FRAMES = 300  # a browser draws 60 in a second


def taken(tabs: Tabs, address: str, **settings: Any) -> Tab:
    tab = tabs.take(address, settings)
    tab.page.goto(address)
    return tab


def test_a_tab_is_used_again_and_is_as_new(browser: Browser, garden_address: str) -> None:
    tabs = Tabs(browser)
    tab = taken(tabs, garden_address)
    first, as_new = tab.page, tab.page.evaluate(LOOK)
    tab.set({"viewport": {"width": 320, "height": 400}, "color_scheme": "dark", "media": "print"})
    first.mouse.move(100, 300)
    assert all(new != now for new, now in zip(as_new, first.evaluate(LOOK), strict=True))
    first.route("**/*", lambda route: route.abort())
    tabs.give_back([tab])
    again = taken(tabs, garden_address)
    assert again.page is first
    assert again.page.evaluate(LOOK) == as_new
    assert again.faults == []
    tabs.give_back([again])


@pytest.mark.parametrize(
    "wrong",
    [
        "document.body.append(Object.assign(new Image(), {src: 'https://other.example/a.png'}))",
        "fetch('https://other.example/').catch(() => {})",
        "navigator.sendBeacon('https://other.example/')",
        "document.body.append(Object.assign(new Image(), {src: '/nothing.png'}))",
        "fetch('/nothing').then(() => {})",
        "import('/nothing.js').catch(() => {})",
        "setTimeout(() => { throw Error('wrong') })",
        "Promise.reject(Error('wrong'))",
        "console.error('wrong')",
        "setTimeout(() => alert(1))",
    ],
)
def test_whatever_goes_wrong_is_a_fault(tabs: Tabs, garden_address: str, wrong: str) -> None:
    tab = taken(tabs, garden_address)
    tab.page.evaluate(f"() => {{ {wrong} }}")
    for _ in range(FRAMES):
        if not tab.faults:
            tab.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert tab.faults != []
    tabs.give_back([tab])


def test_what_is_kept_of_a_reader_is_kept_from_all_others(
    browser: Browser, garden_address: str
) -> None:
    tabs = Tabs(browser)
    for keep in ("localStorage.a = 1", "sessionStorage.a = 1", "document.cookie = 'a=1'"):
        tab = taken(tabs, garden_address)
        assert tab.page.evaluate("[localStorage.a, sessionStorage.a, document.cookie]") == [
            *(None, None, "")
        ]
        tab.page.evaluate(keep)
        tabs.give_back([tab])


def close(tab: Tab) -> None:
    tab.page.close()


def fail(tab: Tab) -> None:
    tab.faults.append("an error")


@pytest.mark.parametrize("spoil", [close, fail])
def test_a_tab_that_was_closed_or_had_a_fault_is_not_used_again(
    browser: Browser, garden_address: str, spoil: Callable[[Tab], None]
) -> None:
    tabs = Tabs(browser)
    spoilt = taken(tabs, garden_address)
    spoil(spoilt)
    tabs.give_back([spoilt])
    assert taken(tabs, garden_address).page is not spoilt.page

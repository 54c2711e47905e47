"""The site works on a host that sends what the ready files say, and allows nothing but itself.

All tests of the garden in a browser are tests of that: `garden_address` is such a host.
"""

from __future__ import annotations

from playwright.sync_api import Browser

PICTURE = """() => document.body.append(
    Object.assign(new Image(), {src: "https://elsewhere.invalid/x.png"}))"""


def test_what_comes_from_elsewhere_is_refused(browser: Browser, garden_address: str) -> None:
    page = browser.new_page()
    page.goto(garden_address)
    with page.expect_console_message(lambda message: "img-src" in message.text):
        page.evaluate(PICTURE)
    page.close()

"""The site works on a host that sends what the ready files say, and allows nothing but itself.

All tests of the garden in a browser are tests of that: `garden_address` is such a host.
"""

from __future__ import annotations

from playwright.sync_api import Browser


def test_what_comes_from_elsewhere_is_refused(browser: Browser, garden_address: str) -> None:
    refused = """() => new Promise(done => {
        addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
        new Image().src = "https://elsewhere.invalid/x.png";
    })"""
    page = browser.new_page()
    page.goto(garden_address)
    assert page.evaluate(refused) == "img-src"
    page.close()

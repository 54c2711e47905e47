"""The site works on a host that sends what the ready files say, and allows nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.support.browsing import Open, Tabs, opener
from tests.support.built import SUBPATH
from tests.support.hosts import sent_with
from tests.support.server import serving

from theorybook.pages.site_pages import pages
from theorybook.site import Site

WAITING_TOGETHER = 6  # each page is waited for until it has been silent for half a second


@pytest.fixture
def open_strict(tabs: Tabs, garden_built: Path) -> Iterator[Open]:
    """Return what opens a page of the garden on such a host; what is refused fails the test."""
    with (
        serving(garden_built, SUBPATH, sent_with=sent_with) as url,
        opener(tabs, url) as opened,
    ):
        yield opened


def test_a_page_of_each_kind_gets_all_that_it_asks_for(
    open_strict: Open, garden_site: Site
) -> None:
    firsts = {page.template: page.address for page in reversed([*pages(garden_site)])}
    tabs = [open_strict("about/") for _ in range(WAITING_TOGETHER)]
    root = tabs[0].url.removesuffix("about/")
    addresses = [*firsts.values()]
    for start in range(0, len(addresses), len(tabs)):
        for page, address in zip(tabs, addresses[start:], strict=False):
            page.goto(root + address)
        for page in tabs:
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.dataset.script") == ""


def test_search_filters_and_redirects_work(open_strict: Open) -> None:
    expect(open_strict("search/#q=weeds").locator(".result").first).to_be_visible()
    expect(open_strict("theories/").locator("form.filter")).to_be_visible()
    page = open_strict("go/T001/")
    page.wait_for_url("**/theories/**")


def test_what_comes_from_elsewhere_is_refused(browser: Browser, garden_built: Path) -> None:
    refused = """() => new Promise(done => {
        addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
        new Image().src = "https://elsewhere.invalid/x.png";
    })"""
    with serving(garden_built, SUBPATH, sent_with=sent_with) as url:
        page = browser.new_page()
        page.goto(url)
        assert page.evaluate(refused) == "img-src"
        page.close()

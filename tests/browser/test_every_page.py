"""On every page: no fault that axe knows, no sideways scrolling, no stranger asked, no error.

Pages of a kind share a template, or are written by hand for one part of the site. The one with most
in it is opened, and axe looks at it. All others are laid out in its place, on a phone: what they
say decides if they fit. What else differs from one to the next (ids, headings, names of links)
tests/site/test_html.py looks at on every page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.support.axe import AXE, SCHEMES, colour_faults, faults_but_colours
from tests.support.browsing import watched
from tests.support.html import url_of
from tests.support.page_kinds import fullest, html_files

from theorybook.site import Site

PHONE = 320
WIDTHS = (1280, PHONE)
HEIGHT = 800
# Lays out one page after the other where another stands, which has the styles of all. Returns the
# addresses of those that do not fit.
LAID_OUT = """async urls => {
    const wide = [];
    const base = document.head.appendChild(document.createElement('base'));
    for (const url of urls) {
        const text = await (await fetch(url)).text();
        base.href = url;
        const { body } = new DOMParser().parseFromString(text, 'text/html');
        document.body.replaceWith(document.adoptNode(body));
        if (document.scrollingElement.scrollWidth > innerWidth) wide.push(url);
    }
    return wide;
}"""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    faults: list[str] = []
    yield watched(context, address, faults)
    context.close()
    assert faults == []


def test_pages_of_each_kind(page: Page, address: str, real_site: Path, site: Site) -> None:
    found = []
    known: dict[str, set[str]] = {scheme: set() for scheme in SCHEMES}
    for file in fullest(real_site, site):
        page.goto(address + url_of(file))
        faults = (*too_wide(page), *faults_but_colours(page), *colours(page, known))
        found += [f"/{url_of(file)} {fault}" for fault in faults]
    assert found == []


def test_all_others_fit_a_phone(page: Page, address: str, real_site: Path, site: Site) -> None:
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto(address)
    others = {*html_files(real_site)} - {*fullest(real_site, site)}
    urls = [address + url_of(file) for file in sorted(others)]
    assert page.evaluate(LAID_OUT, urls) == []


def test_a_page_that_does_not_fit_is_found(page: Page, address: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto(address)
    wide = f"{address}wide/"
    text = f"<body><p style='white-space:nowrap'>{'wide ' * 200}"
    page.route(wide, lambda route: route.fulfill(body=text, content_type="text/html"))
    assert page.evaluate(LAID_OUT, [address, wide, address]) == [wide]


def too_wide(page: Page) -> Iterator[str]:
    """Yield what does not fit, at each width."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        if wide > 0:
            yield f"{width} scrolls sideways by {wide}"


def colours(page: Page, known: dict[str, set[str]]) -> Iterator[str]:
    """Yield what axe finds wrong with the colours, in light and in dark, but for known styles."""
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        yield from (f"{width} {scheme} {fault}" for fault in colour_faults(page, known[scheme]))

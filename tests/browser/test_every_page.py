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
from tests.support.axe import SCHEMES, axe_faults, colour_faults
from tests.support.browsing import watched
from tests.support.html import url_of
from tests.support.laying_out import laid_out
from tests.support.page_kinds import fullest, html_files

from theorybook.site import Site

DESKTOP, PHONE = 1280, 320
HEIGHT = 800
WIDE = "() => document.scrollingElement.scrollWidth > innerWidth"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    faults: list[str] = []
    yield watched(context, address, faults)
    context.close()
    assert faults == []


def test_pages_of_each_kind(page: Page, address: str, real_site: Path, site: Site) -> None:
    found = []
    known: dict[str, set[str]] = {scheme: set() for scheme in SCHEMES}
    for file in fullest(real_site, site):
        page.set_viewport_size({"width": DESKTOP, "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        page.goto(address + url_of(file))
        wrong = [*too_wide(page), *colour_faults(page, known["light"])]
        page.set_viewport_size({"width": PHONE, "height": HEIGHT})
        page.emulate_media(color_scheme="dark")
        wrong += [*too_wide(page), *axe_faults(page, known["dark"])]
        found += [f"/{url_of(file)} {fault}" for fault in wrong]
    assert found == []


def test_all_others_fit_a_phone(page: Page, address: str, real_site: Path, site: Site) -> None:
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto(address)
    others = sorted({*html_files(real_site)} - {*fullest(real_site, site)})
    texts = [(address + url_of(file), (real_site / file).read_text("utf-8")) for file in others]
    wide = laid_out(page, texts, WIDE)
    assert [url for (url, _), is_wide in zip(texts, wide, strict=True) if is_wide] == []


def test_a_page_that_does_not_fit_is_found(page: Page, address: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.goto(address)
    fits = (address, "<body><p>fits")
    wide = (f"{address}wide/", f"<body><p style='white-space:nowrap'>{'wide ' * 200}")
    assert laid_out(page, [fits, wide, fits], WIDE) == [False, True, False]


def too_wide(page: Page) -> Iterator[str]:
    """Yield what does not fit."""
    wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    if wide > 0:
        yield f"scrolls sideways by {wide}"

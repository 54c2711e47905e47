"""Our pages can be read in ten minutes on a phone: how long they are, and where the action is.

A theory's page comes to the point, and prints on one sheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.support.browsing import Open
from tests.support.html import Document, text_of

from measure import Measures, kind_of, measures, pages_of
from theorybook.model.theory import Theory
from theorybook.site import Site

# CSS pixels, on a phone 360 wide and a desktop 1280 wide.
THEORY_PHONE, THEORY_DESKTOP, ACTIONS_BEGIN, ANY_PHONE = 5000, 4200, 1600, 8000
FIRST_SCREENS = 740, 720  # of a phone of the smaller kind, and of a small laptop
VOICE_MARKS = 30
PHONE = {"width": 360, "height": 800}
PRINTED = 6
SIDE = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def theories(browser: Browser, address: str, site: Site) -> Mapping[str, Measures]:
    found = measures(browser, address, [*map(theory_url, site.theories)])
    return {theory.id: found[theory_url(theory)] for theory in site.theories}


def theory_url(theory: Theory) -> str:
    return f"theories/{theory.slug}/"


def test_a_theory_is_short_and_comes_to_the_point(theories: Mapping[str, Measures]) -> None:
    assert theories
    long = {
        id_: one
        for id_, one in theories.items()
        if one.phone > THEORY_PHONE
        or one.desktop > THEORY_DESKTOP
        or one.actions is None
        or one.actions > ACTIONS_BEGIN
        or one.voices > VOICE_MARKS
    }
    assert long == {}


def test_the_first_screen_says_what_how_sure_and_what_to_do(
    theories: Mapping[str, Measures], pages: tuple[Document, ...], site: Site
) -> None:
    """What a first look should see ends with the lowest of headline, how sure, and what to do."""
    screens = {id_: [*zip(one.start, FIRST_SCREENS, strict=True)] for id_, one in theories.items()}
    assert {
        id_: ends
        for id_, ends in screens.items()
        if any(end is None or end > height for end, height in ends)
    } == {}
    documents = {document.url: document for document in pages}
    for theory in site.theories:
        (start,) = documents[theory_url(theory)].with_class("start")
        assert theory.actions[0].text in text_of(start)


def test_no_page_is_longer_than_ten_screens(open_page: Open, real_site: Path) -> None:
    """Of each kind, that page is opened which holds most; theories have a bound of their own."""
    kinds: dict[str, list[str]] = {}
    for url in pages_of(real_site):
        kinds.setdefault(kind_of(url), []).append(url)
    page = open_page(viewport=PHONE)
    root = page.url
    long = {}
    for urls in kinds.values():
        url = max(urls, key=lambda url: (real_site / url / "index.html").stat().st_size)
        page.goto(root + url)
        height = page.evaluate("document.documentElement.scrollHeight")
        if height > ANY_PHONE:
            long[url] = height
    assert long == {}


def test_the_brief_prints_on_one_sheet(
    open_page: Open, theories: Mapping[str, Measures], site: Site
) -> None:
    """It is printed on both sides. Those that take most paper are printed, on either paper."""
    page = open_page()
    root = page.url
    sides = {}
    for id_ in sorted(theories, key=lambda id_: -(theories[id_].printed or 0))[:PRINTED]:
        page.goto(root + theory_url(site.theory(id_)))
        expect(page.locator("#print-all")).to_have_count(1)
        for paper in ("Letter", "A4"):
            sides[id_, paper] = len(SIDE.findall(page.pdf(format=paper)))
    assert {each: found for each, found in sides.items() if found > 2} == {}
    assert min(sides.values()) > 0

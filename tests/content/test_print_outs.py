"""The brief of each of our theories prints on one sheet, both sides of it at most."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.site import Site

PAGE = re.compile(rb"/Type\s*/Page\b")


def test_the_brief_prints_on_one_sheet(open_page: Open, site: Site) -> None:
    page = open_page()
    root = page.url
    sides = {}
    for theory in site.theories:
        page.goto(f"{root}theories/{theory.slug}/")
        expect(page.locator("#print-all")).to_have_count(1)
        for paper in ("A4", "Letter"):
            sides[theory.id, paper] = len(PAGE.findall(page.pdf(format=paper)))
    assert {each: found for each, found in sides.items() if found > 2} == {}
    assert min(sides.values()) > 0

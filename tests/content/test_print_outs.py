"""The brief of each of our theories prints on one sheet, both sides of it at most."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.model.theory import Theory
from theorybook.site import Site

PAGE = re.compile(rb"/Type\s*/Page\b")


# On A4 there is more room than on Letter: only what fills most of this is printed on it, too.
FULLEST = 4


def test_the_brief_prints_on_one_sheet(open_page: Open, site: Site, real_site: Path) -> None:
    page = open_page()
    root = page.url
    sides = {}
    by_size = sorted(site.theories, key=lambda theory: -size(real_site, theory))
    for place, theory in enumerate(by_size):
        page.goto(f"{root}theories/{theory.slug}/")
        expect(page.locator("#print-all")).to_have_count(1)
        for paper in ("Letter", "A4") if place < FULLEST else ("Letter",):
            sides[theory.id, paper] = len(PAGE.findall(page.pdf(format=paper)))
    assert {each: found for each, found in sides.items() if found > 2} == {}
    assert min(sides.values()) > 0


def size(built: Path, theory: Theory) -> int:
    """Return how many bytes the page of a theory has."""
    return (built / "theories" / theory.slug / "index.html").stat().st_size

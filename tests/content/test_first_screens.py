"""The first screen of each of our theories says what, how sure, and what to do."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.site import Site


# A phone of the smaller kind, and a small laptop.
@pytest.mark.parametrize("size", [(360, 740), (1280, 720)])
def test_the_first_screen_says_what_how_sure_and_what_to_do(
    open_page: Open, site: Site, size: tuple[int, int]
) -> None:
    page = open_page(viewport={"width": size[0], "height": size[1]})
    for theory in site.theories:
        page.goto(f"{page.url.split('/theories/')[0].rstrip('/')}/theories/{theory.slug}/")
        bottoms = page.evaluate(
            """() => ['h1', '#limits', '.start'].map(
                part => document.querySelector(part).getBoundingClientRect().bottom)"""
        )
        assert max(bottoms) <= size[1], (theory.id, bottoms)
        expect(page.locator(".start")).to_contain_text(theory.actions[0].text)

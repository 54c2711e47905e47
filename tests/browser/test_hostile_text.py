"""In a browser, too, hostile text is only text: nothing of it runs, on no page, in no result."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open
from tests.support.built import IMAGE
from tests.support.html import url_of
from tests.support.page_kinds import fullest

from theorybook.site import Site

SCRIPT = "<script>alert(1)</script>"


def test_every_kind_of_page_runs_our_script_and_no_other(
    open_garden: Open, garden_address: str, garden_built: Path, garden_site: Site
) -> None:
    """That it is no markup on any page, tests/site/test_hostile_text.py reads."""
    page = open_garden("theories/sharing-tools/")
    assert SCRIPT in page.locator("h1").inner_text()
    for file in fullest(garden_built, garden_site):
        page.goto(garden_address + url_of(file))
        assert page.evaluate("document.documentElement.dataset.script ?? ''") == "", file


@pytest.mark.parametrize(
    ("words", "shown"),
    [("sore hands", IMAGE), ("spades", SCRIPT), ("shed", SCRIPT)],
)
def test_no_result_runs_it(open_garden: Open, words: str, shown: str) -> None:
    page = open_garden("search/")
    page.locator("#search-page").fill(words)
    results = page.locator("[data-search-results]")
    expect(results).to_contain_text(shown)
    assert results.locator("script, img, [onerror]").count() == 0
    expect(page.get_by_role("status")).to_contain_text(f"for {words}")


def test_a_search_for_markup_is_said_as_typed(open_garden: Open) -> None:
    page = open_garden("search/#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3Eqqq")
    expect(page.get_by_role("status")).to_contain_text(f"{IMAGE}qqq")


def test_search_works_in_a_folder_of_its_host(open_garden: Open, garden_address: str) -> None:
    page = open_garden("search/#q=blisters")
    page.locator("[data-search-results] a[href='/sub/theories/sharing-tools/']").click()
    page.wait_for_url(f"{garden_address}theories/sharing-tools/")

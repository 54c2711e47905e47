"""Permanent addresses lead on at once, with script and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.browser.test_every_page import AXE, RUN


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("id_", "leads_to"),
    [
        ("T002", "/theories/effective-supervision/"),
        ("T002-E1", "/theories/effective-supervision/#T002-E1"),
        ("Q003", "/quotes/#Q003"),
        ("halsall2023closure", "/studies/halsall2023closure/"),
        ("halsall2023closure-F2", "/studies/halsall2023closure/#halsall2023closure-F2"),
        ("strain-and-burnout", "/outcomes/strain-and-burnout/"),
        ("supervision", "/glossary/#supervision"),
        ("X01", "/map/tensions/#X01"),
        ("G01", "/map/gaps/#G01"),
    ],
)
def test_an_id_leads_to_its_record(open_page: Open, id_: str, leads_to: str, script: bool) -> None:
    page = open_page(f"go/{id_}/", java_script_enabled=script)
    page.wait_for_url(re.compile(re.escape(leads_to) + "$"))
    expect(page.locator("h1")).to_be_visible()


def test_it_says_where_it_leads_and_axe_finds_no_fault(open_page: Open) -> None:
    page = open_page()
    # The page itself leads on too fast to be looked at.
    html = page.evaluate("fetch('go/T002/').then(answer => answer.text())")
    page.set_content(re.sub("<script>.*?</script>|<noscript>.*?</noscript>", "", html))
    expect(page.get_by_role("link")).to_contain_text("/theories/effective-supervision/")
    page.add_script_tag(path=AXE)
    assert page.evaluate(RUN, {}) == []

"""Permanent addresses lead on at once. Without script, test_missing_page.py asks it of two."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.support.axe import axe_faults
from tests.support.browsing import Open


@pytest.mark.parametrize(
    ("id_", "leads_to"),
    [
        ("T002", "/theories/weeding-together/"),
        ("T002-E1", "/theories/weeding-together/#T002-E1"),
        ("Q003", "/quotes/#Q003"),
        ("example2031beds", "/studies/example2031beds/"),
        ("example2031beds-F2", "/studies/example2031beds/#example2031beds-F2"),
        ("leaving", "/outcomes/leaving/"),
        ("compost", "/glossary/#compost"),
        ("X01", "/map/tensions/#X01"),
        ("G01", "/map/gaps/#G01"),
        # What is retired keeps its address.
        ("T015", "/theories/digging-alone/"),
        ("X03", "/map/tensions/#X03"),
    ],
)
def test_an_id_leads_to_its_record(open_garden: Open, id_: str, leads_to: str) -> None:
    page = open_garden(f"go/{id_}/")
    page.wait_for_url(re.compile(re.escape(leads_to) + "$"))
    expect(page.locator("h1")).to_be_visible()


def test_it_says_where_it_leads_and_axe_finds_no_fault(open_garden: Open) -> None:
    page = open_garden()
    # The page itself leads on too fast to be looked at.
    html = page.evaluate("fetch('go/T002/').then(answer => answer.text())")
    page.set_content(re.sub("<script>.*?</script>|<noscript>.*?</noscript>", "", html))
    expect(page.get_by_role("link")).to_contain_text("/theories/weeding-together/")
    assert [*axe_faults(page)] == []

"""What is folded opens for a link to it, also without script; nothing of it is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

SPOTS = (
    "studies/example2031beds/#example2031beds-F1",
    "studies/example2031beds/#example2031beds-F12",
    "studies/example2031beds/#unread",
    "studies/example2031beds/#use",
    "map/gaps/#G01",
    "map/gaps/#G03",
    "map/gaps/#studies",
    "glossary/#compost",
    "references/#example2031beds",
    "check/#T001",
    "maintain/schema/#studies",
    "maintain/errors/#Y01",
    "data/#examples",
    "data/#columns:studies",
)


@pytest.mark.parametrize("script", [True, False])
def test_a_link_opens_what_it_leads_to(open_garden: Open, script: bool) -> None:
    page = open_garden(java_script_enabled=script)
    root = page.url
    for spot in SPOTS:
        page.goto("about:blank")  # a link within a page would load nothing
        page.goto(root + spot)
        expect(page.locator(f"[id='{spot.partition('#')[2]}']")).to_be_visible()

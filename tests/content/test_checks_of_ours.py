"""Two things to get done on our site, in few clicks, and how long the page of all checks is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.test_citations import CLIPBOARD, READ
from tests.support.browsing import Open

from theorybook.site import Site


def test_what_is_shaky_takes_four_clicks_from_home(open_page: Open, site: Site) -> None:
    condition = site.theory("T002").conditions[0]
    page = open_page()
    page.locator("a[href='design/check/']").first.click()
    page.locator("details:has(> #T002) > summary").click()
    page.locator("#T002-check-1 label").filter(has_text="no").first.click()
    expect(page.get_by_text(condition.first_fix.text)).to_be_visible()
    page.get_by_role("button", name="Only what is missing").click()
    expect(page.locator(".ask:visible")).to_have_count(1)
    expect(page.locator("[data-checklist] [role=status]")).to_have_text(
        "In what you began: 0 of 5 in place, 1 not in place, 4 without an answer."
    )


def test_a_text_for_a_proposal_takes_three_clicks_from_home(open_page: Open, site: Site) -> None:
    page = open_page(permissions=CLIPBOARD)
    page.locator("article a[href='theories/effective-supervision/']").first.click()
    page.get_by_role("link", name="For a proposal").click()
    page.get_by_role("button", name="Copy the short text").click()
    expect(page.locator("body > .sr[aria-live]")).to_have_text("Copied the short text")
    text = page.evaluate(READ)
    assert site.theory("T002").headline.text in text
    assert "Limits, in the words of" in text
    assert "(T002, Version " in text


@pytest.mark.parametrize(("width", "most"), [(360, 8000), (1280, 4200)])
def test_the_page_of_all_checks_is_short(open_page: Open, width: int, most: int) -> None:
    page = open_page("design/check/", viewport={"width": width, "height": 740})
    expect(page.locator("[data-checklist] [role=status]")).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollHeight") <= most


def test_the_old_address_leads_to_the_same_part(open_page: Open) -> None:
    page = open_page("design/#T002")
    page.wait_for_url("**/design/check/#T002")
    expect(page.locator("#T002-check-1")).to_be_visible()

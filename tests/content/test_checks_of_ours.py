"""Two things to get done on our site, in few clicks, and how long the page of all checks is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.test_citations import CLIPBOARD, READ
from tests.support.browsing import Open
from tests.support.chosen import best_backed, first_at_home

from theorybook.site import Site


def test_what_is_shaky_takes_four_clicks_from_home(open_page: Open, site: Site) -> None:
    theory = best_backed(site)
    page = open_page()
    page.locator("a[href='design/check/']").first.click()
    page.locator(f"details:has(> #{theory.id}) > summary").click()
    page.locator(f"#{theory.id}-check-1 label").filter(has_text="no").first.click()
    expect(page.get_by_text(theory.conditions[0].first_fix.text)).to_be_visible()
    page.get_by_role("button", name="Only what is missing").click()
    expect(page.locator(".ask:visible")).to_have_count(1)
    all_, rest = len(theory.conditions), len(theory.conditions) - 1
    expect(page.locator("[data-checklist] [role=status]")).to_have_text(
        f"In what you began: 0 of {all_} in place, 1 not in place, {rest} without an answer."
    )


def test_a_text_for_a_proposal_takes_three_clicks_from_home(open_page: Open, site: Site) -> None:
    theory = first_at_home(site)
    page = open_page(permissions=CLIPBOARD)
    page.locator(f"article a[href='theories/{theory.slug}/']").first.click()
    page.get_by_role("link", name="For a proposal").click()
    page.get_by_role("button", name="Copy the short text").click()
    expect(page.locator("body > .sr[aria-live]")).to_have_text("Copied the short text")
    text = page.evaluate(READ)
    assert theory.headline.text in text
    assert "Limits, in the words of" in text
    assert f"({theory.id}, Version " in text


@pytest.mark.parametrize(("width", "most"), [(360, 8000), (1280, 4200)])
def test_the_page_of_all_checks_is_short(open_page: Open, width: int, most: int) -> None:
    page = open_page("design/check/", viewport={"width": width, "height": 740})
    expect(page.locator("[data-checklist] [role=status]")).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollHeight") <= most


def test_an_old_address_leads_to_the_same_part(open_page: Open, site: Site) -> None:
    for move in site.settings.moved:
        parts = [a for a in site.published.addresses if a.startswith(f"{move.was}#")]
        for old in parts[:1] + parts[-1:]:
            anchor = old.partition("#")[2]
            page = open_page(old)
            page.wait_for_url(f"**/{move.now}#{anchor}")
            expect(page.locator(f"[id='{anchor}']")).to_be_visible()

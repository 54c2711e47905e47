"""What can be cited has a link that copies its lasting address, and leads there without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.test_citations import CLIPBOARD, READ
from tests.support.browsing import Open
from tests.support.built import SUB

PARTS = {
    "T001-E1": ("theories/sharing-tools/#T001-E1", "go/T001-E1/"),
    "Q004": ("quotes/#Q004", "go/Q004/"),
    "example2031beds-F2": ("studies/example2031beds/#example2031beds-F2", "go/example2031beds-F2/"),
    "question 1 of T001": ("design/check/#T001", "design/check/#T001-check-1"),
    "T001-Q1": ("train/questions/#T001", "go/T001-Q1/"),
}


def opened(page: Page, of: str) -> None:
    """Open what folds around a link, if anything does."""
    fold = page.locator(f"#{of} details:not([open]) > summary") if " " not in of else None
    if fold and fold.count():
        fold.click()


@pytest.mark.parametrize("of", PARTS)
def test_a_link_copies_its_address_and_says_so(open_garden: Open, of: str) -> None:
    url, address = PARTS[of]
    page = open_garden(url, permissions=CLIPBOARD)
    opened(page, of)
    before = page.url
    page.get_by_role("link", name=f"Copy the link to {of}", exact=True).click()
    expect(page.get_by_role("link", name=f"Copied the link to {of}", exact=True)).to_be_visible()
    expect(page.locator("body > .sr[aria-live]")).to_have_text(f"Copied the link to {of}")
    assert page.evaluate(READ) == SUB + address
    assert page.url == before


@pytest.mark.parametrize("of", PARTS)
def test_without_script_it_leads_to_its_part(open_garden: Open, of: str) -> None:
    url, address = PARTS[of]
    page = open_garden(url, java_script_enabled=False)
    opened(page, of)
    page.get_by_role("link", name=f"Link to {of}", exact=True).click()
    fragment = address.partition("#")[2] or of
    page.wait_for_url(f"**#{fragment}")
    expect(page.locator(f"#{fragment}")).to_be_visible()


def test_another_copy_takes_back_the_word(open_garden: Open) -> None:
    page = open_garden("quotes/", permissions=CLIPBOARD)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    page.get_by_role("link", name="Copy the link to Q004", exact=True).click()
    page.get_by_role("link", name="Copied the link to Q004", exact=True).wait_for()
    page.get_by_role("link", name="Copy the link to Q003", exact=True).click()
    expect(page.get_by_role("link", name="Copy the link to Q004", exact=True)).to_have_text("Link")


@pytest.fixture
def proposal(open_garden: Open) -> Page:
    """Return a page open at what somebody may take for a proposal."""
    return open_garden("theories/sharing-tools/#proposal", permissions=CLIPBOARD)


def copied(page: Page, length: str) -> str:
    """Return what a button copies, once it says so."""
    page.get_by_role("button", name=f"Copy the {length} text", exact=True).click()
    expect(page.locator("body > .sr[aria-live]")).to_have_text(f"Copied the {length} text")
    return str(page.evaluate(READ))


def test_a_proposal_is_copied_as_it_is_shown(proposal: Page) -> None:
    shown = proposal.locator("[data-copy-name='the short text']").inner_text()
    assert copied(proposal, "short") == shown
    assert "Limits, in the words of" in shown


@pytest.mark.parametrize("length", ["medium", "long"])
def test_a_longer_text_is_copied_as_its_file_has_it(proposal: Page, length: str) -> None:
    link = proposal.get_by_role("link", name=length.capitalize(), exact=True)
    text = proposal.request.get(str(link.evaluate("a => a.href"))).body().decode("utf-8-sig")
    assert copied(proposal, length) == text
    assert "Limits, in the words of" in text


def test_where_a_file_cannot_be_copied_it_says_so(proposal: Page) -> None:
    proposal.evaluate("() => { navigator.clipboard.write = () => Promise.reject(); }")
    proposal.get_by_role("button", name="Copy the long text", exact=True).click()
    said = proposal.get_by_role("button", name="Could not copy: open it instead", exact=True)
    expect(said).to_be_visible()

"""The buttons copy the citation that stands before them."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from tests.support.browsing import Open

CLIPBOARD = ["clipboard-read", "clipboard-write"]
READ = "() => navigator.clipboard.readText()"


def copied(page: Page, button: str) -> str:
    """Click a button and return what it copied."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("button", name="Copied", exact=True).first).to_be_visible()
    text: str = page.evaluate(READ)
    return text


def test_what_is_shown_is_copied(open_garden: Open) -> None:
    page = open_garden("studies/example2031beds/#use", permissions=CLIPBOARD)
    shown = page.locator("#use span[data-copy]").all_inner_texts()
    buttons = [
        f"Copy in {style} style, {what}"
        for what in ("publication", "our record")
        for style in ("APA", "Vancouver")
    ]
    assert [copied(page, button) for button in buttons] == shown
    assert len(set(shown)) == 4


def test_a_quotation_is_copied_with_its_exact_words(open_garden: Open) -> None:
    page = open_garden("quotes/", permissions=CLIPBOARD)
    exact = page.locator("#Q004 blockquote").inner_text()
    page.locator("#Q004 summary").click()
    line = copied(page, "Copy Q004 in APA style")
    assert exact in line
    assert "(Q004, Version " in line

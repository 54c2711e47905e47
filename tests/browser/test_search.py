"""Search finds the right record first, by the words people use, and says what it found."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.record_id import RecordId
from theorybook.site import Site


@pytest.mark.parametrize(
    ("url", "field"), [("", "bar-search"), ("about/", "bar-search"), ("search/", "search-page")]
)
def test_a_slash_goes_to_search(open_page: Open, url: str, field: str) -> None:
    page = open_page(url)
    page.keyboard.press("/")
    expect(page.locator(f"#{field}")).to_be_focused()
    page.keyboard.type("on/off")
    expect(page.locator(f"#{field}")).to_have_value("on/off")


def test_a_slash_opens_the_search_page_where_the_bar_has_no_room(open_page: Open) -> None:
    page = open_page("about/", viewport={"width": 320, "height": 740})
    expect(page.locator("#bar-search")).to_be_hidden()
    page.keyboard.press("/")
    page.wait_for_url("**/search/")


def test_nothing_of_the_index_is_loaded_before_a_search(open_page: Open) -> None:
    page = open_page("search/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "pagefind" in url] == []


# Asks the index for each name, and returns the names that do not lead to their record.
ASK = """async ([names, base]) => {
    const engine = await import(base + 'pagefind/pagefind.js');
    const lost = [], addresses = new Map();
    const addressOf = async result => {
        if (!addresses.has(result.id)) addresses.set(result.id, (await result.data()).meta.address);
        return addresses.get(result.id);
    };
    for (const [name, address] of names) {
        const { results } = await engine.search(name);
        const found = await Promise.all(results.map(addressOf));
        if (!found.includes(address)) lost.push([name, address]);
    }
    return lost;
}"""


def test_every_other_name_leads_to_its_record(open_page: Open, address: str, root: Path) -> None:
    site = Site.load(root)
    named = (
        *((RecordId("theory", theory.id), theory.other_names) for theory in site.theories),
        *((RecordId("term", term.id), term.other_names) for term in site.terms),
        *((RecordId("study", study.key), study.other_names) for study in site.studies),
        *((RecordId("glossary", entry.id), entry.other_names) for entry in site.glossary),
    )
    names = [(name, site.addresses[record]) for record, found in named for name in found]
    assert names
    assert open_page("search/").evaluate(ASK, [names, address]) == []

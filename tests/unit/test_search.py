"""What the search index is given: pages, parts of pages, and names that no reader sees."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest
from tests.support import editions
from tests.support.made import in_force, retired_records

from theorybook.addresses import talk_address
from theorybook.page import Page
from theorybook.pages.site_pages import pages
from theorybook.render import Renderer
from theorybook.search.documents import document, is_searched, pieces
from theorybook.site import Site

META = "data-pagefind-meta"


@pytest.fixture(scope="module")
def renderer(garden_site: Site) -> Renderer:
    return editions.renderer(garden_site)


def facts_and_text(html: str) -> tuple[dict[str, str], str]:
    """Return what a document says about itself, by name, and its own text."""
    root = html5lib.parse(html, namespaceHTMLElements=False)
    facts = {
        name.split("[")[0]: e.get("data-value", "") for e in root.iter() if (name := e.get(META))
    }
    (body,) = root.iter("body")
    return facts, " ".join(" ".join(body.itertext()).split())


def given(renderer: Renderer, page: Page) -> tuple[dict[str, str], str]:
    """Return what the index is given of a page."""
    made = document(renderer, page, renderer.page(page).html)
    return facts_and_text(made.html)


def test_other_names_are_a_fact_and_not_text(garden_site: Site, renderer: Renderer) -> None:
    named = [page for page in pages(garden_site) if page.record and page.other_names]
    assert named
    for page in named:
        facts, text = given(renderer, page)
        assert facts["names"] == ". ".join(page.other_names)
        assert text == given(renderer, replace(page, other_names=()))[1]
        assert facts["address"] == page.address


@pytest.mark.parametrize("address", ["about/", "theories/sharing-tools/"])
def test_a_fact_and_its_name_do_not_run_together(
    garden_site: Site, renderer: Renderer, address: str
) -> None:
    by_hand = Page(address, "Title", "", "Lead")
    page = next((page for page in pages(garden_site) if page.address == address), by_hand)
    content = "<dl><dt>Who</dt><dd>Ada</dd><dt>Cost</dt><dd>None</dd></dl>"
    made = document(renderer, page, content)
    text = "".join(html5lib.parse(made.html, namespaceHTMLElements=False).itertext())
    assert "Who: Ada" in text
    assert "Cost: None" in text


def test_a_list_gives_no_more_than_its_title_and_lead(
    garden_site: Site, renderer: Renderer
) -> None:
    lists = [page for page in pages(garden_site) if page.template in {"train.html", "quotes.html"}]
    assert len(lists) == 2
    for page in lists:
        assert given(renderer, page)[1] == f"{page.title} {page.description}"


def test_what_has_an_anchor_of_its_own_is_found_by_itself(
    garden_site: Site, renderer: Renderer
) -> None:
    made = [facts_and_text(piece.html)[0] for piece in pieces(renderer)]
    addresses = {facts["address"]: facts["group"] for facts in made}
    assert len(addresses) == len(made)
    for kind, group in (
        *(("quote", "Quotations"), ("tension", "Pages")),
        *(("gap", "Pages"), ("glossary", "Terms")),
    ):
        found = [name for name in in_force(garden_site) if name.kind == kind]
        assert found
        assert {addresses[garden_site.addresses[name]] for name in found} == {group}
    assert not {garden_site.addresses[name] for name in retired_records(garden_site)} & {*addresses}
    for theory in garden_site.theories:
        for number in range(1, len(theory.talk) + 1):
            assert addresses[talk_address(theory, number)] == "Activities"


def test_no_filter_is_written(renderer: Renderer) -> None:
    """Pagefind writes filters in an order of chance, so no two builds would be alike."""
    for piece in pieces(renderer):
        assert "data-pagefind-filter" not in piece.html


def test_the_way_in_and_pages_left_out_are_not_searched(garden_site: Site) -> None:
    for page in pages(garden_site):
        left_out = page.address in {"", "search/"} or not page.in_search
        assert is_searched(page) is not left_out
    assert is_searched(Page("about/", "", "", ""))

"""The picture of linked theories: its boxes are links, and it says what the list says."""

from __future__ import annotations

from playwright.sync_api import Page
from tests.support.browsing import Open
from tests.support.neighbours import (
    CARDS,
    PHONE,
    PICTURE,
    SIZES,
    boxes,
    go_to,
    open_theory,
    relations,
)

from theorybook.model.theory import Theory
from theorybook.site import Site

# What the picture and the list say of each neighbour: its id, its name, and how they are linked.
DRAWN = """rows => rows.map(row => {
    const said = role => [...row.querySelectorAll(role)].map(t => t.textContent).join(' ');
    return [said('.linked__id'), said('.linked__name'), said('.linked__relation')];
})"""
LISTED = """cards => cards.map(card => {
    const hows = [...card.querySelectorAll('.linked__how strong')].map(how => how.textContent);
    return [card.querySelector('.badge').textContent, card.querySelector('h3 a').textContent,
            [...new Set(hows)].join(', and ')];
})"""


# What each reason in the list says, under whose id it stands, and whether it can be seen.
REASONS = """cards => cards.flatMap(card => [...card.querySelectorAll('.linked__why')].map(why =>
    [card.querySelector('.badge').textContent, why.checkVisibility() ? why.innerText : '']))"""


def test_picture_list_and_data_agree_with_every_reason_and_fit_a_phone(
    open_page: Open, site: Site
) -> None:
    first = site.theories[0].id
    page = open_theory(open_page, site, first, viewport=PHONE, java_script_enabled=False)
    for theory in site.theories:
        go_to(page, site, theory.id)
        assert_picture(page, site, theory)
        assert_reasons(page, site, theory)
        sizes = page.locator(PICTURE).evaluate(SIZES)
        assert sizes["words"] >= 14, theory.id
        assert sizes["heights"] >= 44, theory.id
        assert (sizes["outside"], sizes["over"]) == ([], 0), theory.id
        assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


def assert_picture(page: Page, site: Site, theory: Theory) -> None:
    """Assert that the picture says what the list and the data say."""
    wanted = relations(site)[theory.id]
    drawn = page.locator(f"{PICTURE} .linked__row").evaluate_all(DRAWN)
    assert drawn == page.locator(CARDS).evaluate_all(LISTED), theory.id
    assert {(id_, name, frozenset(relation.split(", and "))) for id_, name, relation in drawn} == {
        (id_, site.theory(id_).short, frozenset(said)) for id_, said in wanted.items()
    }
    assert len(drawn) == len(wanted)
    hrefs = boxes(page).evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert hrefs == [f"../{site.theory(id_).slug}/" for id_, _, _ in drawn]


def assert_reasons(page: Page, site: Site, theory: Theory) -> None:
    """Assert that the list gives every reason of a theory and of those that link to it."""
    said = page.locator(CARDS).evaluate_all(REASONS)
    own = {(link.theory, link.why.text, False) for link in theory.links}
    theirs = {
        (other.id, link.why.text, True)
        for other in site.theories
        for link in other.links
        if link.theory == theory.id
    }
    for id_, text, is_theirs in own | theirs:
        (reason,) = [words for name, words in said if name == id_ and text in words]
        assert (f"The page of {id_} says:" in reason) == is_theirs

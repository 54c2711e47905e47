"""The picture of linked theories: its boxes are links, and it says what the list says."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from playwright.sync_api import Locator, Page
from tests.support.browsing import Open

from theorybook.site import Site

BACK = {"needs": "is needed by", "feeds": "is fed by"}
PICTURE = "#linked svg.linked"
CARDS = "#linked > ul > li"
PHONE = {"width": 320, "height": 640}

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
# What can be too small for a phone, or stand outside its box.
SIZES = """picture => {
    const scale = picture.getScreenCTM().a;
    const inside = (inner, outer) => inner.left >= outer.left && inner.right <= outer.right
        && inner.top >= outer.top && inner.bottom <= outer.bottom;
    const boxes = [...picture.querySelectorAll('.linked__top, .linked__box')];
    const rect = element => element.getBoundingClientRect();
    return {
        words: Math.min(...[...picture.querySelectorAll('text')].map(
            text => scale * parseFloat(getComputedStyle(text).fontSize))),
        heights: Math.min(...boxes.map(box => rect(box.querySelector('rect')).height)),
        outside: [...boxes.flatMap(box => [...box.querySelectorAll('text')].filter(
                text => !inside(rect(text), rect(box.querySelector('rect'))))),
            ...[...picture.querySelectorAll('text')].filter(
                text => !inside(rect(text), rect(picture)))].map(text => text.textContent),
        over: boxes.flatMap(box => [...box.querySelectorAll('.linked__id')].filter(
            id => [...box.querySelectorAll('.linked__name')].some(
                name => rect(name).left < rect(id).right))).length,
    };
}"""


def relations(site: Site) -> dict[str, dict[str, set[str]]]:
    """Return how theories are linked, by both ids: from a list of all links, read both ways."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for theory in site.theories:
        for link in theory.model_dump(mode="json")["links"]:
            said = link["relation"]
            found[theory.id][link["theory"]].add(said)
            found[link["theory"]][theory.id].add(BACK.get(said, said))
    return found


def open_theory(open_page: Open, site: Site, id_: str, **settings: Any) -> Page:
    """Open a theory's page."""
    return open_page(f"theories/{site.theory(id_).slug}/#linked", **settings)


def boxes(page: Page) -> Locator:
    """Return the links of the picture."""
    return page.locator(f"{PICTURE} a.linked__box")


def go_to(page: Page, site: Site, id_: str) -> None:
    """Go from one theory's page to another's."""
    page.goto(f"{page.url.split('/theories/')[0]}/theories/{site.theory(id_).slug}/#linked")


def test_the_picture_says_what_the_list_and_the_data_say(open_page: Open, site: Site) -> None:
    page = open_theory(open_page, site, site.theories[0].id, java_script_enabled=False)
    wanted = relations(site)
    for theory in site.theories:
        go_to(page, site, theory.id)
        drawn = page.locator(f"{PICTURE} .linked__row").evaluate_all(DRAWN)
        assert drawn == page.locator(CARDS).evaluate_all(LISTED), theory.id
        assert {
            (id_, name, frozenset(relation.split(", and "))) for id_, name, relation in drawn
        } == {
            (id_, site.theory(id_).short, frozenset(said))
            for id_, said in wanted[theory.id].items()
        }
        assert len(drawn) == len(wanted[theory.id])
        hrefs = boxes(page).evaluate_all("all => all.map(a => a.getAttribute('href'))")
        assert hrefs == [f"../{site.theory(id_).slug}/" for id_, _, _ in drawn]


def test_the_list_gives_every_reason_of_both_theories(open_page: Open, site: Site) -> None:
    page = open_theory(open_page, site, site.theories[0].id)
    for theory in site.theories:
        go_to(page, site, theory.id)
        own = {(link.theory, link.why.text, False) for link in theory.links}
        theirs = {
            (other.id, link.why.text, True)
            for other in site.theories
            for link in other.links
            if link.theory == theory.id
        }
        for id_, text, is_theirs in own | theirs:
            card = page.locator(CARDS, has=page.locator(".badge", has_text=id_))
            (reason,) = [
                said for said in card.locator(".linked__why").all_inner_texts() if text in said
            ]
            assert (f"The page of {id_} says:" in reason) == is_theirs


def test_all_can_be_read_and_touched_on_a_phone(open_page: Open, site: Site) -> None:
    page = open_theory(open_page, site, site.theories[0].id, viewport=PHONE)
    for theory in site.theories:
        go_to(page, site, theory.id)
        sizes = page.locator(PICTURE).evaluate(SIZES)
        assert sizes["words"] >= 14, theory.id
        assert sizes["heights"] >= 44, theory.id
        assert (sizes["outside"], sizes["over"]) == ([], 0), theory.id
        assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]

"""The picture of linked theories in a browser, and the links it has to show, from plain data."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from playwright.sync_api import Locator, Page
from tests.support.browsing import Open

from theorybook.site import Site

BACK = {"needs": "is needed by", "feeds": "is fed by"}
PICTURE = "#linked svg.linked"
BOXES = f"{PICTURE} a.linked__box"
CARDS = "#linked > ul > li"
PHONE = {"width": 320, "height": 640}
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
    return page.locator(BOXES)


def go_to(page: Page, site: Site, id_: str) -> None:
    """Go from one theory's page to another's."""
    page.goto(f"{page.url.split('/theories/')[0]}/theories/{site.theory(id_).slug}/#linked")

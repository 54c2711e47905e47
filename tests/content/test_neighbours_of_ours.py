"""The pictures of our two most linked theories."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open
from tests.support.chosen import most_linked
from tests.support.colours import contrast
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

from theorybook.site import Site

COLOURS = """picture => [...picture.querySelectorAll('text')].map(text => {
    const box = text.parentElement.querySelector('rect');
    const within = text.classList.contains('linked__relation') ? null : box;
    return [getComputedStyle(text).fill, within ? getComputedStyle(within).fill
        : getComputedStyle(document.body).backgroundColor];
})"""

EDGE = """box => {
    const style = getComputedStyle(box.querySelector('rect'));
    return style.stroke + style.strokeWidth;
}"""


@pytest.mark.parametrize("how", ["click", "tap", "keyboard", "without script"])
def test_every_box_leads_to_its_theory(open_page: Open, site: Site, how: str) -> None:
    id_ = most_linked(site)[0].id
    settings: dict[str, Any] = {
        "tap": {"has_touch": True, "viewport": PHONE},
        "without script": {"java_script_enabled": False},
    }
    page = open_theory(open_page, site, id_, **settings.get(how, {}))
    ids = page.locator(f"{PICTURE} .linked__box .linked__id").all_text_contents()
    assert ids
    for box in boxes(page).all() if how == "click" else ():
        box.click(position={"x": 8, "y": 12}, trial=True)
    for i in (0, len(ids) - 1):
        box, other = boxes(page).nth(i), ids[i]
        if how == "keyboard":
            box.focus()
            page.keyboard.press("Enter")
        elif how == "tap":
            box.tap()
        else:
            # Near the corner, where no word stands.
            box.click(position={"x": 8, "y": 12})
        page.wait_for_url(f"**/theories/{site.theory(other).slug}/")
        go_to(page, site, id_)


def test_the_tab_key_goes_from_box_to_box_and_shows_where_it_is(
    open_page: Open, site: Site
) -> None:
    id_ = most_linked(site)[0].id
    page = open_theory(open_page, site, id_)
    calm = boxes(page).last.evaluate(EDGE)
    boxes(page).first.focus()
    for box in boxes(page).all():
        expect(box).to_be_focused()
        expect(box).to_be_in_viewport()
        assert box.evaluate(EDGE) != calm
        page.keyboard.press("Tab")
    expect(page.locator(f"{CARDS} h3 a").first).to_be_focused()
    assert boxes(page).last.evaluate(EDGE) == calm


def test_a_box_is_named_by_its_relation_and_its_words(open_page: Open, site: Site) -> None:
    id_ = most_linked(site)[0].id
    page = open_theory(open_page, site, id_)
    picture = page.get_by_role("group", name=f"{id_} and the theories linked to it")
    expect(picture).to_be_visible()
    links = picture.get_by_role("link")
    expect(links).to_have_count(len(relations(site)[id_]))
    other, said = next((o, *s) for o, s in relations(site)[id_].items() if len(s) == 1)
    name = f"{said}: {other} {site.theory(other).short}"
    expect(picture.get_by_role("link", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [480, 768, 1280, 1920])
def test_the_picture_stays_small_on_wider_screens(open_page: Open, site: Site, width: int) -> None:
    page = open_theory(
        open_page, site, most_linked(site)[1].id, viewport={"width": width, "height": 800}
    )
    sizes = page.locator(PICTURE).evaluate(SIZES)
    assert 14 <= sizes["words"] <= 22
    assert (sizes["outside"], sizes["over"]) == ([], 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_stand_out(open_page: Open, site: Site, scheme: str) -> None:
    page = open_theory(open_page, site, most_linked(site)[1].id, color_scheme=scheme)
    pairs = page.locator(PICTURE).evaluate(COLOURS)
    assert pairs
    assert [(ink, paper) for ink, paper in pairs if contrast(ink, paper) < 4.5] == []


@pytest.mark.parametrize("settings", [{"forced_colors": "active"}, {"color_scheme": "dark"}])
def test_print_and_forced_colours_show_it(
    open_page: Open, site: Site, settings: dict[str, str]
) -> None:
    page = open_theory(open_page, site, most_linked(site)[1].id, **settings)
    if "forced_colors" not in settings:
        page.locator("[data-print-all]").evaluate("link => link.click()")
        page.emulate_media(media="print")
    expect(page.locator(PICTURE)).to_be_visible()
    pairs = page.locator(PICTURE).evaluate(COLOURS)
    assert [(ink, paper) for ink, paper in pairs if contrast(ink, paper) < 4.5] == []

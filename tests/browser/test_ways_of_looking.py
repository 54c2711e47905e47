"""What is found, looked at in every way: magnified fourfold, in forced colours, dark, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.support.axe import axe_faults, faults_but_colours
from tests.support.browsing import Open

# What a reader has before them after a choice or a question, and what then has to be there.
FOUND = {
    "search/#q=blisters": "[data-search-results] a",
    "search/#q=zzzzqx": "[data-search-next]",
    "map/?about=gardener": ".map__entry:visible",
    "map/mechanisms/?design=page": ".map__entry:visible",
    "theories/?about=gardener": "#theories [data-item]:visible",
    "studies/?design=page&sort=name": "#studies [data-item]:visible",
    "quotes/?speaker=researcher": "#quotes [data-item]:visible",
    "map/studies/": "table",
    "map/gaps/#G01": "#G01",
    "map/tensions/#X01": "#X01",
    "outcomes/leaving/": "#theories",
    "theories/sharing-tools/": "#linked",
}
ALL_OPEN = "document.querySelectorAll('#main details').forEach(fold => { fold.open = true; })"
# A window of 1280 by 1024 pixels at 400 per cent has this many CSS pixels.
MAGNIFIED = {"width": 320, "height": 256}
STOPS = 20
UNSEEN = """() => {
    const held = document.activeElement, {left, right, top, bottom} = held.getBoundingClientRect();
    const style = getComputedStyle(held);
    const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    const seen = marked && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    return seen ? '' : held.outerHTML.slice(0, 90);
}"""


def looked_at(open_garden: Open, url: str, **settings: Any) -> Page:
    """Open what is found and all that is folded, and wait until it is there."""
    page = open_garden(url, **settings)
    page.evaluate(ALL_OPEN)
    expect(page.locator(FOUND[url]).first).to_be_visible()
    return page


@pytest.mark.parametrize("url", FOUND)
def test_magnified_dark_and_in_forced_colours_keys_and_axe_find_no_fault(
    open_garden: Open, url: str
) -> None:
    page = looked_at(open_garden, url, viewport=MAGNIFIED, color_scheme="dark")
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    assert [*hidden_stops(page)] == []
    assert [*axe_faults(page)] == []
    page.emulate_media(forced_colors="active")
    # These colours are the system's own; axe reads one of ours that is then not used.
    assert [*faults_but_colours(page)] == []


def hidden_stops(page: Page) -> Iterator[str]:
    """Yield those of the first stops of the Tab key that are out of sight, or not marked."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if unseen := page.evaluate(UNSEEN):
            yield unseen


@pytest.mark.parametrize("url", ["search/#q=blisters", "theories/?about=gardener"])
def test_what_is_found_is_on_paper_with_what_was_chosen(open_garden: Open, url: str) -> None:
    page = looked_at(open_garden, url)
    on_screen = page.locator(FOUND[url]).all_inner_texts()
    page.emulate_media(media="print")
    assert page.locator(FOUND[url]).all_inner_texts() == on_screen
    chosen = page.locator("main form:visible, article form:visible")
    if "about=" in url:  # on paper, the choice says what the list is of
        expect(chosen.locator("[name=about]")).to_have_value("gardener")
    else:
        expect(chosen).to_have_count(0)


def test_forced_colours_leave_every_sign_of_a_voice(open_garden: Open) -> None:
    page = looked_at(open_garden, "theories/sharing-tools/", forced_colors="active")
    chips = page.locator(".voice")
    assert chips.count() > 10
    for chip in chips.all()[:20]:
        assert chip.inner_text().strip()
        border = chip.evaluate("chip => getComputedStyle(chip).borderTopStyle")
        assert border != "none"

"""The studies at a glance: what a row counts is what its link shows; words large and apart."""

from __future__ import annotations

from itertools import combinations
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

GLANCE = "map/studies/"
SHOWN = "#studies [data-item]:not([hidden])"
ROWS = """rows => rows.map(row => ({
    number: Number(row.cells[1].textContent),
    link: row.querySelector('a')?.href,
}))"""
# Chooses one after the other in the list; returns how many are shown, and the address then.
CHOSEN = """([choices, shown]) => choices.map(([[name, value]]) => {
    const select = document.querySelector(`select[name=${name}]`);
    const choose = value => {
        select.value = value;
        for (const kind of ["input", "change"])
            select.dispatchEvent(new Event(kind, {bubbles: true}));
    };
    choose(value);
    const found = {number: document.querySelectorAll(shown).length, link: location.href};
    choose("");
    return found;
})"""
# Where the words and bars of each picture stand, in CSS pixels, and how high the words are.
BOXES = """pictures => pictures.map(svg => {
    const box = element => {
        const {left, top, right, bottom} = element.getBoundingClientRect();
        return {left, top, right, bottom, words: element.textContent};
    };
    const scale = svg.getScreenCTM().a;
    const texts = [...svg.querySelectorAll('text')];
    return {
        frame: box(svg),
        sizes: texts.map(text => parseFloat(getComputedStyle(text).fontSize) * scale),
        boxes: [...texts, ...svg.querySelectorAll('.bars__bar')].map(box),
    };
})"""
WIDTHS = (320, 1280)


def test_a_link_opens_the_list_at_what_the_row_counts(open_page: Open) -> None:
    page = open_page(GLANCE)
    tables = [table.locator("tbody tr").evaluate_all(ROWS) for table in page.locator("table").all()]
    assert len(tables) == 6
    for row in (rows[-1] for rows in tables):
        page.goto(row["link"])
        expect(page.locator(SHOWN)).to_have_count(row["number"])


def test_every_row_leads_to_exactly_what_it_counts(open_page: Open) -> None:
    page = open_page(GLANCE)
    rows = [row for row in page.locator("tbody tr").evaluate_all(ROWS) if row["number"]]
    assert rows
    page.get_by_role("navigation").get_by_role("link", name="Studies", exact=True).click()
    page.wait_for_url("**/studies/")
    choices = [[*parse_qsl(urlsplit(row["link"]).query)] for row in rows]
    # The list writes into its address what is chosen: the very link of the row.
    assert page.evaluate(CHOSEN, [choices, SHOWN]) == rows


def test_a_bar_can_be_clicked_anywhere_in_its_strip(open_page: Open) -> None:
    page = open_page(GLANCE)
    link = page.locator(".bars a").first
    wanted = link.evaluate("link => link.href.baseVal")
    link.click()
    page.wait_for_url(f"**/{wanted.removeprefix('../../')}")


def test_without_script_a_link_shows_the_whole_list(open_page: Open) -> None:
    page = open_page(GLANCE, java_script_enabled=False)
    assert "leads to the whole list" in page.locator(".glance__how").inner_text()
    page.locator("tbody a").first.click()
    page.wait_for_url("**/studies/?*=*")
    hidden = page.locator("#studies [data-item]").count() - page.locator(SHOWN).count()
    assert hidden == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_words_are_large_and_apart(open_page: Open, width: int) -> None:
    page = open_page(GLANCE, viewport={"width": width, "height": 800})
    page.evaluate("document.fonts.ready")
    pictures = page.locator(".bars").evaluate_all(BOXES)
    assert len(pictures) == 6
    for picture in pictures:
        assert min(picture["sizes"]) >= 14
        frame, boxes = picture["frame"], picture["boxes"]
        assert [b for b in boxes if not inside(b, frame)] == []
        assert [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b)] == []


def inside(box: dict[str, Any], frame: dict[str, Any]) -> bool:
    across = frame["left"] <= box["left"] and box["right"] <= frame["right"]
    return bool(across and frame["top"] <= box["top"] and box["bottom"] <= frame["bottom"])


def overlap(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Tell whether two boxes share a place; the space over and under letters may touch."""
    beside = a["right"] <= b["left"] or b["right"] <= a["left"]
    apart = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) <= 3
    return not (beside or apart)

"""The evidence map in a reader's hands: filters, addresses, keys, phone, paper, and no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open

from theorybook.model.term import TermKind

VIEWS = {"map/": TermKind.STRATEGY, "map/mechanisms/": TermKind.MECHANISM}


def test_on_a_phone_the_list_comes_first(open_page: Open) -> None:
    page = open_page("map/", viewport={"width": 360, "height": 740})
    expect(page.locator("#table")).to_be_hidden()
    expect(page.locator("#list")).to_be_visible()
    page.get_by_role("link", name="Show the table").click()
    expect(page.locator("#table")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") == 360


@pytest.mark.parametrize("view", VIEWS)
def test_print_gives_one_page(open_page: Open, view: str) -> None:
    pdf = open_page(view).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("name", ["strategies", "mechanisms"])
def test_every_word_is_on_the_poster(open_page: Open, name: str) -> None:
    assert_every_word_is_on(open_page("map/"), f"{name}.svg")


@pytest.mark.parametrize("name", ["strategies", "mechanisms"])
def test_every_word_is_on_the_poster_of_a_small_map(open_garden: Open, name: str) -> None:
    assert_every_word_is_on(open_garden("map/"), f"{name}.svg")


def assert_every_word_is_on(page: Page, poster: str) -> None:
    """Fail unless the frame of a poster holds all of its text."""
    outside = page.evaluate(
        """async poster => {
            const text = await (await fetch(poster)).text();
            const drawn = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
            document.body.replaceChildren(drawn);
            const frame = drawn.getBoundingClientRect();
            const words = [...drawn.querySelectorAll('text')];
            return [words.length, words.filter(word => {
                const box = word.getBoundingClientRect();
                return box.left < frame.left || box.top < frame.top
                    || box.right > frame.right || box.bottom > frame.bottom;
            }).map(word => word.textContent)];
        }""",
        poster,
    )
    assert outside[0] > 10
    assert outside[1] == []

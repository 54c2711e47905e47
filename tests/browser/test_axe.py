"""Axe is shown less than the whole page, to be quick, and finds what it would find in all of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.support.axe import axe_faults, colour_faults
from tests.support.browsing import Open

ROW = "<li><a href='/a'>A word</a></li>"
PALE = "<li><a href='/a' style='color:#ddd'>A word</a></li>"
NAMELESS = "<li><a href='/a'></a></li>"
HELD = "<li><button autofocus>A word</button></li>"


@pytest.fixture
def page(open_garden: Open) -> Page:
    return open_garden("about/", color_scheme="light")


def fill(page: Page, rows: str) -> None:
    """Put a list of rows on the page, in the place of what it says."""
    page.evaluate("rows => { main.innerHTML = `<h1>A</h1><ul>${rows}</ul>`; }", rows)


@pytest.mark.parametrize("place", [0, 1, 2, 5])
@pytest.mark.parametrize(("fault", "rule"), [(NAMELESS, "link-name"), (PALE, "color-contrast")])
def test_a_fault_is_found_wherever_it_stands(page: Page, place: int, fault: str, rule: str) -> None:
    rows = [ROW] * 6
    fill(page, "".join(rows))
    assert [*axe_faults(page)] == []
    rows[place] = fault
    fill(page, "".join(rows))
    found = [*axe_faults(page)]
    assert found
    assert all(each.startswith(rule) for each in found)


def test_what_was_taken_out_is_put_back_where_it_was(page: Page) -> None:
    fill(page, f"{ROW * 4}{HELD * 4}{ROW}")
    page.locator("main button").last.focus()
    before = page.evaluate("document.body.outerHTML")
    assert [*axe_faults(page)] == []
    assert page.evaluate("document.body.outerHTML") == before
    assert page.locator("main button").last.evaluate("held => held === document.activeElement")


def test_a_style_that_is_known_needs_no_second_look(page: Page) -> None:
    fill(page, PALE)
    known: set[str] = set()
    assert len([*colour_faults(page, known)]) == 1
    assert [*colour_faults(page, known)] == []
    fill(page, PALE.replace("#ddd", "#eee"))
    assert len([*colour_faults(page, known)]) == 1

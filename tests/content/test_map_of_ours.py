"""Our evidence map in a browser: as wide as a screen, and longer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.chosen import common_filters
from tests.support.map_in_browser import SAID, VIEWS, assert_cells, assert_list

from theorybook.evidence_map.cells import Cell
from theorybook.evidence_map.views import parts, whole_map
from theorybook.model.term import TermKind
from theorybook.site import Site

FILTERS = [
    "", "about", "group", "design", "about group", "about group design", "group design",
]  # fmt: skip


def chosen_of(site: Site, names: str) -> dict[str, str]:
    """Return a value for each of some filters."""
    return {name: common_filters(site)[name] for name in names.split()}


@pytest.mark.parametrize("names", FILTERS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_cell_says_what_the_data_say(
    open_page: Open, site: Site, view: str, names: str
) -> None:
    chosen = chosen_of(site, names)
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    page = open_page(f"{view}?{query}" if query else view)
    assert_cells(page, site, VIEWS[view], chosen)


@pytest.mark.parametrize("names", FILTERS[::3])
def test_the_list_says_the_same(open_page: Open, site: Site, names: str) -> None:
    chosen = chosen_of(site, names)
    page = open_page("map/?" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    assert_list(page, site, chosen)


def test_a_filter_goes_into_the_address_and_comes_back(open_page: Open, site: Site) -> None:
    _, group, design = common_filters(site).values()
    page = open_page("map/")
    page.locator("select[name=group]").select_option(group)
    page.locator("select[name=design]").select_option(design)
    assert page.url.endswith(f"/map/?group={group}&design={design}")
    said, told = page.evaluate(SAID), page.locator(".filter__status").inner_text()
    page.reload()
    assert page.evaluate(SAID) == said
    assert page.locator(".filter__status").inner_text() == told
    expect(page.locator("select[name=design]")).to_have_value(design)
    page.locator("select[name=group]").select_option("")
    page.locator("select[name=design]").select_option("")
    assert page.url.endswith("/map/")


def test_the_page_of_a_part_leads_on_to_any_filter(open_page: Open, site: Site) -> None:
    _, group, design = common_filters(site).values()
    page = open_page(f"map/group/{group}/")
    expect(page.locator("select[name=group]")).to_have_value(group)
    page.locator("select[name=design]").select_option(design)
    page.wait_for_url(f"**/map/?group={group}&design={design}")


def fullest(site: Site) -> Cell:
    """Return the cell with most studies among those that a theory links."""
    cells = (cell for row in whole_map(site, TermKind.STRATEGY).cells for cell in row)
    return max((cell for cell in cells if cell.theories), key=lambda cell: len(cell.studies))


def test_a_cell_opens_to_its_studies_and_theories(open_page: Open, site: Site) -> None:
    page = open_page("map/")
    cell = fullest(site)
    page.locator(f"td a[href='#{cell.anchor}']").click()
    expect(page.locator(f"#{cell.anchor}")).to_be_in_viewport()
    theory = cell.theories[0]
    page.locator(f"#{cell.anchor} [data-theory={theory.id}] a").click()
    page.wait_for_url(f"**/theories/{theory.slug}/")


def focused(page: Page) -> tuple[int, int]:
    """Return row and column of the cell that has the focus."""
    row, column = page.evaluate(
        """() => { const cell = document.activeElement.closest('th, td');
            return [cell.parentNode.rowIndex, cell.cellIndex]; }"""
    )
    return row, column


def test_the_arrow_keys_walk_over_the_cells(open_page: Open) -> None:
    page = open_page("map/")
    page.locator("#table").focus()
    page.keyboard.press("Tab")
    assert focused(page) == (1, 0)
    for key, place in (
        ("ArrowRight", (1, 1)), ("ArrowDown", (2, 1)), ("ArrowDown", (3, 1)),
        ("ArrowLeft", (3, 0)), ("ArrowLeft", (3, 0)), ("ArrowUp", (2, 0)), ("Home", (2, 0)),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert focused(page) == place, key
    page.keyboard.press("End")
    assert focused(page)[1] == page.locator("[data-map] tbody tr").first.locator("td").count()
    outside = page.locator("[data-map] [tabindex='0']")
    expect(outside).to_have_count(1)


def test_rows_and_columns_stay_in_sight(open_page: Open) -> None:
    page = open_page("map/", viewport={"width": 1280, "height": 700})
    assert page.evaluate("document.scrollingElement.scrollWidth") == 1280
    rows = page.locator("[data-map] tbody tr")
    rows.nth(rows.count() // 2).evaluate("row => row.scrollIntoView()")
    head = page.locator("[data-map] thead").bounding_box()
    side = page.locator("[data-map] tbody th").last.bounding_box()
    assert head
    assert side
    assert head["y"] == pytest.approx(0, abs=3)
    assert side["x"] >= 0


@pytest.mark.parametrize("view", VIEWS)
def test_without_script_map_list_and_parts_are_there(
    open_page: Open, site: Site, view: str
) -> None:
    page = open_page(view, java_script_enabled=False)
    expect(page.locator("#table")).to_be_visible()
    expect(page.locator("#list")).to_be_visible()
    expect(page.locator(".filter")).to_be_hidden()
    links = page.locator(".map__parts a")
    expect(links).to_have_count(len(parts(site)))
    part = parts(site)[-1]
    links.get_by_text(part.name, exact=True).click()
    page.wait_for_url(f"**/{view}{part.field}/{part.value}/")
    expect(page.locator(".map__parts strong")).to_have_text(part.name)


def test_forced_colours_leave_words_and_signs(open_page: Open, site: Site) -> None:
    page = open_page("map/", forced_colors="active")
    cell = fullest(site)
    shown = page.locator(f"td:has(> [href='#{cell.anchor}'])")
    expect(shown).to_contain_text(cell.reading.sign)
    expect(shown).to_contain_text(cell.reading.words)

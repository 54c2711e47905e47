"""Our evidence map in a browser: as wide as a screen, and longer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.map_in_browser import SAID, VIEWS, assert_cells, assert_list

from theorybook.evidence_map.views import parts
from theorybook.site import Site

FILTERS = [
    {},
    {"about": "peer-worker"},
    {"group": "young-people"},
    {"design": "trial"},
    {"about": "young-person", "group": "adults"},
    {"about": "young-person", "group": "adults", "design": "trial"},
    {"group": "mothers", "design": "realist-evaluation"},
]


@pytest.mark.parametrize("chosen", FILTERS, ids=lambda chosen: "-".join(chosen.values()) or "all")
@pytest.mark.parametrize("view", VIEWS)
def test_every_cell_says_what_the_data_say(
    open_page: Open, site: Site, view: str, chosen: dict[str, str]
) -> None:
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    page = open_page(f"{view}?{query}" if query else view)
    assert_cells(page, site, VIEWS[view], chosen)


@pytest.mark.parametrize(
    "chosen", FILTERS[::3], ids=lambda chosen: "-".join(chosen.values()) or "all"
)
def test_the_list_says_the_same(open_page: Open, site: Site, chosen: dict[str, str]) -> None:
    page = open_page("map/?" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    assert_list(page, site, chosen)


def test_a_filter_goes_into_the_address_and_comes_back(open_page: Open) -> None:
    page = open_page("map/")
    page.locator("select[name=group]").select_option("adults")
    page.locator("select[name=design]").select_option("trial")
    assert page.url.endswith("/map/?group=adults&design=trial")
    said, told = page.evaluate(SAID), page.locator(".filter__status").inner_text()
    page.reload()
    assert page.evaluate(SAID) == said
    assert page.locator(".filter__status").inner_text() == told
    expect(page.locator("select[name=design]")).to_have_value("trial")
    page.locator("select[name=group]").select_option("")
    page.locator("select[name=design]").select_option("")
    assert page.url.endswith("/map/")


def test_the_page_of_a_part_leads_on_to_any_filter(open_page: Open) -> None:
    page = open_page("map/group/adults/")
    expect(page.locator("select[name=group]")).to_have_value("adults")
    page.locator("select[name=design]").select_option("trial")
    page.wait_for_url("**/map/?group=adults&design=trial")


def test_a_cell_opens_to_its_studies_and_theories(open_page: Open) -> None:
    page = open_page("map/")
    anchor = "effective-supervision--resiliency"
    page.locator(f"td a[href='#{anchor}']").click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    page.locator(f"#{anchor} [data-theory=T002] a").click()
    page.wait_for_url("**/theories/effective-supervision/")


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
    assert focused(page)[1] > 20
    outside = page.locator("[data-map] [tabindex='0']")
    expect(outside).to_have_count(1)


def test_rows_and_columns_stay_in_sight(open_page: Open) -> None:
    page = open_page("map/", viewport={"width": 1280, "height": 700})
    assert page.evaluate("document.scrollingElement.scrollWidth") == 1280
    page.locator("[data-map] tbody tr").nth(9).evaluate("row => row.scrollIntoView()")
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
    links.filter(has_text="trial").click()
    page.wait_for_url(f"**/{view}design/trial/")
    expect(page.locator(".map__parts strong")).to_have_text("trial")


def test_forced_colours_leave_words_and_signs(open_page: Open) -> None:
    page = open_page("map/", forced_colors="active")
    cell = page.locator("td:has(> [href='#effective-supervision--resiliency'])")
    expect(cell).to_contain_text("●")
    expect(cell).to_contain_text("backed by studies")

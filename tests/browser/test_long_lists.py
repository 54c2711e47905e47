"""Lists that are too long for a page answer as short ones do, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.browsing import Open, Tabs, opener
from tests.support.built import SUBPATH
from tests.support.html import documents
from tests.support.map_in_browser import VIEWS, assert_cells
from tests.support.projects import GARDEN
from tests.support.server import serving

from theorybook.site import Site

CHOSEN: tuple[dict[str, str], ...] = (
    {},
    {"about": "gardener"},
    {"about": "neighbor", "group": "gardeners"},
)


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.load(GARDEN)


@pytest.fixture(scope="session")
def long_address(long_garden_built: Path) -> Iterator[str]:
    """Return the address of the garden with long lists."""
    with serving(long_garden_built, SUBPATH) as url:
        yield url


@pytest.fixture
def open_long(tabs: Tabs, long_address: str) -> Iterator[Open]:
    """Return what opens a page of it; all that went wrong on it fails the test."""
    with opener(tabs, long_address) as opened:
        yield opened


def answer(page: Page) -> str:
    status = page.locator("#main [role=status]")
    expect(status).not_to_be_empty()
    return status.inner_text()


def elsewhere(long_garden_built: Path) -> str:
    """Return the id of a record that is on a further page of versions."""
    (page,) = (page for page in documents(long_garden_built) if page.url == "check/2/")
    return next(str(row.get("id")) for row in page.all("li") if row.get("data-kept") is not None)


def test_one_page_of_versions_knows_what_the_others_have(
    open_long: Open, site: Site, long_garden_built: Path, long_address: str
) -> None:
    id_ = elsewhere(long_garden_built)
    page = open_long(f"check/?id={id_}")
    assert "The latest is version" in answer(page)
    found = next(i for i in site.everything.by_id if i.id == id_)
    page.locator(f"#main [role=status] a[href='{long_address}{site.addresses[found]}']").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_changed_since_a_day_is_told_of_all_pages(open_long: Open, site: Site) -> None:
    page = open_long("check/?since=2000-01-01")
    changes = sum(len(r.history) + bool(r.retired) for r in site.everything.by_id.values())
    assert answer(page).startswith(f"Changed after 2000-01-01: {changes}.")


def test_a_slip_in_an_id_is_told_once_all_pages_were_asked(open_long: Open) -> None:
    assert "We know no T999" in answer(open_long("check/?id=T999"))


@pytest.mark.parametrize(("status", "body"), [(500, ""), (404, ""), (200, "<p>Log in")])
def test_pages_of_versions_that_cannot_be_loaded_are_told_of(
    browser: Browser, long_address: str, status: int, body: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/check/2/", lambda route: route.fulfill(status=status, body=body))
        page.goto(f"{long_address}check/?id=T999")
        assert "could not be loaded" in answer(page)
        page.unroute("**/check/2/")
        page.get_by_role("button", name="Is it current?").click()
        expect(page.locator("#main [role=status]")).to_contain_text("We know no T999")


def test_without_script_a_print_out_leads_to_its_row(
    open_long: Open, long_garden_built: Path
) -> None:
    id_ = elsewhere(long_garden_built)
    page = open_long(f"check/2/?id={id_}#{id_}", java_script_enabled=False)
    expect(page.locator(f"[id='{id_}']")).to_be_in_viewport()
    parts = page.get_by_role("navigation", name="Parts of this list")
    parts.get_by_text("Part 1", exact=True).click()
    expect(page.locator("#T001")).to_be_attached()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda chosen: "-".join(chosen.values()) or "all")
def test_the_cells_of_a_long_map_say_what_the_data_say(
    open_long: Open, site: Site, view: str, chosen: dict[str, str]
) -> None:
    page = open_long(f"{view}?" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    assert_cells(page, site, VIEWS[view], chosen)
    shown = page.locator("[data-map] tbody td a:not([hidden])").filter(visible=True)
    pairs = page.locator("[data-leads]:not([hidden]) [data-pairs]").all_inner_texts()
    assert sum(int(words.split()[0]) for words in pairs) == shown.count()


def test_a_cell_of_a_long_map_opens_its_entry_without_script(open_long: Open) -> None:
    page = open_long("map/", java_script_enabled=False)
    cell = page.locator("[data-map] tbody td a").first
    anchor = str(cell.get_attribute("href")).partition("#")[2]
    cell.click()
    expect(page.locator(f"[id='{anchor}']")).to_be_visible()
    page.get_by_role("link", name="To the map").click()
    expect(page.locator("[data-map]")).to_be_visible()


def test_a_retired_record_is_found_on_every_page_of_versions(open_long: Open, site: Site) -> None:
    id_ = next(i for i, r in site.everything.by_id.items() if r.retired and i.kind == "theory")
    assert "Retired on" in answer(open_long(f"check/3/?id={id_.id}&version=1"))

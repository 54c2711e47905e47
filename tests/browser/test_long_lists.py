"""Lists that are too long for a page answer as short ones do, with script and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.browsing import Open, Tabs, opener
from tests.support.built import SUBPATH
from tests.support.copies import copied, reading
from tests.support.html import documents
from tests.support.map_in_browser import VIEWS, assert_cells
from tests.support.projects import GARDEN
from tests.support.server import serving

from theorybook.kinds import id_of
from theorybook.list_filters import gap_values
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


def found(page: Page) -> list[str]:
    """Return the names of the rows that are shown, once it was said how many."""
    expect(page.locator(".filter [role=status]")).to_contain_text("shown")
    names: list[str] = page.locator("[data-item]:not([hidden])").evaluate_all(
        "items => items.map(item => item.dataset.name)"
    )
    return names


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


@pytest.mark.parametrize("part", ["", "part/2/"])
def test_a_filter_finds_what_is_on_other_parts_and_leads_to_it(
    open_long: Open, site: Site, long_address: str, part: str
) -> None:
    page = open_long(f"theories/{part}")
    status = page.locator(".filter [role=status]")
    expect(status).to_have_text(
        "All 1 of this part are shown. What you choose is looked for in all parts."
    )
    select = page.locator("select[name=about]")
    for theory in site.theories:
        select.select_option(theory.about)
        expect(status).to_have_text(f"1 of {len(site.theories)} are shown.")
        assert found(page) == [theory.id]
        (link,) = page.locator("[data-item]:not([hidden]) a").all()
        address = site.addresses[id_of(theory)]
        assert link.evaluate("link => link.href") == long_address + address
    select.select_option("")
    expect(status).to_have_text(f"All {len(site.theories)} are shown.")
    assert sorted(found(page)) == [theory.id for theory in site.theories]
    expect(page.get_by_role("navigation", name="Parts of this list")).to_be_hidden()
    expect(page.locator("[data-elsewhere]").filter(visible=True)).to_have_count(0)


def test_a_choice_in_the_address_is_looked_for_in_all_parts(open_long: Open, site: Site) -> None:
    for theory in site.theories:
        assert found(open_long(f"theories/?about={theory.about}")) == [theory.id]


def test_rows_of_other_parts_are_sorted_among_those_that_are_here(
    open_long: Open, site: Site
) -> None:
    page = open_long("studies/part/2/?sort=year-up")
    expect(page.locator(".filter [role=status]")).to_have_text(
        f"All {len(site.studies)} are shown."
    )
    years = page.locator("[data-item]").evaluate_all("items => items.map(i => i.dataset.year)")
    assert years == sorted(site.references[study.key].year for study in site.studies)


def test_gaps_of_other_parts_stand_below_their_heading(open_long: Open, site: Site) -> None:
    page = open_long("map/gaps/?theme=sharing")
    expect(page.locator(".filter [role=status]")).not_to_contain_text("part")
    unread = [study for study in site.studies if study.unread]
    assert unread
    for kind, owners in (("theories", site.theories), ("studies", unread)):
        expect(page.locator(f"section:has(#{kind}) [data-item]")).to_have_count(len(owners))
    fitting = [t for t in site.theories if "sharing" in gap_values(site, t)["theme"]]
    for theory in site.theories:
        row = page.locator(f"section:has(#theories) [data-item]:has-text('{theory.id}')")
        expect(row).to_be_visible() if theory in fitting else expect(row).to_be_hidden()


@pytest.mark.parametrize(("status", "body"), [(500, ""), (404, ""), (200, "<p>Log in")])
def test_of_parts_that_cannot_be_loaded_nothing_is_said(
    browser: Browser, long_address: str, site: Site, status: int, body: str
) -> None:
    last = site.theories[-1]
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/theories/part/2/", lambda route: route.fulfill(status=status, body=body))
        page.goto(f"{long_address}theories/?about={last.about}")
        told = page.locator(".filter [role=status]")
        expect(told).to_have_text(
            "The other parts could not be loaded. 0 of 1 of this part are shown."
        )
        step = page.locator(f"[data-block]:has([data-name={site.theories[0].id}])")
        expect(step.locator("[data-elsewhere] a")).to_be_visible()
        page.unroute("**/theories/part/2/")
        page.get_by_label("Sort by").select_option("projects")
        expect(told).to_have_text(f"1 of {len(site.theories)} are shown.")
        assert found(page) == [last.id]


def test_theories_of_two_parts_are_picked(open_long: Open, site: Site) -> None:
    first, last = (theory.id for theory in site.theories)
    page = open_long("theories/")
    page.get_by_label(f"Compare {first}").check()
    page.get_by_role("link", name="Part 2").first.click()
    expect(page.locator("[data-tray-ids]")).to_have_text(first)
    page.get_by_label(f"Compare {last}").check()
    expect(page.locator("[data-tray-ids]")).to_have_text(f"{first}, {last}")
    assert page.url.endswith(f"/theories/part/2/?ids={first},{last}")
    page.get_by_label("Sort by").select_option("projects")
    expect(page.locator(".idea input:checked")).to_have_count(2)
    page.locator("[data-tray-clear]").click()
    expect(page.locator(".idea input:checked")).to_have_count(0)
    assert "ids" not in page.url


@pytest.mark.parametrize(
    "list_", ["theories/", "studies/", "train/handouts/", "train/lms/", "map/gaps/"]
)
def test_without_script_each_part_of_a_list_leads_to_the_others(
    open_long: Open, site: Site, list_: str
) -> None:
    page = open_long(list_, java_script_enabled=False)
    parts = page.get_by_role("navigation", name="Parts of this list")
    names = parts.get_by_role("link").all_inner_texts()
    assert len(names) > 1
    seen = ""
    for name in names:
        parts.get_by_role("link", name=name).click()
        expect(parts.locator("[aria-current]")).to_have_text(name)
        seen += page.locator("#main").inner_html()
    for row in site.studies if list_ == "studies/" else site.theories:
        assert f"{site.addresses[id_of(row)].split('/')[1]}/" in seen


def test_a_filter_of_a_copy_on_a_disk_looks_through_all_parts(
    browser: Browser, long_garden_built: Path, tmp_path: Path, site: Site
) -> None:
    copy = copied(long_garden_built, tmp_path)
    last = site.theories[-1]
    with reading(browser, copy) as page:
        page.goto(f"{copy.address}theories/index.html?about={last.about}")
        expect(page.locator(".filter [role=status]")).to_contain_text(" of 2 are shown.")
        assert found(page) == [last.id]
        page.locator("[data-item]:not([hidden]) a").click()
        assert page.url == f"{copy.address}{site.addresses[id_of(last)]}index.html"


def test_a_filter_of_one_part_of_the_questions_says_so(open_long: Open, site: Site) -> None:
    page = open_long(f"train/questions/?about={site.theories[0].about}")
    expect(page.get_by_role("navigation", name="Parts of this list")).to_be_visible()
    expect(page.locator(".filter [role=status]")).to_contain_text(" of this part are shown.")

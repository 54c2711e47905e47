"""Lists that filter and sort: what is chosen is shown, counted and in the address."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open

from theorybook.model.study import Study
from theorybook.site import Site

SHOWN = "[data-item]:visible"


@pytest.fixture(scope="session")
def site(root: Path) -> Site:
    return Site.load(root)


FILTERS: dict[str, tuple[str, Callable[[Site, Study], bool]]] = {
    "group": ("young-people", lambda _, study: "young-people" in study.groups),
    "design": ("realist-review", lambda _, study: study.design == "realist-review"),
    "country": ("canada", lambda _, study: "canada" in study.countries),
    "year": ("2024", lambda site, study: site.references[study.key].year == "2024"),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_shows_what_fits(open_page: Open, site: Site, name: str) -> None:
    value, fits = FILTERS[name]
    wanted = {site.references[s.key].short for s in site.studies if fits(site, s)}
    assert 0 < len(wanted) < len(site.studies)
    page = open_page("studies/")
    page.locator(f"select[name={name}]").select_option(value)
    assert set(names(page)) == wanted
    expect(page.get_by_role("status")).to_have_text(
        f"{len(wanted)} of {len(site.studies)} are shown."
    )
    assert page.url.endswith(f"/studies/?{name}={value}")


def test_filters_add_up_and_the_address_brings_them_back(open_page: Open, site: Site) -> None:
    page = open_page("studies/?country=canada&group=young-people&sort=year-up")
    wanted = [s for s in site.studies if "canada" in s.countries and "young-people" in s.groups]
    expect(page.locator(SHOWN)).to_have_count(len(wanted))
    years = [site.references[s.key].year for s in wanted]
    assert [name.rsplit(", ", 1)[1][:4] for name in names(page)] == sorted(years)
    page.locator("select[name=country]").select_option("")
    page.locator("select[name=group]").select_option("")
    page.locator("select[name=sort]").select_option("year")
    expect(page.locator(SHOWN)).to_have_count(len(site.studies))
    assert page.url.endswith("/studies/")


@pytest.mark.parametrize("by", ["year", "year-up", "name", "design", "country", "group"])
def test_a_list_is_sorted(open_page: Open, site: Site, by: str) -> None:
    page = open_page(f"studies/?sort={by}")
    key = {"year-up": "year"}.get(by, by)
    order = page.locator(SHOWN).evaluate_all(f"items => items.map(i => i.dataset.{key})")
    assert len(order) == len(site.studies)
    folded = [unicodedata.normalize("NFKD", value).casefold() for value in order]
    assert folded == sorted(folded, reverse=by == "year")


def test_an_unknown_choice_is_let_be(open_page: Open, site: Site) -> None:
    page = open_page("studies/?country=atlantis&colour=red")
    expect(page.locator(SHOWN)).to_have_count(len(site.studies))


def test_a_quotation_is_found_by_where_it_stands(open_page: Open, site: Site) -> None:
    page = open_page("quotes/?stands=title")
    wanted = [quote.id for quote in site.quotes if quote.stands == "title"]
    assert len(wanted) >= 10
    found = page.locator(SHOWN).locator("figure").evaluate_all("all => all.map(f => f.id)")
    assert found == wanted
    expect(page.locator("#main")).to_contain_text("the record does not say who spoke them")


def test_without_script_the_list_is_whole(open_page: Open, site: Site) -> None:
    page = open_page("studies/", java_script_enabled=False)
    expect(page.locator(SHOWN)).to_have_count(len(site.studies))
    expect(page.locator(".sieve")).to_be_hidden()


def test_a_filter_is_set_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page("studies/")
    page.locator("select[name=design]").focus()
    page.keyboard.type("trial")
    expect(page.locator(SHOWN)).to_have_count(1)


def names(page: Page) -> list[str]:
    """Return the names of the items shown, in order."""
    found: list[str] = page.locator(SHOWN).evaluate_all("items => items.map(i => i.dataset.name)")
    return found

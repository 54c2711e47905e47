"""Lists that filter and sort: what is chosen is shown, counted and in the address."""

from __future__ import annotations

import unicodedata

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.site import Site

SHOWN = "[data-item]:visible"


@pytest.mark.parametrize("by", ["year", "year-up", "name", "design", "country", "group", "clients"])
def test_a_list_is_sorted(open_page: Open, site: Site, by: str) -> None:
    page = open_page(f"studies/?sort={by}")
    key = {"year-up": "year"}.get(by, by)
    order = page.locator(SHOWN).evaluate_all(f"items => items.map(i => i.dataset.{key})")
    assert len(order) == len(site.studies)
    folded = [unicodedata.normalize("NFKD", value).casefold() for value in order]
    assert folded == sorted(folded, reverse=by == "year")


def test_without_script_all_theories_are_there_by_whom(open_page: Open, site: Site) -> None:
    page = open_page("theories/?about=colleague", java_script_enabled=False)
    expect(page.locator(SHOWN)).to_have_count(len(site.theories))
    expect(page.locator(".filter")).to_be_hidden()
    whom = page.locator(f"{SHOWN} .card__meta a").all_inner_texts()
    people = [f"about {person.name}" for person in site.settings.people]
    assert whom == sorted(whom, key=people.index)


@pytest.mark.parametrize("url", ["theories/", "studies/", "quotes/"])
def test_on_a_phone_the_choices_are_folded_until_asked_for(open_page: Open, url: str) -> None:
    page = open_page(url, viewport={"width": 360, "height": 740})
    select = page.locator(".filter select").first
    expect(select).to_be_hidden()
    expect(page.locator(".filter [role=status]")).to_contain_text("are shown")
    if url != "quotes/":  # there, more has to be said first
        expect(page.locator("[data-item]").first).to_be_in_viewport()
    page.locator(".filter summary").press("Enter")
    expect(select).to_be_visible()
    page.set_viewport_size({"width": 1000, "height": 740})
    expect(select).to_be_visible()
    expect(page.locator(".filter summary")).to_be_hidden()


@pytest.mark.parametrize("url", ["theories/", "studies/", "quotes/"])
def test_a_long_choice_fits_a_phone(open_page: Open, url: str) -> None:
    page = open_page(url, viewport={"width": 320, "height": 640})
    page.locator(".filter summary").click()
    for select in page.locator(".filter select").all():
        longest = select.evaluate(
            """select => [...select.options].reduce(
                (a, b) => a.text.length < b.text.length ? b : a).value"""
        )
        select.select_option(longest)
        box = select.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_an_unknown_choice_is_let_be(open_page: Open, site: Site) -> None:
    page = open_page("studies/?country=atlantis&colour=red")
    expect(page.locator(SHOWN)).to_have_count(len(site.studies))


def test_without_script_the_list_is_whole(open_page: Open, site: Site) -> None:
    page = open_page("studies/", java_script_enabled=False)
    expect(page.locator(SHOWN)).to_have_count(len(site.studies))
    expect(page.locator(".filter")).to_be_hidden()

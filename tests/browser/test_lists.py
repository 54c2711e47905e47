"""Lists that filter and sort: what is chosen is shown, counted and in the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.bibliography.sort_key import folded
from theorybook.list_filters import by_rung
from theorybook.site import Site
from theorybook.strength import Rung

SHOWN = "[data-item]:not([hidden])"


@pytest.mark.parametrize("by", ["year", "year-up", "name", "design", "country", "group", "clients"])
def test_a_list_is_sorted(open_page: Open, site: Site, by: str) -> None:
    page = open_page(f"studies/?sort={by}")
    key = {"year-up": "year"}.get(by, by)
    order = page.locator(SHOWN).evaluate_all(f"items => items.map(i => i.dataset.{key})")
    assert len(order) == len(site.studies)
    assert [*map(folded, order)] == sorted(map(folded, order), reverse=by == "year")


def test_without_script_all_theories_are_there_by_how_sure_we_are(
    open_page: Open, site: Site
) -> None:
    page = open_page("theories/?about=colleague&ids=T001", java_script_enabled=False)
    expect(page.locator(SHOWN)).to_have_count(len(site.theories))
    for needs_script in (".filter", ".idea input", ".tray", "[data-pick-how]"):
        for each in page.locator(needs_script).all():
            expect(each).to_be_hidden()
    headings = page.locator("[data-block] h2").all_inner_texts()
    assert headings == [rung.value.capitalize() for rung in reversed(Rung)]
    for group, (_, theories) in zip(page.locator("[data-block]").all(), by_rung(site), strict=True):
        names = group.locator(SHOWN).evaluate_all("items => items.map(i => i.dataset.name)")
        assert names == [theory.id for theory in theories]


def test_a_step_whose_theories_are_all_filtered_out_is_hidden(open_garden: Open) -> None:
    page = open_garden("theories/")
    groups = page.locator("[data-block]:visible")
    expect(groups).to_have_count(len(Rung))  # also those that nothing stands on yet
    page.locator("select[name=about]").select_option("gardener")
    expect(groups).to_have_count(1)
    page.locator("select[name=about]").select_option("")
    expect(groups).to_have_count(len(Rung))


def test_no_row_is_taller_than_what_it_says(open_page: Open) -> None:
    page = open_page("theories/", viewport={"width": 360, "height": 740})
    empty = page.evaluate(
        """() => [...document.querySelectorAll('.idea')].filter(row => {
            const bottoms = [...row.querySelectorAll('a, p, .badge, input')]
                .map(part => part.getBoundingClientRect().bottom);
            return row.getBoundingClientRect().bottom - Math.max(...bottoms) > 12;
        }).map(row => row.dataset.name)"""
    )
    assert empty == []


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


def test_gaps_are_filtered_by_topic(open_garden: Open) -> None:
    page = open_garden("map/gaps/?theme=sharing")
    expect(page.locator(".badge", has_text="T001")).to_be_visible()
    expect(page.locator("#field")).to_be_hidden()
    shown = page.locator("[data-item]:not([hidden])").evaluate_all(
        "items => items.map(item => item.dataset.theme)"
    )
    assert shown
    assert set(shown) == {"sharing"}
    page.get_by_label("Topic").select_option("snails")
    expect(page.locator("#field")).to_be_visible()
    expect(page.locator("#theories")).to_be_hidden()

"""From the home page, what people come for is a click or two away."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.support.browsing import Open

from theorybook.site import Site


def test_burnout_is_one_search_away(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("link", name="burnout").click()
    page.locator("[data-search-results] a").first.click()
    expect(page.locator("h1")).to_contain_text("burnout")


def test_what_to_do_about_burnout_is_two_clicks_away(open_page: Open, site: Site) -> None:
    page = open_page()
    page.get_by_role("link", name="Peers are burning out").click()
    page.locator("[aria-labelledby^=do]").get_by_text("Call after the hard days").click()
    action = site.theory("T020").actions[0]
    expect(page.get_by_text(action.first_step)).to_be_visible()


def test_what_a_lone_peer_needs_is_a_click_away(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("link", name="One lone peer in a hospital team").click()
    expect(page.get_by_role("heading", name="What must be in place")).to_be_in_viewport()


def test_whether_it_works_is_a_click_away(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("link", name="Does it work?", exact=True).click()
    expect(page.get_by_role("heading", name="In a minute")).to_be_in_viewport()
    page.locator("#A06 summary").click()
    expect(page.locator("#A06")).to_contain_text("In a Danish trial with 296 adults")
    page.locator(".minutes").get_by_role("link", name="Simmons and others, 2023").click()
    page.wait_for_url("**/studies/simmons2023effectiveness/#simmons2023effectiveness-F1")


def test_what_helps_against_strain_and_its_exact_words(open_page: Open, site: Site) -> None:
    page = open_page()
    page.get_by_role("link", name=site.theory("T002").headline.text).click()
    expect(page.locator("h1")).to_have_text(site.theory("T002").headline.text)
    page.locator(".contents").get_by_role("link", name="Evidence (").click()
    expect(page.locator("#Q003 blockquote")).to_contain_text(site.quote("Q003").exact)
    expect(page.locator("#Q003 blockquote")).to_be_in_viewport()


def test_who_took_part_in_a_study_is_two_clicks_away(open_page: Open) -> None:
    page = open_page()
    page.locator("#main").get_by_role("link", name="Studies", exact=True).click()
    page.get_by_role("link", name="Halsall and others, 2022", exact=True).click()
    facts = page.locator("dl.facts > div", has_text="Who took part")
    expect(facts).to_contain_text("77 clients")


def test_what_nobody_knows_of_supervision_is_two_clicks_away(open_page: Open, site: Site) -> None:
    page = open_page()
    page.get_by_role("link", name=site.theory("T002").headline.text).click()
    page.locator(".contents").get_by_role("link", name="Not known (").click()
    expect(page.get_by_role("heading", name="What we do not know")).to_be_in_viewport()
    for gap in site.theory("T002").unknowns:
        expect(page.locator("#main")).to_contain_text(gap.what)


def test_the_map_is_one_click_away(open_page: Open) -> None:
    page = open_page()
    page.locator(".bar").get_by_role("link", name="Evidence").click()
    page.wait_for_url("**/map/")


def test_a_lasting_link_to_a_quotation_is_two_clicks_away(open_page: Open, site: Site) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name=site.theory("T002").headline.text).click()
    (quote,) = (item.quote for item in site.theory("T002").evidence if item.quote)
    page.get_by_role("link", name=f"Copy the link to {quote}", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/go/{quote}/")

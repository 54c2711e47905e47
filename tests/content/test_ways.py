"""From the home page, what people come for is a click or two away."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.chosen import first_at_home, most_told

from theorybook.record_id import RecordId
from theorybook.site import Site


def test_each_example_is_one_search_away(open_page: Open, site: Site) -> None:
    page = open_page()
    home = page.url
    for words in site.settings.home.search_examples:
        page.goto(home)
        page.get_by_role("link", name=words, exact=True).click()
        page.locator("[data-search-results] a").first.click()
        expect(page.locator("h1")).to_be_visible()
        assert "/search/" not in page.url


def test_what_to_do_in_a_situation_is_two_clicks_away(open_page: Open, site: Site) -> None:
    page = open_page()
    home = page.url
    for situation in site.situations:
        step = next((step.action for step in situation.steps if step.action), None)
        page.goto(home)
        page.get_by_role("link", name=situation.title, exact=True).click()
        if situation.checks:
            expect(page.get_by_role("heading", name="What must be in place")).to_be_visible()
        if step:
            action = next(iter(step.among(site.theory(step.theory))))
            page.locator("[aria-labelledby^=do]").get_by_text(action.text, exact=True).click()
            expect(page.get_by_text(action.first_step)).to_be_visible()


def test_whether_it_works_is_a_click_away(open_page: Open, site: Site) -> None:
    answer = next(answer for answer in site.answers if answer.minute)
    assert answer.minute
    page = open_page()
    page.get_by_role("link", name="Does it work?", exact=True).click()
    expect(page.get_by_role("heading", name="In a minute")).to_be_in_viewport()
    page.locator(f"#{answer.id} summary").click()
    expect(page.locator(f"#{answer.id}")).to_contain_text(answer.says[0].text)
    study = site.study_of(answer.minute.cites[0])
    name = site.references[study].short
    page.locator(".minutes").get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url(f"**/studies/{study}/#{study}-F*")


def test_what_a_theory_rests_on_is_two_clicks_away(open_page: Open, site: Site) -> None:
    theory = first_at_home(site)
    page = open_page()
    page.get_by_role("link", name=theory.headline.text).click()
    expect(page.locator("h1")).to_have_text(theory.headline.text)
    page.locator(".contents").get_by_role("link", name="Evidence (").click()
    opened(page, theory.evidence[0].id)
    for quote in (item.quote for item in theory.evidence if item.quote):
        expect(page.locator(f"#{quote} blockquote")).to_contain_text(site.quote(quote).exact)


def opened(page: Page, item: str) -> None:
    """Open a piece of evidence, which is told in a line before."""
    page.locator(f"details:has(> #{item}) > summary").click()
    expect(page.locator(f"#{item}")).to_be_visible()


def test_who_took_part_in_a_study_is_two_clicks_away(open_page: Open, site: Site) -> None:
    study = most_told(site)
    page = open_page()
    page.locator("#main").get_by_role("link", name="Studies", exact=True).click()
    address = site.addresses[RecordId("study", study.key)]
    if page.locator("[data-rest]").count():
        page.locator("select[name=year]").select_option(site.references[study.key].year)
    page.locator(f"#main a[href$='{address.split('/')[1]}/']").first.click()
    facts = page.locator("dl.facts > div", has_text="Who took part")
    expect(facts.first).to_contain_text(study.who_spoke.text)


def test_what_nobody_knows_is_two_clicks_away(open_page: Open, site: Site) -> None:
    theory = first_at_home(site)
    page = open_page()
    page.get_by_role("link", name=theory.headline.text).click()
    page.locator(".contents").get_by_role("link", name="Not known (").click()
    expect(page.get_by_role("heading", name="What we do not know")).to_be_in_viewport()
    for gap in theory.unknowns:
        expect(page.locator("#main")).to_contain_text(gap.what)


def test_the_map_is_one_click_away(open_page: Open) -> None:
    page = open_page()
    page.locator(".bar").get_by_role("link", name="Evidence").click()
    page.wait_for_url("**/map/")


def test_a_lasting_link_to_evidence_is_three_clicks_away(open_page: Open, site: Site) -> None:
    theory = first_at_home(site)
    item = theory.evidence[0].id
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name=theory.headline.text).click()
    opened(page, item)
    page.get_by_role("link", name=f"Copy the link to {item}", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/go/{item}/")

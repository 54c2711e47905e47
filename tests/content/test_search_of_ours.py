"""Search finds the right one of our records first, by the words people use."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open

from theorybook.site import Site

FIRST = {
    "burnout": "carrying-too-much-alone",
    "boss": "effective-supervision",
    "job ladder": "peer-practice-as-a-career-step",
}
RESULTS = "[data-search-results] a"
STATUS = "[data-search-page] [role=status]"


def expect_first(page: Page, words: str) -> None:
    """Expect the theory that these words are about at the top of the results."""
    first = page.locator(RESULTS).first
    expect(first).to_have_attribute("href", f"/theories/{FIRST[words]}/")


def tab_to(page: Page, id_: str) -> None:
    """Go to a field with the tab key alone."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == id_:
            return
    pytest.fail(f"{id_} is not reached with the tab key")


@pytest.mark.parametrize("words", FIRST)
def test_the_right_theory_comes_first(open_page: Open, words: str) -> None:
    page = open_page("search/#q=" + words.replace(" ", "%20"))
    expect_first(page, words)
    expect(page.locator("#search-page")).to_have_value(words)


@pytest.mark.parametrize("field", ["bar-search", "home-search"])
def test_with_the_keyboard_alone(open_page: Open, field: str) -> None:
    page = open_page()
    tab_to(page, field)
    page.keyboard.type("burnout")
    page.keyboard.press("Enter")
    expect_first(page, "burnout")
    tab_to(page, "search-page")
    while not page.evaluate(f"document.activeElement.matches('{RESULTS}')"):
        assert page.evaluate("document.activeElement !== document.body")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/theories/{FIRST['burnout']}/")


def test_results_follow_the_typing(open_page: Open) -> None:
    page = open_page("search/#q=burnout")
    expect_first(page, "burnout")
    page.locator("#search-page").fill("boss")
    expect_first(page, "boss")
    assert page.url.endswith("/search/#q=boss")
    page.locator("#search-page").fill("")
    expect(page.locator(RESULTS)).to_have_count(0)


def test_how_many_were_found_is_announced(open_page: Open) -> None:
    page = open_page("search/#q=burnout")
    status = page.locator(STATUS)
    expect(status).to_contain_text("for burnout")
    assert int(status.inner_text().split()[0]) >= page.locator(RESULTS).count()


def test_where_nothing_is_found_a_next_step_is_said(open_page: Open) -> None:
    page = open_page("search/#q=how+about+zzyzzx")
    status = page.locator(STATUS)
    expect(status).to_contain_text(
        "Nothing found for how about zzyzzx. Search knows no word zzyzzx."
    )
    expect(page.locator(RESULTS)).to_have_count(0)
    links = page.locator("[data-search-next] a")
    expect(links.first).to_be_visible()
    expect(page.locator("#browse")).to_be_visible()
    page.locator("#search-page").fill("boss")
    expect(page.locator(RESULTS)).not_to_have_count(0)
    expect(links.first).to_be_hidden()


def test_a_word_that_no_page_has_does_not_spoil_the_others(open_page: Open) -> None:
    page = open_page("search/#q=my+boss+zzyzzx")
    expect_first(page, "boss")
    expect(page.locator(STATUS)).to_contain_text("Search knows no word zzyzzx.")


def test_no_other_name_is_shown_but_the_word_that_was_typed(open_page: Open, site: Site) -> None:
    page = open_page("search/#q=boss")
    expect_first(page, "boss")
    shown = page.locator("[data-search-results] li").first
    expect(shown).to_contain_text("Found by another name: boss")
    theory = next(t for t in site.theories if t.slug == FIRST["boss"])
    others = [name for name in theory.other_names if name != "boss"]
    assert len(others) > 10
    text = shown.inner_text()
    assert [name for name in others if name in text and name not in theory.headline.text] == []


def test_a_result_shows_the_passage_it_was_found_by(open_page: Open) -> None:
    page = open_page("search/#q=greet+a+newcomer+at+the+door")
    result = page.locator("[data-search-results] li", has_text="Social events set up by peers")
    why = result.locator(".result__why").first
    expect(why).to_contain_text("Does somebody greet a newcomer at the door")
    expect(why).to_contain_text("a question for you")
    assert why.locator("mark").all_inner_texts() == ["greet", "newcomer", "door"]


def test_each_result_says_what_it_is(open_page: Open) -> None:
    page = open_page("search/#q=supervision")
    kinds = page.locator("[data-search-results] .result__kind")
    expect(kinds.first).to_be_visible()
    assert len({text.split(" · ")[0] for text in kinds.all_inner_texts()}) > 3


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("closure in your own story", "/quotes/#Q001"),
        ("bring to supervision", "/train/#T002-talk-2"),
        ("open and anonymous", "/map/tensions/#X07"),
        ("realist older adults", "/map/gaps/#G04"),
        ("CMOC", "/glossary/#cmo-configuration"),
    ],
)
def test_parts_of_a_page_are_results(open_page: Open, question: str, part: str) -> None:
    page = open_page("search/#q=" + question.replace(" ", "+"))
    link = page.locator(f"{RESULTS}[href='{part}']")
    expect(link).to_have_count(1)
    link.click()
    page.wait_for_url(f"**{part}")
    expect(page.locator(f"[id='{part.partition('#')[2]}']")).to_be_in_viewport()

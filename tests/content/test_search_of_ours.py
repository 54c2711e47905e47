"""Search finds the right one of our records first, by the words people use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.chosen import best_backed

from theorybook.model.gap import FieldGap
from theorybook.model.theory import Theory
from theorybook.site import Site

RESULTS = "[data-search-results] a"
STATUS = "[data-search-page] [role=status]"


def examples(site: Site) -> dict[str, Theory]:
    """Return words that one theory alone is also known by, and that theory; three at most."""
    known = Counter(name for record in site.by_id.values() for name in record.other_names)
    known.update(name for page in site.settings.pages for name in page.other_names)
    mine = {
        theory.id: next(
            (n for n in theory.other_names if known[n] == 1 and n.isalpha() and n.islower()), ""
        )
        for theory in site.theories
    }
    return dict([(words, site.theory(id_)) for id_, words in mine.items() if words][:3])


@pytest.fixture(scope="module")
def words(site: Site) -> str:
    """Return words that are about one theory."""
    return next(iter(examples(site)))


def expect_first(page: Page, theory: Theory) -> None:
    """Expect a theory at the top of the results."""
    first = page.locator(RESULTS).first
    expect(first).to_have_attribute("href", f"/theories/{theory.slug}/")


def tab_to(page: Page, id_: str) -> None:
    """Go to a field with the tab key alone."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == id_:
            return
    pytest.fail(f"{id_} is not reached with the tab key")


def test_the_right_theory_comes_first(open_page: Open, site: Site) -> None:
    for words, theory in examples(site).items():
        page = open_page("search/#q=" + words)
        expect_first(page, theory)
        expect(page.locator("#search-page")).to_have_value(words)


@pytest.mark.parametrize("field", ["bar-search", "home-search"])
def test_with_the_keyboard_alone(open_page: Open, site: Site, field: str, words: str) -> None:
    theory = examples(site)[words]
    page = open_page()
    tab_to(page, field)
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect_first(page, theory)
    tab_to(page, "search-page")
    while not page.evaluate(f"document.activeElement.matches('{RESULTS}')"):
        assert page.evaluate("document.activeElement !== document.body")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/theories/{theory.slug}/")


def test_results_follow_the_typing(open_page: Open, site: Site) -> None:
    (one, theory), (two, other), *_ = examples(site).items()
    page = open_page(f"search/#q={one}")
    expect_first(page, theory)
    page.locator("#search-page").fill(two)
    expect_first(page, other)
    assert page.url.endswith(f"/search/#q={two}")
    page.locator("#search-page").fill("")
    expect(page.locator(RESULTS)).to_have_count(0)


def test_how_many_were_found_is_announced(open_page: Open, words: str) -> None:
    page = open_page(f"search/#q={words}")
    status = page.locator(STATUS)
    expect(status).to_contain_text(f"for {words}")
    assert int(status.inner_text().split()[0]) >= page.locator(RESULTS).count()


def test_where_nothing_is_found_a_next_step_is_said(open_page: Open, words: str) -> None:
    page = open_page("search/#q=how+about+zzyzzx")
    status = page.locator(STATUS)
    expect(status).to_contain_text(
        "Nothing found for how about zzyzzx. Search knows no word zzyzzx."
    )
    expect(page.locator(RESULTS)).to_have_count(0)
    links = page.locator("[data-search-next] a")
    expect(links.first).to_be_visible()
    expect(page.locator("#browse")).to_be_visible()
    page.locator("#search-page").fill(words)
    expect(page.locator(RESULTS)).not_to_have_count(0)
    expect(links.first).to_be_hidden()


def test_a_word_that_no_page_has_does_not_spoil_the_others(
    open_page: Open, site: Site, words: str
) -> None:
    page = open_page(f"search/#q=my+{words}+zzyzzx")
    expect_first(page, examples(site)[words])
    expect(page.locator(STATUS)).to_contain_text("Search knows no word zzyzzx.")


def test_no_other_name_is_shown_but_the_word_that_was_typed(
    open_page: Open, site: Site, words: str
) -> None:
    theory = examples(site)[words]
    page = open_page(f"search/#q={words}")
    expect_first(page, theory)
    shown = page.locator("[data-search-results] li").first
    expect(shown).to_contain_text(f"Found by another name: {words}")
    others = [name for name in theory.other_names if name != words]
    text = shown.inner_text()
    said = theory.headline.text + theory.short
    assert [name for name in others if name in text and name not in said] == []


def test_a_result_shows_the_passage_it_was_found_by(open_page: Open, site: Site) -> None:
    theory = best_backed(site)
    question = theory.conditions[0].ask.text
    page = open_page(f"search/#q={quote(question)}")
    result = page.locator("[data-search-results] li", has_text=theory.headline.text)
    why = result.locator(".result__why").first
    expect(why).to_contain_text(question[:30])
    expect(why).to_contain_text("a question for you")
    marked = why.locator("mark").all_inner_texts()
    assert marked
    assert all(word in question for word in marked)


def test_each_result_says_what_it_is(open_page: Open, site: Site) -> None:
    page = open_page(f"search/#q={quote(site.settings.subject)}")
    kinds = page.locator("[data-search-results] .result__kind")
    expect(kinds.first).to_be_visible()
    assert len({text.split(" · ")[0] for text in kinds.all_inner_texts()}) > 2


# What somebody who remembers a part of a page types, word for word.
PARTS: dict[str, Callable[[Site], tuple[str, str]]] = {
    "quotation": lambda site: (site.quotes[0].exact, f"/quotes/#{site.quotes[0].id}"),
    "talk": lambda site: (
        best_backed(site).talk[0].text,
        f"/train/questions/#{best_backed(site).talk[0].id}",
    ),
    "tension": lambda site: (site.tensions[0].title, f"/map/tensions/#{site.tensions[0].id}"),
    "gap": lambda site: (site.of(FieldGap)[0].what, f"/map/gaps/#{site.of(FieldGap)[0].id}"),
    "word": lambda site: (site.glossary[0].name, f"/glossary/#{site.glossary[0].id}"),
}


@pytest.mark.parametrize("kind", PARTS)
def test_parts_of_a_page_are_results(open_page: Open, site: Site, kind: str) -> None:
    question, part = PARTS[kind](site)
    page = open_page(f"search/#q={quote(question)}")
    link = page.locator(f"{RESULTS}[href='{part}']")
    expect(link).to_have_count(1)
    link.click()
    page.wait_for_url(f"**{part}")
    expect(page.locator(f"[id='{part.partition('#')[2]}']")).to_be_in_viewport()

"""Search finds by id, by slips and by other names; what is typed stays in the browser."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.browsing import Open
from tests.support.built import SUBPATH
from tests.support.server import serving

from theorybook.kinds import KINDS
from theorybook.multimap import multimap
from theorybook.record_id import RecordId
from theorybook.site import Site

RESULTS = "[data-search-results] a"
STATUS = "[data-search-page] [role=status]"


@pytest.mark.parametrize(
    ("url", "field"), [("", "bar-search"), ("about/", "bar-search"), ("search/", "search-page")]
)
def test_a_slash_goes_to_search(open_page: Open, url: str, field: str) -> None:
    page = open_page(url)
    page.keyboard.press("/")
    expect(page.locator(f"#{field}")).to_be_focused()
    page.keyboard.type("on/off")
    expect(page.locator(f"#{field}")).to_have_value("on/off")


def test_a_slash_opens_the_search_page_where_the_bar_has_no_room(open_page: Open) -> None:
    page = open_page("about/", viewport={"width": 320, "height": 740})
    expect(page.locator("#bar-search")).to_be_hidden()
    page.keyboard.press("/")
    page.wait_for_url("**/search/")


def test_the_index_comes_once_somebody_turns_to_search(open_garden: Open) -> None:
    page = open_garden("about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "/assets/search." in url] == []
    with page.expect_request("**/assets/search.*.index"):
        page.locator("#bar-search").focus()


# Asks the page's own modules, whose names hold their content: imports one and runs the code.
MODULE = """async ([name, given]) => {
    const all = [...document.querySelectorAll("link[rel=modulepreload]")].map(link => link.href);
    const module = await import(all.find(href => href.includes(`/${name}.`)));
    return %s;
}"""


def run(page: Page, name: str, code: str, given: object = None) -> Any:
    """Return what a piece of JavaScript says of a module of the search page."""
    return page.evaluate(MODULE % code, [name, given])


def test_forms_of_one_word_are_one(open_garden: Open) -> None:
    page = open_garden("search/")
    same = (
        *("supervise supervisor supervision supervising supervised", "behaviour behavior"),
        *("organisation organization", "counselling counseling", "programme programs program"),
        *("centre center centers", "stories story", "recover recovery recovered recovers"),
        *("training train trained trains", "peers peer peer's", "normalise normalize"),
        *("judgement judgment", "defence defense", "labour labor", "stopped stop stopping"),
    )
    code = "given.map(all => module.wordsIn(all).map(module.stem))"
    stems = run(page, "words", code, same)
    assert [words for words, found in zip(same, stems, strict=True) if len(set(found)) != 1] == []
    apart = ("mood moodle", "police policy", "peer pear", "hour or", "power pow", "moody mood")
    stems = run(page, "words", code, apart)
    assert [words for words, found in zip(apart, stems, strict=True) if len(set(found)) == 1] == []
    assert run(page, "words", "module.wordsIn('Glümer’s burn-out')") == ["glumers", "burn", "out"]


def test_all_forms_of_a_word_are_looked_up_where_it_is(open_page: Open, real_site: Path) -> None:
    """A question loads those parts of the index that begin as its words do."""
    (file,) = real_site.glob("assets/search.*.vocabulary")
    words = [*json.loads(gzip.decompress(file.read_bytes()))]
    words += ["paediatric", "pediatric", "anaesthetic", "anesthetic", "ageing", "aging"]
    words += ["mum", "mom", "mums", "moms", "organise", "organize", "centre", "center"]
    page = open_page("search/")
    stems = run(page, "words", "given.map(module.stem)", words)
    begins = run(page, "index", "given.map(module.beginnings)", words)
    forms = multimap(zip(stems, words, strict=True))
    lost = [
        (word, form)
        for word, stem, looked_up in zip(words, stems, begins, strict=True)
        for form in forms[stem]
        if not form.startswith(tuple(looked_up))
    ]
    assert lost == []


# Finds in two documents of equal worth, one told of in each part of an index.
TIED = """async order => {
    const all = [...document.querySelectorAll("link[rel=modulepreload]")].map(link => link.href);
    const load = name => import(all.find(href => href.includes(`/${name}.`)));
    const [{ indexOf, take }, { find }] = await Promise.all([load("index"), load("find")]);
    const about = { starts: ["d", "digs"], kinds: ["page"], kindOf: [0, 0], common: [] };
    const index = indexOf(about), parts = [{ dig: [[2], [], []] }, { digs: [[1], [], []] }];
    for (const part of order) take(index, parts[part]);
    return find(index, "dig").results.map(({ number }) => number);
}"""


def test_the_part_of_an_index_that_comes_first_decides_no_order(open_garden: Open) -> None:
    page = open_garden("search/")
    assert [page.evaluate(TIED, order) for order in ([0, 1], [1, 0])] == [[0, 1], [0, 1]]


def test_slips_are_forgiven_up_to_one_or_two_in_long_words(open_garden: Open) -> None:
    page = open_garden("search/")
    known = ["stigma", "supervision", "burnout", "mood", "team", "harm", "self"]
    asked = {
        "stgima": ["stigma"], "superivsion": ["supervision"], "bornout": ["burnout"],
        "suprevison": ["supervision"], "moodle": [], "moo": [], "teams": ["team"],
        "stxgxa": [], "selfharm": ["self", "harm"], "xyzzy": [],
    }  # fmt: skip
    code = "given[1].map(word => module.meant(word, new Map(given[0].map(one => [one, 1]))))"
    assert run(page, "spelling", code, [known, [*asked]]) == [*asked.values()]


def test_of_two_words_as_near_the_likelier_slip_is_taken(open_garden: Open) -> None:
    page = open_garden("search/")
    likelier = {
        "workr": ("worker", "work"), "thery": ("theory", "they"),  # a letter left out
        "mentar": ("mentor", "mental"),  # sounds alike
        "compasison": ("compassion", "comparison"), "froum": ("forum", "from"),  # swapped
        "parntt": ("parnt", "parents"),  # twice
    }  # fmt: skip
    code = "given.map(([word, known]) => module.meant(word, new Map(known)))"
    given = [(word, [(right, 1), (wrong, 9)]) for word, (right, wrong) in likelier.items()]
    assert run(page, "spelling", code, given) == [[right] for right, _ in likelier.values()]
    alike = [("wark", [("work", 1), ("wirk", 9)])]  # where nothing tells, the more frequent
    assert run(page, "spelling", code, alike) == [["wirk"]]


ASK = """async () => {
    const links = [...document.querySelectorAll("link[rel=modulepreload]")];
    const { finder } = await import(links.find(link => link.href.includes("/js/ask.")).href);
    const address = document.querySelector("[data-search-index]").dataset.searchIndex;
    const { ask, titlesOf } = finder(new URL(address, location));
    window.found = async name => {
        const { results } = await ask(name);
        await titlesOf(results);
        return results.map(({document, part}) => document.address + (part ? `#${part}` : ""));
    };
}"""


def test_every_id_comes_first_however_it_is_typed(open_garden: Open, garden_site: Site) -> None:
    page, site = open_garden("search/"), garden_site
    typed = [(id_.id, form) for id_ in site.go for form in {id_.id, id_.id.lower()}]
    page.evaluate(ASK)
    firsts = """async all => {
        const firsts = [];
        for (const typed of all) firsts.push((await found(typed))[0]);
        return firsts;
    }"""
    found = page.evaluate(firsts, [form for _, form in typed])
    lost = [
        (form, first)
        for (id_, form), first in zip(typed, found, strict=True)
        if first not in {site.addresses[each] for each in site.go if each.id == id_}
    ]
    assert lost == []


@pytest.mark.parametrize("typed", ["T2", "t 002", "what is T002?"])
def test_an_id_is_found_where_it_is_shortened_or_in_a_question(
    open_garden: Open, garden_site: Site, typed: str
) -> None:
    page = open_garden(f"search/#q={typed}")
    address = garden_site.addresses[RecordId("theory", "T002")]
    expect(page.locator(RESULTS).first).to_have_attribute("href", f"{SUBPATH}{address}")


def test_other_names_lead_to_their_record(open_page: Open, site: Site) -> None:
    named = [
        (name, site.addresses[kind.id_of(record)])
        for kind in KINDS
        for record in site.of(kind.model)
        for name in record.other_names[::8]  # of thousands, enough of each record
    ]
    assert named
    page = open_page("search/")
    page.evaluate(ASK)
    lost = """async named => {
        const lost = [];
        for (const [name, address] of named)
            if (!(await found(name)).some(one => one.startsWith(address)))
                lost.push([name, address]);
        return lost;
    }"""
    assert page.evaluate(lost, named) == []


def test_a_slip_is_said_and_no_other_name(open_garden: Open) -> None:
    page = open_garden("search/#q=weedign")
    expect(page.locator(STATUS)).to_contain_text(
        "Search knows no word weedign. Also searched: weeding."
    )
    assert page.locator(RESULTS).count() > 0
    assert "another name: weedign" not in page.locator("#main").inner_text()


def test_more_than_the_first_can_be_had_with_the_keyboard(open_garden: Open) -> None:
    page = open_garden("search/#q=gardeners+tools+weeds+page+fence+talk+study+quotation+gap")
    expect(page.locator(RESULTS)).to_have_count(16)
    total = int(page.locator(STATUS).inner_text().split()[0])
    more = page.locator("[data-search-more]")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS)).to_have_count(32)
    expect(page.locator(RESULTS).nth(16)).to_be_focused()
    expect(page.locator(STATUS)).to_have_text(f"32 results shown, {total - 32} left.")


def test_what_is_typed_stays_in_the_browser(browser: Browser, garden_built: Path) -> None:
    log: list[str] = []
    with serving(garden_built, SUBPATH, log) as address, browser.new_context() as context:
        page = context.new_page()
        for url, field in (
            ("", "home-search"),
            ("about/", "bar-search"),
            ("none/", "missing-search"),
        ):
            page.goto(address + url)
            page.locator(f"#{field}").fill("weeding secretly")
            page.locator(f"#{field}").press("Enter")
            page.wait_for_url("**/search/#q=weeding+secretly")
            expect(page.locator(RESULTS).first).to_be_visible()
        page.locator("#search-page").fill("blisters secretly")
        expect(page.locator(STATUS)).to_contain_text("for blisters secretly")
        page.locator(RESULTS).first.click()
        page.wait_for_load_state("networkidle")
    assert len(log) > 10
    assert [line for line in log if "secretly" in line or "Referer" in line] == []


def test_an_address_with_a_question_mark_goes_on_working_and_is_turned(
    browser: Browser, garden_built: Path
) -> None:
    log: list[str] = []
    with serving(garden_built, SUBPATH, log) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}search/?q=weeding+secretly")
        assert page.url == f"{address}search/#q=weeding+secretly"
        expect(page.locator(RESULTS).first).to_be_visible()
        page.locator(RESULTS).first.click()
        page.wait_for_load_state("networkidle")
    told = [line for line in log if "secretly" in line]
    assert len(told) == 1, told  # the address that was asked for, and no referrer

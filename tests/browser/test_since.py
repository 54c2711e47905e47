"""Since your last session: one entry a record, and first of all what to print again."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.support.axe import axe_faults, dark_faults
from tests.support.browsing import Open, Tabs, opener
from tests.support.built import SUBPATH
from tests.support.server import serving

from theorybook.changes.in_use import rows_in_use, since_address
from theorybook.site import Site

SINCE = "train/since/"
ANSWER = "[data-since-answer]"
ENTRIES = "[data-since-entries] li:has(> p)"
NAMES = "li > p:first-child > b"
BEFORE, LATEST = "2031-12-31", "2032-06-01"


def answer(page: Page) -> str:
    """Return what the page says first, on one line."""
    said = page.locator(ANSWER)
    expect(said).not_to_be_empty()
    return " ".join(said.inner_text().split())


def groups(page: Page) -> dict[str, list[str]]:
    """Return the ids of the entries under each heading, in the order of the page."""
    expect(page.locator(ANSWER)).not_to_be_empty()
    return {
        each.locator("h2").inner_text(): each.locator(NAMES).all_inner_texts()
        for each in page.locator(".since__way").all()
    }


def test_nothing_has_changed_is_said_first(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since={LATEST}&use=T001,K01")
    assert answer(page).startswith("Nothing that you use has changed after 1 June 2032.")
    assert groups(page) == {}


def test_each_record_is_told_once_what_is_worst_first(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since=2032-01-05&use=K01,J02,T001,T015,J03")
    # In the pack are J01, J02, D01 and D04. J01 and D01 rest on T015. T001 was changed before.
    assert groups(page) == {
        "Retired: 3": ["D04", "T015", "J03"],
        "Changed: 3": ["J01", "J02", "D01"],
    }
    # The pack has J01 twice.
    expect(page.locator(f"{NAMES}:text-is('J01')")).to_have_count(1)
    said = answer(page)
    assert said.startswith("Print again: J01, J02, D01")
    assert "Use no more: D04, T015, J03" in said
    entry = page.locator(ENTRIES).filter(has_text="Weeds by night")
    expect(entry).to_contain_text("in K01")
    expect(entry).to_contain_text("Version 2 of 6 January 2032: The lamp is new.")


def test_what_a_record_rests_on_counts_once_it_is_retired(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since=2032-02-09&use=J01")
    entry = page.locator(ENTRIES)
    expect(entry).to_have_count(1)
    expect(entry).to_contain_text("It rests on T015")
    expect(entry).to_contain_text("which was retired. Look at it again before you use it.")
    page = open_garden(f"{SINCE}?since=2032-02-10&use=J01")
    assert answer(page).startswith("Nothing that you use has changed after 10 February 2032.")


def test_new_and_put_right_are_told_apart(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since={BEFORE}&use=T001")
    assert answer(page).startswith("New since then, to print: T001")
    assert groups(page) == {"New: 1": ["T001"]}
    page = open_garden(f"{SINCE}?since=2032-01-02&use=T001")
    assert answer(page).startswith("Print again: T001")
    expect(page.locator(ENTRIES)).to_contain_text("Version 2 of 3 January 2032")
    page.evaluate("""() => {
        const change = document.querySelector("[data-kept=T001] [data-version='2']");
        change.dataset.corrected = "";
    }""")
    page.get_by_role("button", name="What has changed?").click()
    assert groups(page) == {"A mistake of ours put right: 1": ["T001"]}


def test_what_to_print_again_leads_to_its_handout(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since=2032-01-02&use=T001")
    handout = page.locator(ANSWER).locator("a[href$='T001-a4.pdf']")
    assert page.request.get(str(handout.evaluate("each => each.href"))).ok


def test_without_ids_it_is_for_all_that_trainers_use(open_garden: Open, garden_site: Site) -> None:
    page = open_garden(f"{SINCE}?since={BEFORE}")
    everything = [row.id.id for listed in rows_in_use(garden_site).values() for row in listed]
    told = [id_ for ids in groups(page).values() for id_ in ids]
    assert sorted(told) == sorted(everything)
    page = open_garden(f"{SINCE}?since={LATEST}")
    assert answer(page).startswith("Nothing that trainers can use has changed after 1 June 2032.")


def test_a_version_tells_more_than_a_day(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?use=J02.1,T001.2")
    assert groups(page) == {"Changed: 1": ["J02"]}
    page = open_garden(f"{SINCE}?use=J02.2,J03.1")
    assert groups(page) == {"Retired: 1": ["J03"]}
    page = open_garden(f"{SINCE}?use=J02.9")
    assert "which is older. Load the page again." in answer(page)
    page = open_garden(f"{SINCE}?use=J02.1,K01")
    assert "we know neither the version nor the day. Say the day, too." in answer(page)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("since=soon&use=T001", "soon is no date."),
        ("since=2032-02-30&use=T001", "2032-02-30 is no date."),
        ("use=T001", "Say the day of your last session."),
        ("since=2032-06-01&use=<b>,T999", "We know no <B>."),
        ("since=2032-06-01&use=T001-E1", "Nothing that you use has changed"),
        ("since=2032-06-01&use=compost", "Nothing that you use has changed"),
    ],
)
def test_every_question_gets_an_answer(open_garden: Open, query: str, said: str) -> None:
    assert answer(open_garden(f"{SINCE}?{query}")).startswith(said)


def test_all_other_records_are_known_from_the_list_of_versions(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since=2032-01-02&use=example2031beds")
    assert groups(page) == {"Changed: 1": ["example2031beds"]}
    page.locator(f"{ENTRIES} a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_it_is_asked_by_hand(open_garden: Open) -> None:
    page = open_garden(SINCE)
    expect(page.locator(ANSWER)).to_be_empty()
    page.locator("summary", has_text="Packs").click()
    page.get_by_label("K01 A morning").check()
    expect(page.get_by_label("Ids of what you use")).to_have_value("K01")
    page.get_by_label("Day of your last session").fill("2032-01-05")
    page.get_by_role("button", name="What has changed?").click()
    assert answer(page).startswith("Print again: ")
    assert page.url.endswith(f"{SINCE}?since=2032-01-05&use=K01")
    page.get_by_label("K01 A morning").uncheck()
    expect(page.get_by_label("Ids of what you use")).to_have_value("")
    page.get_by_label("Ids of what you use").fill("t001; k01.1")
    expect(page.get_by_label("K01 A morning")).to_be_checked()
    page.get_by_label("Ids of what you use").press("Enter")
    assert page.url.endswith("use=T001,K01.1")


def test_the_page_of_a_pack_asks_with_its_own_day(open_garden: Open, garden_site: Site) -> None:
    (pack,) = garden_site.packs
    page = open_garden(f"train/packs/{pack.slug}/")
    page.get_by_role("link", name="What has changed in it since you printed it").click()
    assert answer(page).startswith("Nothing that you use has changed after ")
    assert page.url.endswith(since_address(garden_site, pack))


def test_a_copy_says_what_it_cannot_know(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since={LATEST}&use=T001")
    page.evaluate("""() => {
        const words = document.querySelector("template[data-in-copy]");
        words.replaceWith(words.content);
    }""")
    page.get_by_role("button", name="What has changed?").click()
    said = answer(page)
    assert said.startswith("This copy knows of no change after 1 June 2032 in what you use.")
    assert "cannot know later changes" in said


def test_without_script_it_says_what_to_do_instead(open_garden: Open) -> None:
    page = open_garden(f"{SINCE}?since={BEFORE}", java_script_enabled=False)
    way = page.get_by_text("Here, what has changed is looked up by a script")
    expect(way).to_be_visible()
    way.get_by_role("link", name="news").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("News")


def test_long_lists_are_asked_for(tabs: Tabs, long_garden_built: Path) -> None:
    with serving(long_garden_built, SUBPATH) as url, opener(tabs, url) as opened:
        page = opened(f"{SINCE}?since=2032-01-02&use=T001")
        assert groups(page) == {"Changed: 1": ["T001"]}
        page = opened(f"{SINCE}?since=2032-01-02&use=example2031beds")
        assert groups(page) == {"Changed: 1": ["example2031beds"]}
        page = opened("train/build/?i=w10,T001.1~20,J01.1")
        expect(page.locator("[data-own-told]")).to_contain_text("T001 has changed since")
        expect(page.locator("[data-own-sum]")).to_contain_text("45 minutes in all")


def test_lists_that_cannot_be_had_are_told_of(open_garden: Open, garden_address: str) -> None:
    page = open_garden()
    page.route("**/check/", lambda route: route.fulfill(status=200, body="<p>Log in"))
    page.goto(f"{garden_address}{SINCE}?since={BEFORE}&use=T999")
    assert "could not be loaded" in answer(page)


@pytest.mark.parametrize("query", ["", f"?since={BEFORE}&use=X9", "?since=2032-01-02&use=K01,T015"])
def test_axe_finds_no_fault_and_nothing_scrolls_sideways(open_garden: Open, query: str) -> None:
    page = open_garden(f"{SINCE}{query}", viewport={"width": 320, "height": 640})
    expect(page.get_by_role("button", name="What has changed?")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [*axe_faults(page), *dark_faults(page)] == []

"""Packs that trainers put together: a link holds all, and the page says what to look at."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.support.axe import axe_faults, dark_faults
from tests.support.browsing import Open
from tests.support.built import SUBPATH
from tests.support.keyboard import press, reach
from tests.support.plan_modules import module

from theorybook.agenda import agenda
from theorybook.checks.training import LONGEST_WITHOUT_PAUSE, faulty_training
from theorybook.data.folder import read_folder
from theorybook.own_packs import build_address
from theorybook.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

BUILD = "train/build/"
DAY = f"{BUILD}?i=w10,J01.1,p5,T001.2~20,J02.2,J01.1,c10&at=9:30#t=A%20day"
SUM = "[data-own-sum]"
SAID = "[data-own-said]"
LOOKS = "[data-own-looks]"
TOLD = "[data-own-told]"
MODULES = "assets/js/train"
# What the module makes of packs: the minutes that are too long, and whether something heavy is at
# an end of one.
WORKED_OUT = """async ([address, text]) => {
    const clock = await import(address);
    const { longest, packs } = JSON.parse(text);
    return packs.map(items => [
        clock.withoutPause(items, longest).map(({ item, minutes }) => [item, minutes]),
        clock.heavyAtAnEnd(items).map(({ item, where }) => [item, where]),
    ]);
}"""


def lines(page: Page) -> list[str]:
    """Return when each item begins, and last of all the end."""
    expect(page.locator("[data-own]")).to_be_visible()
    return page.locator("[data-own-agenda] .timed__clock").all_inner_texts()


def line(page: Page, number: int) -> Locator:
    return page.locator("[data-own-agenda] > li").nth(number)


def items(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query)["i"][0]


def test_a_link_opens_the_pack_that_it_holds(open_garden: Open) -> None:
    page = open_garden(DAY)
    expect(page.locator("[data-own-title]")).to_have_text("A day")
    assert lines(page) == ["9:30", "9:40", "9:55", "10:00", "10:20", "10:45", "11:00", "11:10"]
    expect(page.locator(SUM)).to_have_text("100 minutes in all, from 9:30 to 11:10.")
    expect(page.get_by_label("What you call it")).to_have_value("A day")
    expect(page.get_by_label("Begins at")).to_have_value("09:30")
    expect(line(page, 1)).to_contain_text("Pass the spade <script>alert(1)</script>")
    expect(line(page, 0)).to_contain_text("Our advice: Say who is here")
    assert page.url.endswith(DAY)


def test_a_pack_of_ours_opens_with_the_times_of_its_page(
    open_garden: Open, garden_site: Site
) -> None:
    (pack,) = garden_site.packs
    page = open_garden(f"train/packs/{pack.slug}/")
    page.get_by_role("link", name="Change this pack, or its start").click()
    whole = agenda(garden_site.everything, pack)
    expect(page.locator("[data-own-title]")).to_have_text(pack.title)
    assert lines(page) == [*(each.start for each in whole), whole[-1].end]
    # What was typed is behind #, which no browser sends.
    assert parse_qs(urlsplit(page.url).query).keys() == {"i", "at"}
    assert unquote(urlsplit(page.url).fragment) == f"t={pack.title}"
    assert build_address(garden_site.everything, pack).startswith(f"{BUILD}?i={items(page)}&")


def test_the_id_of_a_pack_opens_it_too(open_garden: Open, garden_site: Site) -> None:
    (pack,) = garden_site.packs
    page = open_garden(f"{BUILD}?i={pack.id}")
    whole = agenda(garden_site.everything, pack)
    assert lines(page) == [*(each.start for each in whole), whole[-1].end]
    expect(page.locator("[data-own-title]")).to_have_text(pack.title)


def test_a_pack_is_put_together_by_buttons(open_garden: Open) -> None:
    page = open_garden(BUILD)
    expect(page.locator(SUM)).to_contain_text("Nothing is in it yet.")
    page.get_by_role("button", name="Add J01").click()
    expect(page.locator(SAID)).to_have_text(
        "J01 is in the pack. 15 minutes in all, from 9:30 to 9:45."
    )
    page.get_by_role("button", name="a close").click()
    page.get_by_role("button", name="Add J02").click()
    page.get_by_role("button", name="a welcome").click()
    page.get_by_role("button", name="a pause").click()
    # What is added comes before the close, and a welcome first.
    assert items(page) == "w10,J01.1,J02.2,p10,c10"
    page.get_by_role("button", name="Up Pause").click()
    assert items(page) == "w10,J01.1,p10,J02.2,c10"
    expect(page.locator(SAID)).to_contain_text("Pause is number 3 of 5.")
    page.get_by_role("button", name="Remove J01").click()
    assert items(page) == "w10,p10,J02.2,c10"
    page.reload()
    assert lines(page) == ["9:30", "9:40", "9:50", "10:15", "10:25"]


def test_title_start_and_minutes_are_followed_at_once_and_said_at_the_end(
    open_garden: Open,
) -> None:
    page = open_garden(f"{BUILD}?i=w10,J01.1,c10&at=9:30")
    before = page.locator(SAID).inner_text()
    minutes = page.get_by_label("Minutes of Welcome")
    minutes.fill("25")
    assert lines(page) == ["9:30", "9:55", "10:10", "10:20"]
    assert page.locator(SAID).inner_text() == before  # not at every key
    minutes.press("Tab")
    expect(page.locator(SAID)).to_contain_text("Welcome takes 25 minutes. 50 minutes in all")
    page.get_by_label("Begins at").fill("23:50")
    assert lines(page) == ["23:50", "0:15", "0:30", "0:40"]
    title = page.get_by_label("What you call it")
    title.fill("Ours & <b>theirs</b> #1" + "x" * 80)
    title.press("Tab")
    expect(page.locator("[data-own-title]")).to_have_text(f"Ours & <b>theirs</b> #1{'x' * 37}")
    assert items(page) == "w25,J01.1,c10"
    assert urlsplit(page.url).query.endswith("at=23:50")
    page.reload()
    expect(title).to_have_value(f"Ours & <b>theirs</b> #1{'x' * 37}")
    assert lines(page)[0] == "23:50"


def test_what_the_check_of_packs_looks_at_is_said(open_garden: Open) -> None:
    page = open_garden(f"{BUILD}?i=J02.2,J01.1,J01.1,J01.1,p5,J01.1")
    expect(page.locator(LOOKS)).to_contain_text("70 minutes without a pause, up to the end of J01")
    expect(page.locator(LOOKS)).to_contain_text("J02 is heavy, and comes first.")
    heavy = page.locator("[data-own-heavy]")
    expect(heavy).to_contain_text("Something heavy is in it: J02.")
    expect(heavy.get_by_role("link", name="Help lines, by country")).to_be_visible()
    page = open_garden(f"{BUILD}?i=w10,J01.1,J01.1,p5,J01.1,c10")
    expect(page.locator(LOOKS)).to_be_empty()
    expect(page.locator("[data-own-heavy]")).to_be_hidden()


def random_pack(random: Random) -> list[str]:
    """Return the items of a pack, as an address has them."""
    some = ["J01", "J02", "J01", *(f"{letter}{random.randint(1, 45)}" for letter in "wppc")]
    return ["J01", *random.choices(some, k=random.randint(0, 9))]


def in_yaml(number: int, pack: list[str]) -> str:
    """Return a pack as a maintainer writes it."""
    words = "{text: Say so., voice: our advice}"
    names = {"w": "welcome", "c": "close"}
    whole = [
        f"  - {{activity: {item}}}"
        if item[0] == "J"
        else f"  - {{pause: {item[1:]}}}"
        if item[0] == "p"
        else f"  - {{minutes: {item[1:]}, {names[item[0]]}: {words}}}"
        for item in pack
    ]
    return "\n".join(
        (
            f"- id: K{number}",
            f"  slug: pack-{number}",
            "  title: A pack",
            "  aim: To see.",
            "  for_whom: [gardeners]",
            "  promise: 1",
            '  begins: "9:00"',
            f"  before: [{words}]",
            "  items:",
            *whole,
            "  history: [{version: 1, date: 2032-01-01, what: First version.}]",
        )
    )


def test_the_page_and_the_check_of_our_own_packs_find_the_same(
    open_garden: Open, project: Project, garden_built: Path, garden_site: Site
) -> None:
    random = Random(17)
    packs = {f"K{number}": random_pack(random) for number in range(100, 300)}
    text = "\n".join(in_yaml(int(id_[1:]), pack) for id_, pack in packs.items())
    (project.root / "data/packs.yaml").write_text(f"packs:\n{text}\n", encoding="utf-8")
    folder = read_folder(project.root / "data")
    told: dict[str, list[str]] = {id_: [] for id_ in packs}
    for problem in faulty_training(folder):
        if problem.code in ("T02", "T04"):
            told[problem.message.partition(":")[0]].append(problem.message.partition(": ")[2])
    assert any(told.values())
    assert not all(told.values())
    takes = {each.id: each.minutes for each in garden_site.activities}
    given = [
        [
            {
                "name": item,
                "minutes": takes.get(item) or int(item[1:]),
                "isPause": item[0] == "p",
                "isActivity": item in takes,
                "isHeavy": item == "J02",
            }
            for item in pack
        ]
        for pack in packs.values()
    ]
    page = open_garden()
    address = SUBPATH + module(garden_built, "clock", MODULES)
    argument = json.dumps({"longest": LONGEST_WITHOUT_PAUSE, "packs": given})
    found: list[Any] = page.evaluate(WORKED_OUT, [address, argument])
    for pack, said, (long, heavy) in zip(packs.values(), told.values(), found, strict=True):
        assert [f"{minutes} minutes without a pause" for _, minutes in long] == [
            each for each in said if "pause" in each
        ], pack
        # The check tells of one end at a time.
        ends = [f"{pack[item]} is heavy, and comes {where}" for item, where in heavy]
        assert ends[:1] == [each for each in said if "heavy" in each], pack


def test_an_unknown_id_is_named_and_left_out(open_garden: Open) -> None:
    link = f"{BUILD}?i=J01.1,J99,<b>,Q001,J02.2&at=25:99"
    page = open_garden(link)
    told = page.locator(TOLD)
    expect(told).to_contain_text("We know no J99.")
    expect(told).to_contain_text("“<b>” is no item of a pack.")
    expect(told).to_contain_text("We know no Q001.")
    expect(told).to_contain_text("“25:99” is no time.")
    assert lines(page) == ["9:30", "9:45", "10:10"]
    # The link stays as it came, until somebody changes the pack.
    assert "J99" in page.url
    page.get_by_role("button", name="a pause").click()
    assert items(page) == "J01.1,J02.2,p10"


def test_a_retired_activity_shows_its_heir_which_takes_its_place(open_garden: Open) -> None:
    page = open_garden(f"{BUILD}?i=w10,J03.1,c10")
    told = page.locator(TOLD)
    expect(told).to_contain_text("J03: Retired on 3 February 2032.")
    expect(line(page, 1)).to_contain_text("retired")
    told.get_by_role("button", name="Put J01 in the place of J03").click()
    assert items(page) == "w10,J01.1,c10"
    expect(told).to_be_empty()
    assert lines(page) == ["9:30", "9:40", "9:55", "10:05"]


def test_an_older_version_is_told_with_what_changed(open_garden: Open, garden_site: Site) -> None:
    lamp = garden_site.everything.activities[1]
    page = open_garden(f"{BUILD}?i=J01.1,{lamp.id}.1,J01.1")
    told = page.locator(TOLD)
    expect(told).to_contain_text(f"{lamp.id} has changed since this pack was made with version 1")
    expect(told).to_contain_text(lamp.history[1].what)
    page.get_by_role("button", name="a pause").click()
    assert items(page).startswith(f"J01.1,{lamp.id}.1,")  # nobody looked yet
    told.get_by_role("button", name=f"I have looked at {lamp.id}").click()
    expect(told).to_be_empty()
    assert items(page).startswith(f"J01.1,{lamp.id}.2,")
    page = open_garden(f"{BUILD}?i={lamp.id}.9")
    expect(page.locator(TOLD)).to_contain_text("which is older. Load the page again.")


def test_what_to_print_and_to_bring_follows(open_garden: Open) -> None:
    page = open_garden(DAY)
    bring = page.locator("[data-own-print]")
    expect(bring.locator("li")).to_have_count(3)
    expect(bring).to_contain_text("Bring: a spade, <b>clean</b>; gloves.")
    handout = bring.locator("a[href$='T001-a4.pdf']")
    assert page.request.get(str(handout.evaluate("each => each.href"))).ok
    since = page.get_by_role("link", name="What has changed since this pack was made")
    since.click()
    expect(page.get_by_label("Ids of what you use")).to_have_value("J01.1, T001.2, J02.2")
    answer = page.locator("[data-since-answer]")
    expect(answer).to_contain_text("Nothing that you use has changed since it was made.")


def test_the_link_and_the_words_are_copied(open_garden: Open) -> None:
    page = open_garden(f"{DAY}", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith(DAY)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("button", name="Copy the link")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("A day\n100 minutes, from 9:30 to 11:10\n\n9:30  Welcome (10 minutes)\n")
    assert text.endswith(link)
    assert "Bring for J02: a lamp" in text


def test_the_keyboard_is_enough_and_the_focus_stays(open_garden: Open) -> None:
    page = open_garden(f"{BUILD}?i=J01.1,p10,J02.2,c10")
    press(page, "#own-1-down")
    assert items(page) == "p10,J01.1,J02.2,c10"
    expect(page.locator("#own-1-down")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    # It has come to its end, and the button is still there.
    assert items(page) == "p10,J02.2,c10,J01.1"
    page.keyboard.press("Enter")
    expect(page.locator("#own-1-down")).to_be_focused()
    expect(page.locator("#own-1-down")).to_have_attribute("aria-disabled", "true")
    press(page, "#own-1-remove")
    expect(page.locator("#own-4-remove")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(page.locator("[data-own-title]")).to_be_focused()
    reach(page, "[data-own-add]")
    page.keyboard.press("Enter")
    assert items(page) == "w10"


def test_a_part_of_the_page_does_not_lose_the_title(open_garden: Open) -> None:
    page = open_garden(DAY)
    address = page.url
    expect(page.locator("[data-own-title]")).to_have_text("A day")
    page.evaluate("location.hash = '#main'")
    expect(page).to_have_url(address)
    page.reload()
    expect(page.locator("[data-own-title]")).to_have_text("A day")


def test_activities_are_found_by_name(open_garden: Open) -> None:
    page = open_garden(BUILD)
    shown = page.locator("#choose [data-item]:visible")
    everything = page.locator("#choose [data-item]").count()
    status = page.locator(".own__choose .filter__status")
    page.get_by_label("Name").press_sequentially("weeds")
    expect(shown).to_have_count(3)  # an activity, and a theory and a drill, which open in place
    expect(status).to_have_text(f"3 of {everything} are shown.")
    assert "weeds" not in page.url
    page.get_by_label("Name").fill("")
    page.locator("select[name=for]").select_option("neighbors")
    page.get_by_role("button", name="Add J02").click()
    page.get_by_label("Name").fill("Tools")
    page.locator("select[name=for]").select_option("")
    page.get_by_role("button", name="Add T001").click()
    assert items(page) == "J02.2,T001.2~15"


def test_sixty_items_are_the_most(open_garden: Open) -> None:
    page = open_garden(f"{BUILD}?i={','.join(['p1'] * 63)}")
    expect(page.locator(TOLD)).to_contain_text("60 items are the most for a pack. 3 were left out.")
    page.get_by_role("button", name="a close").click()
    expect(page.locator(SAID)).to_contain_text("60 items are the most")
    expect(page.locator("[data-own-agenda] > li")).to_have_count(61)


def test_what_a_link_says_too_much_of_is_cut(open_garden: Open) -> None:
    page = open_garden(f"{BUILD}?i=p999,T001.2~999&at=9:00&t=a%0Ab%20{'x' * 99}")
    expect(page.locator("[data-own-title]")).to_have_text(f"a b {'x' * 56}")
    assert lines(page) == ["9:00", "13:00", "17:00"]


def test_without_script_activities_are_ticked_on_paper(
    open_garden: Open, garden_site: Site
) -> None:
    page = open_garden(BUILD, java_script_enabled=False)
    expect(page.get_by_text("Here, minutes are added up by a script")).to_be_visible()
    for activity in garden_site.activities:
        row = page.locator(f"#choose [data-kept={activity.id}]")
        expect(row).to_contain_text(f"{activity.minutes} minutes")
        box = row.evaluate("each => getComputedStyle(each, '::before').content")
        assert "\N{WHITE SQUARE WITH ROUNDED CORNERS}" in box
    expect(page.locator("#main button:visible")).to_have_count(0)
    page = open_garden(BUILD)
    expect(page.get_by_text("Here, minutes are added up by a script")).to_be_hidden()


def test_a_script_that_does_not_come_is_told(browser: Browser, garden_address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/train/builder.*.js", lambda route: route.abort())
        page.goto(f"{garden_address}{BUILD}?i=J01.1")
        expect(page.get_by_text("Here, minutes are added up by a script")).to_be_visible()


@pytest.mark.parametrize("address", [BUILD, f"{BUILD}?i=w5,J03.1,J02.1,T001,X1,c10"])
def test_axe_finds_no_fault_and_nothing_scrolls_sideways(open_garden: Open, address: str) -> None:
    page = open_garden(address, viewport={"width": 320, "height": 640})
    expect(page.locator(SUM)).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [*axe_faults(page), *dark_faults(page)] == []


def test_on_paper_the_pack_is_left_and_what_works_it_is_not(open_garden: Open) -> None:
    page = open_garden(DAY)
    page.emulate_media(media="print")
    expect(page.locator("[data-own-agenda]")).to_be_visible()
    expect(page.locator("[data-own-print]")).to_be_visible()
    expect(page.locator("[data-own-link]")).to_be_visible()
    for gone in ("h1", ".lead", ".own button", ".own form", "#choose", "[data-own-tray]"):
        expect(page.locator(f"{gone}:visible")).to_have_count(0)

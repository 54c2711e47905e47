"""The site that is taken along: from a disk, with no network, it does what it does online."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.browsing import Open, Tabs, opener
from tests.support.built import SUBPATH
from tests.support.copies import RESULTS, Copy, answers, copied, links_and_ids, reading
from tests.support.page_kinds import fullest
from tests.support.planning import ready, to_step
from tests.support.server import serving
from tests.support.slides import begin

from theorybook.addresses import slides_address
from theorybook.offline_copy.take_along import ZIP
from theorybook.site import Site

# By id, by slip, by another name, by words of several pages, and for what nobody wrote about.
QUESTIONS = ("T001", "spads", "weeding", "sharing tools", "trust", "who is watched", "zebra")


@pytest.fixture(scope="module")
def copy(garden_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return the garden as a trainer takes it along."""
    return copied(garden_built, tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="module")
def page(browser: Browser, copy: Copy) -> Iterator[Page]:
    """Return a page for one test after the other; what goes wrong on it is told after the last."""
    with reading(browser, copy) as opened:
        yield opened


def test_a_page_of_each_kind_opens_and_every_link_leads_somewhere(
    page: Page, copy: Copy, garden_built: Path, garden_site: Site
) -> None:
    wanted: dict[str, str] = {}
    there: set[str] = set()

    def note(name: str, links: list[str], ids: list[str]) -> None:
        wanted.update((unquote(link), name) for link in links)
        there.update(f"{copy.address}{name}#{id_}" for id_ in ids)

    for name in copy.pages():
        note(name, *copy.links_and_ids(name))
    kinds = [file.as_posix() for file in fullest(garden_built, garden_site)]
    for name in (name for name in kinds if name != "404.html"):  # no host answers with it there
        page.goto(copy.address + name)
        note(name, *links_and_ids(page))
    lost = [
        (link, name)
        for link, name in wanted.items()
        if not Path(urlsplit(link).path).is_file() or leads_past(link, there)
    ]
    assert len(wanted) > 500
    assert lost == []


def leads_past(link: str, there: set[str]) -> bool:
    """Whether a link names a part that its page does not have; `#a=1` is given to script."""
    page, _, part = link.partition("#")
    return bool(part) and "=" not in part and f"{page.partition('?')[0]}#{part}" not in there


def test_two_clicks_lead_from_home_to_the_zip(tabs: Tabs, copy: Copy) -> None:
    with serving(copy.built, SUBPATH) as url, opener(tabs, url) as opened:
        page = opened()
        page.locator(".bar__nav").get_by_role("link", name="Train", exact=True).click()
        with page.expect_download() as coming:
            page.get_by_role("link", name="Take the whole site along").click()
        assert coming.value.path().read_bytes() == (copy.built / ZIP).read_bytes()


def test_the_first_page_leads_to_the_site(page: Page, copy: Copy) -> None:
    page.goto((copy.folder / "START-HERE.html").as_uri())
    for link in page.locator("main a[href^=site]").all():
        assert (copy.folder / str(link.get_attribute("href"))).is_file()
    page.get_by_role("link", name="the first page").click()
    assert page.url == f"{copy.address}index.html"
    page.locator(".bar__nav a").last.click()
    expect(page.locator("h1")).to_be_visible()


def test_search_finds_the_same_as_online(page: Page, copy: Copy, open_garden: Open) -> None:
    online = open_garden("search/")
    page.goto(copy.address + "search/index.html")
    for question in QUESTIONS:
        assert answers(page, question) == answers(online, question), question
        for link in page.locator(f"{RESULTS} a").all():
            assert Path(urlsplit(str(link.get_attribute("href"))).path).is_file()
    assert answers(page, QUESTIONS[0])


def test_the_search_in_the_bar_leads_to_answers(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "about/index.html")
    page.locator("#bar-search").fill("weeding")
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator(f"{RESULTS} a").first.click()
    expect(page.locator("h1")).to_be_visible()


def test_a_filter_filters_and_stands_in_the_address(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "train/index.html")
    page.locator("[data-filter] select").first.select_option(index=1)
    assert "?" in page.url
    page.reload()
    assert page.locator("[data-filter] select").first.input_value() != ""


def test_the_map_filters(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "map/index.html")
    page.locator("[data-map-filter] select").first.select_option(index=1)
    expect(page.locator("[data-map-filter] [role=status]")).to_contain_text("stud")


def test_slides_are_shown(page: Page, copy: Copy) -> None:
    page.goto(copy.address + slides_address("T001") + "index.html")
    assert begin(page) > 2
    expect(page.locator(".slide[data-on]")).to_be_visible()


def test_a_check_says_what_this_copy_cannot_know(page: Page, copy: Copy, garden_site: Site) -> None:
    day = f"{garden_site.dated().day} {garden_site.dated():%B %Y}"
    answer = page.locator("[data-check] [role=status]")
    newest = garden_site.theory("T001").version
    says = {
        f"id=T001&version={newest}": "This copy has no later version than yours",
        f"id=T001&version={newest + 1}": f"This copy has no version {newest + 1}",
        "id=T001": "The latest in this copy is",
        "since=2032-05-31": "This copy knows of no change after 2032-05-31.",
    }
    for query, said in says.items():
        page.goto(f"{copy.address}check/index.html?{query}")
        expect(answer).to_contain_text(said)
        expect(answer).to_contain_text(f"This copy is of {day}, and cannot know later changes.")
        link = answer.get_by_role("link", name="ask the site itself")
        assert link.get_attribute("href") == f"https://site.example/sub/check/?{query}"
        assert "is current" not in answer.inner_text()
        assert "This is the latest" not in answer.inner_text()


def test_a_pack_is_put_together(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "train/packs/a-morning-with-spades/index.html")
    page.get_by_role("link", name="Change this pack, or its start").click()
    expect(page.locator("[data-own-sum]")).to_have_text("70 minutes in all, from 9:45 to 10:55.")
    expect(page.locator("[data-own-told]")).to_contain_text("cannot know later changes")
    page.locator("[data-kept=T001] [data-own-add]").evaluate("each => each.click()")
    handout = page.locator("[data-own-print] a[href$='T001-a4.pdf']")
    assert Path(urlsplit(str(handout.evaluate("each => each.href"))).path).is_file()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith("https://site.example/sub/train/build/?i=w5,J01.1,")
    page.get_by_role("link", name="What has changed since this pack was made").click()
    answer = page.locator("[data-since-answer]")
    expect(answer).to_contain_text("This copy knows of no change since it was made")
    assert "Nothing that you use has changed" not in answer.inner_text()


def test_what_has_changed_since_is_answered_for_all_records(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "train/since/index.html?since=2032-01-02&use=T001,example2031beds")
    answer = page.locator("[data-since-answer]")
    expect(answer).to_contain_text("Print again: T001, example2031beds")
    link = answer.get_by_role("link", name="ask the site itself")
    asked = "https://site.example/sub/train/since/?since=2032-01-02&use=T001,example2031beds"
    assert link.get_attribute("href") == asked


def test_each_page_asks_the_site_itself_if_a_print_out_is_current(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "theories/sharing-tools/index.html")
    href = str(page.locator(".printed a").get_attribute("href"))
    assert href.startswith("https://site.example/sub/check/")


def test_online_nothing_is_said_of_a_copy(open_garden: Open) -> None:
    page = open_garden("check/?id=T001")
    expect(page.locator("[data-check] [role=status]")).to_contain_text("The latest is")
    assert "This copy" not in page.locator("body").inner_text()


def test_theories_are_compared(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "theories/compare/index.html?ids=T001,T002")
    expect(page.locator("[data-result]")).to_be_visible()
    assert page.locator("[data-result] [data-side]").count() > 2


def test_theories_that_are_picked_are_compared(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "theories/index.html")
    for id_ in ("T001", "T002"):
        page.get_by_label(f"Compare {id_}").check()
    page.locator("[data-tray-go]").click()
    expect(page.locator("[data-result]")).to_be_visible()


def test_a_part_of_the_map_leads_to_the_map_that_filters(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "map/group/gardeners/index.html")
    page.locator("[data-map-filter] select[name=design]").select_option(index=1)
    page.wait_for_url(f"{copy.address}map/index.html?*")
    expect(page.locator("[data-map-filter] [role=status]")).to_contain_text("stud")


def test_a_program_is_planned_and_its_plan_goes_along(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "design/plan/index.html#from=U01")
    to_step(ready(page), 7)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Word").click()
    assert coming.value.path().read_bytes()[:2] == b"PK"
    page.locator("[data-plan-copy]").click()
    expect(page.locator("[data-plan-copy]")).to_have_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith("https://site.example/sub/design/plan/#step=7&plan=")


def test_what_is_copied_is_the_same_as_online(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "theories/sharing-tools/index.html")
    link = page.locator("a.permalink").first
    link.evaluate("each => each.closest('details')?.setAttribute('open', '')")
    link.evaluate("each => each.click()")
    expect(link).to_have_text("Copied")
    lasting = page.evaluate("navigator.clipboard.readText()")
    assert lasting.startswith("https://site.example/sub/")
    assert "index.html" not in lasting
    text = page.locator("[data-copy=file] + button").first
    text.evaluate("each => each.click()")
    expect(text).to_have_text("Copied")
    (file,) = (copy.site / "proposals").glob("T001-medium.txt")
    assert page.evaluate("navigator.clipboard.readText()") == file.read_text(encoding="utf-8-sig")


def test_the_typeface_comes_from_the_disk(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "index.html")
    loaded = page.evaluate(
        "document.fonts.load('16px \"Atkinson Hyperlegible Next\"')"
        ".then(all => all.map(font => font.status))"
    )
    assert loaded == ["loaded"]

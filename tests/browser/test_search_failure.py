"""Where search cannot look, it says so; it never says that there is nothing. Then it recovers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tests.support.server import serving

SEARCH = "search/?q=weeding"
RESULTS = "[data-search-results] a"
FAILURE = "[data-search-failure]"
ALL = "**/pagefind/**"

Fail = Callable[[Route], None]


def aborted(route: Route) -> None:
    route.abort()


def missing(route: Route) -> None:
    route.fulfill(status=404, content_type="text/html", body="<h1>Not here</h1>")


def html_instead(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<h1>Please log in</h1>")


def faulty(route: Route) -> None:
    route.fulfill(status=500, body="")


FAILS: tuple[tuple[str, Fail], ...] = (
    ("pagefind/pagefind-entry.json", html_instead),
    ("pagefind/pagefind.js*", missing),
    ("pagefind/wasm.*", aborted),
    ("pagefind/*.pf_meta", missing),
    ("pagefind/index/*", aborted),
    ("pagefind/index/*", missing),
    ("pagefind/index/*", html_instead),
    ("pagefind/fragment/*", faulty),
    ("assets/js/find.*", aborted),
)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that takes failures for what they are here: the subject."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.set_default_timeout(15_000)
        yield context


def expect_failure(page: Page, why: str) -> None:
    """Expect that nothing is said about what there is, and that there is a way on."""
    status = page.locator("[data-search-page] [role=status]")
    expect(status).to_contain_text("could not be loaded")
    assert "No page has" not in status.inner_text()
    assert "Nothing found" not in status.inner_text()
    assert re.search(r"\b0\b", status.inner_text()) is None
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator("[data-search-next]")).to_be_hidden()
    expect(page.locator(f"{FAILURE} p[data-why={why}]")).to_be_visible()
    expect(page.locator(f"{FAILURE} p[data-why]:visible")).to_have_count(1)
    expect(page.locator(f"{FAILURE} a[href='#browse']")).to_be_visible()
    expect(page.locator("#browse")).to_be_visible()


def expect_found(page: Page) -> None:
    """Expect that search works, and says nothing of a failure."""
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("[data-search-page] [role=status]")).to_contain_text(re.compile("^[1-9]"))
    expect(page.locator(FAILURE)).to_be_hidden()


@pytest.mark.parametrize(("file", "fail"), FAILS)
def test_whatever_is_missing_it_says_so_and_a_second_try_finds(
    context: BrowserContext, garden_address: str, file: str, fail: Fail
) -> None:
    page = context.new_page()
    context.route(garden_address + file, fail)
    page.goto(garden_address + SEARCH)
    expect_failure(page, "broken")
    context.unroute(garden_address + file)
    page.get_by_role("button", name="Try again").click()
    expect_found(page)


def keystroke(page: Page) -> None:
    page.locator("#search-page").press_sequentially(" ")


def submit(page: Page) -> None:
    page.locator("#search-page").press("Enter")


def back_online(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('online'))")


def seen_again(page: Page) -> None:
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize("occasion", [keystroke, submit, back_online, seen_again])
def test_it_recovers_by_itself(
    context: BrowserContext, garden_address: str, occasion: Callable[[Page], None]
) -> None:
    page = context.new_page()
    context.route(ALL, aborted)
    page.goto(garden_address + SEARCH)
    expect_failure(page, "broken")
    context.unroute(ALL)
    page.evaluate("window.stayed = true")
    occasion(page)
    expect_found(page)
    assert page.evaluate("window.stayed")


def test_without_a_connection_it_waits_for_one(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    page.goto(f"{garden_address}search/")
    context.set_offline(True)
    page.locator("#search-page").fill("weeding")
    expect_failure(page, "offline")
    context.set_offline(False)
    expect_found(page)


def test_what_was_found_before_is_not_shown_beside_a_failure(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    page.goto(garden_address + SEARCH)
    expect_found(page)
    before = page.locator(RESULTS).all_inner_texts()
    context.route(ALL, aborted)
    page.locator("#search-page").fill("tools")
    # What is in memory already may be told, as part of an answer.
    expect(page.locator("[data-search-page] [role=status]")).to_contain_text("could not be loaded")
    shown = page.locator("[data-search-results] li").all_inner_texts()
    assert shown != before
    assert [text for text in shown if "tool" not in text.lower()] == []


def test_one_part_that_is_missing_hides_no_other(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    lost: list[str] = []

    def lose_one(route: Route) -> None:
        lost[:] = lost or [route.request.url]
        if route.request.url == lost[0]:
            route.abort()
        else:
            route.continue_()

    context.route("**/fragment/*", lose_one)
    page.goto(garden_address + SEARCH)
    status = page.locator("[data-search-page] [role=status]")
    expect(status).to_contain_text("1 more could not be loaded.")
    expect(page.locator(f"{FAILURE} p[data-why=part]")).to_be_visible()
    shown = page.locator(RESULTS).count()
    assert shown > 0
    context.unroute("**/fragment/*")
    page.get_by_role("button", name="Try again").click()
    expect_found(page)
    expect(page.locator(RESULTS)).to_have_count(shown + 1)


def test_where_the_site_was_renewed_the_page_is_offered_anew(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    page.goto(f"{garden_address}search/")
    context.route("**/assets/js/*", missing)
    context.route(ALL, missing)
    page.locator("#search-page").fill("weeding")
    expect_failure(page, "replaced")
    context.unroute_all()
    page.get_by_role("button", name="Load the page again").click()
    expect_found(page)
    assert page.url.endswith(SEARCH)


def test_an_index_that_was_replaced_under_an_open_page_is_read_anew(
    context: BrowserContext, garden_built: Path, real_site: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(garden_built, tmp_path / "site"))
    with serving(folder) as address:
        page = context.new_page()
        page.goto(address + SEARCH)
        expect_found(page)
        shutil.rmtree(folder / "pagefind")
        shutil.copytree(real_site / "pagefind", folder / "pagefind")
        page.evaluate("window.stayed = true")
        page.locator("#search-page").fill("supervision")
        expect_found(page)
        assert page.evaluate("window.stayed")


def test_where_the_script_itself_is_missing_the_page_says_so(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    context.route("**/assets/js/passage.*", aborted)
    page.goto(garden_address + SEARCH)
    expect(page.get_by_text("Search could not be loaded.")).to_be_visible()
    expect(page.locator("#browse")).to_be_visible()
    context.unroute_all()
    page.get_by_role("link", name="Load the page again").click()
    expect_found(page)
    expect(page.get_by_text("Search could not be loaded.")).to_be_hidden()


def test_an_old_page_whose_script_is_gone_can_be_read(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    context.route("**/assets/js/*", missing)
    page.goto(f"{garden_address}check/?id=T001#T001")
    expect(page.locator("[data-kept]").first).to_be_visible()
    assert page.locator(".check").evaluate("(part) => part.offsetHeight") == 0  # no empty room
    page.goto(f"{garden_address}theories/")
    expect(page.locator("[data-item]").first).to_be_visible()
    expect(page.locator("[data-filter]")).to_be_hidden()


def test_a_word_that_no_page_has_is_still_told(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    page.goto(f"{garden_address}search/?q=zzyzzx")
    status = page.locator("[data-search-page] [role=status]")
    expect(status).to_contain_text("No page has: zzyzzx.")
    expect(page.locator(FAILURE)).to_be_hidden()

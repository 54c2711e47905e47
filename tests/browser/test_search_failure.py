"""Where search cannot look, it says so; it never says that there is nothing. Then it recovers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

SEARCH = "search/#q=weeding"
RESULTS = "[data-search-results] a"
FAILURE = "[data-search-failure]"
ALL = "**/assets/search.*"

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
    ("assets/search.*.index", aborted),
    ("assets/search.*.index", missing),
    ("assets/search.*.index", html_instead),
    ("assets/search.*.index", faulty),
    ("assets/search.*.words", aborted),
    ("assets/search.*.words", missing),
    ("assets/search.*.documents", aborted),
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
    assert "knows no word" not in status.inner_text()
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
    context.route(ALL, aborted)
    page.goto(f"{garden_address}search/", wait_until="networkidle")
    context.set_offline(True)
    page.locator("#search-page").fill("weeding")
    expect_failure(page, "offline")
    context.unroute(ALL)
    context.set_offline(False)
    expect_found(page)


def test_where_the_texts_are_missing_all_is_found_and_told_by_its_lead(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    page.goto(garden_address + SEARCH)
    expect_found(page)
    shown = page.locator(RESULTS).count()
    context.route("**/assets/search.*.texts", aborted)
    page.goto("about:blank")
    page.goto(garden_address + SEARCH)
    expect_found(page)
    expect(page.locator(RESULTS)).to_have_count(shown)


def test_what_was_asked_once_needs_no_connection(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    page.goto(garden_address + SEARCH)
    expect_found(page)
    page.locator("#search-page").fill("tools")
    expect(page.locator("[data-search-page] [role=status]")).to_contain_text("for tools")
    context.set_offline(True)
    page.locator("#search-page").fill("weeding")
    expect(page.locator("[data-search-page] [role=status]")).to_contain_text("for weeding")
    expect_found(page)


def test_where_the_site_was_renewed_the_page_is_offered_anew(
    context: BrowserContext, garden_address: str
) -> None:
    page = context.new_page()
    context.route(ALL, missing)
    page.goto(f"{garden_address}search/", wait_until="networkidle")
    context.route("**/assets/js/*", missing)
    page.locator("#search-page").fill("weeding")
    expect_failure(page, "replaced")
    context.unroute_all()
    page.get_by_role("button", name="Load the page again").click()
    expect_found(page)
    assert page.url.endswith(SEARCH)


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
    page.goto(f"{garden_address}search/#q=zzyzzx")
    status = page.locator("[data-search-page] [role=status]")
    expect(status).to_contain_text("Search knows no word zzyzzx.")
    expect(page.locator(FAILURE)).to_be_hidden()

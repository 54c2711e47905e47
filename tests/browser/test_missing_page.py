"""A typed address with a slip in its form leads to the page; any other is told, with a way on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

THEORY = "theories/sharing-tools/"


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def script(request: pytest.FixtureRequest) -> bool:
    """Return whether the browser runs scripts."""
    return bool(request.param)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with browser.new_context(reduced_motion="reduce") as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """Return a page that takes what is missing for what it is here: the subject."""
    yield tab
    tab.unroute_all()
    tab.goto("about:blank")


@pytest.mark.parametrize(
    "typed",
    [
        "go/t001/",
        "go/T001",
        "GO/T001/",
        "go/T001/.",
        "go/T001.",
        "go/T001,",
        "go/T001/%E2%80%9D",
        "go//T001/",
        "/go/T001/",
        "//go//t001//",
        "go/T001/index.html",
        "theories/sharing-tools",
        "theories//sharing-tools/",
        "Theories/Sharing-Tools",
        "theories/sharing-tools.html",
        "theories/sharing-tools%20",
    ],
)
def test_a_slip_in_the_form_leads_to_the_page(page: Page, garden_address: str, typed: str) -> None:
    page.goto(garden_address + typed, wait_until="commit")
    page.wait_for_url(garden_address + THEORY)
    expect(page.locator("h1")).to_contain_text("tool")
    assert page.evaluate("document.styleSheets.length") > 1


@pytest.mark.parametrize("typed", ["go/T001/#T001-E1", "go/t001#T001-E1", "go//T001/#T001-E1"])
def test_the_part_that_was_asked_for_is_kept(page: Page, garden_address: str, typed: str) -> None:
    page.goto(garden_address + typed)
    page.wait_for_url(f"{garden_address}{THEORY}#T001-E1")
    expect(page.locator("#T001-E1")).to_be_in_viewport()


@pytest.mark.parametrize("id_", ["T001", "T001-E1"])
def test_a_record_leads_on_without_script_too(
    browser: Browser, garden_address: str, id_: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{garden_address}go/{id_}/")
        page.wait_for_url(f"{garden_address}{THEORY}{'#T001-E1' if '-' in id_ else ''}")


def test_what_has_a_part_of_its_own_keeps_it(page: Page, garden_address: str) -> None:
    page.goto(f"{garden_address}go/T001-E1/#elsewhere")
    page.wait_for_url(f"{garden_address}{THEORY}#T001-E1")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("T001", "go/T001/"),
        ("go/T01/", "go/T001/"),
        ("theories/sharing-tolls/", THEORY),
        ("sharing-tools", THEORY),
        ("some/where/sharing-tools/", THEORY),
    ],
)
def test_a_guess_is_offered_and_not_followed(
    page: Page, garden_address: str, typed: str, offered: str
) -> None:
    page.goto(garden_address + typed)
    place = page.locator("[data-missing-near]")
    expect(place).to_be_visible()
    assert page.url == garden_address + typed
    link = place.get_by_role("link", name=f"/{offered}", exact=True)
    link.click()
    page.wait_for_url(f"{garden_address}{THEORY}")


def test_the_words_of_the_address_are_offered_to_search(page: Page, garden_address: str) -> None:
    page.goto(f"{garden_address}some-where/weeding_together%20now.html")
    field = page.locator("#missing-search")
    expect(field).to_have_value("some where weeding together now")
    expect(page.locator("[data-missing-near]")).to_be_hidden()
    field.press("Enter")
    page.wait_for_url("**/search/#q=some+where+weeding+together+now")


def test_what_somebody_has_typed_already_is_left(page: Page, garden_address: str) -> None:
    waiting: list[Route] = []
    page.route("**/missing.*.js", lambda route: waiting.append(route))
    page.goto(f"{garden_address}theories/sharing-tolls/", wait_until="commit")
    page.locator("#missing-search").fill("blisters")
    while not waiting:
        page.evaluate("() => new Promise(requestAnimationFrame)")
    waiting[0].continue_()
    expect(page.locator("[data-missing-near]")).to_be_visible()
    expect(page.locator("#missing-search")).to_have_value("blisters")


def test_an_address_that_is_known_and_missing_leads_round_in_no_circle(
    page: Page, garden_address: str
) -> None:
    gone = f"{garden_address}{THEORY}"
    asked: list[str] = []
    body = page.request.get(f"{garden_address}nothing/").text()
    page.route(gone, lambda route: route.fulfill(status=404, content_type="text/html", body=body))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(gone)
    expect(page.locator("#missing-search")).to_have_value("theories sharing tools")
    page.wait_for_load_state("networkidle")
    assert asked.count(gone) == 1


def test_without_the_list_or_without_script_the_links_remain(
    browser: Browser, garden_address: str, script: bool
) -> None:
    with browser.new_context(java_script_enabled=script) as context:
        page = context.new_page()
        page.route("**/assets/addresses.json", lambda route: route.abort())
        page.goto(f"{garden_address}go/t001/")
        expect(page.locator("h1")).to_contain_text("not here")
        links = {a.get_attribute("href") for a in page.locator("#main a:visible").all()}
        assert {"/sub/search/", "/sub/theories/"} <= links
        page.locator("#missing-search").fill("weeding")
        page.locator("#missing-search").press("Enter")
        page.wait_for_url(f"**/search/{'#' if script else '?'}q=weeding")


def test_no_other_page_asks_for_the_list(page: Page, garden_address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{garden_address}search/", wait_until="networkidle")
    assert [url for url in asked if "addresses.json" in url or "missing" in url] == []

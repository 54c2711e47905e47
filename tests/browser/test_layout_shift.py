"""On a slow network, nothing jumps on the pages that script adds to when it comes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

MOST = 0.02
# As a phone has it on a bad day; the server compresses nothing, so this is slower than it looks.
SLOW = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": 100_000,
    "uploadThroughput": 50_000,
}
# Adds up every shift; the measure that browsers report counts the worst five seconds alone.
WATCH = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifts.push({
            value: entry.value,
            what: entry.sources.map(({ node }) => (node?.outerHTML ?? "a text").slice(0, 120)),
        });
    }).observe({ type: "layout-shift", buffered: true });
"""
READY = {
    "search/": "#search-page",
    "search/#q=weeding": "[data-search-results] a >> nth=0",
    "search/#q=zzyzzx": "[data-search-next]",
    "check/": ".check__forms",
    "check/?id=T001&version=1#T001": ".check__verdict",
    "theories/": "[data-item] >> nth=0",
    "train/build/": "[data-own-sum]",
    "train/build/?i=w10,J01.1,p5,T001.1,c10": "[data-own-print] li >> nth=0",
    "train/since/": "[data-since] form",
    "train/since/?since=2032-01-02&use=K01": ".check__verdict >> nth=0",
}
# On a wide screen, those with an answer: what is empty until somebody asks has no more room there.
WIDTHS = {360: [*READY], 1280: [url for url in READY if "=" in url or url == "theories/"]}


def slow_page(context: BrowserContext) -> Page:
    """Return a page on a slow network, with nothing in its cache, that notes what shifts."""
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.add_init_script(WATCH)
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", SLOW)
    return page


@pytest.fixture
def slow_contexts(browser: Browser, width: int) -> Iterator[dict[str, BrowserContext]]:
    """Return a context for each address: with one for all, the first would fill its cache."""
    size: ViewportSize = {"width": width, "height": 740}
    contexts = {url: browser.new_context(viewport=size) for url in WIDTHS[width]}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_jumps(slow_contexts: dict[str, BrowserContext], garden_address: str) -> None:
    pages = {url: slow_page(context) for url, context in slow_contexts.items()}
    for url, page in pages.items():
        page.goto(garden_address + url, wait_until="commit")  # all of them wait together
    found = {}
    for url, page in pages.items():
        page.wait_for_load_state("networkidle")
        expect(page.locator(READY[url])).to_be_visible(timeout=30_000)
        expect(page.locator("[data-theme-button]")).to_be_visible()
        expect(page.locator("[data-waiting]")).to_have_count(0)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        found[url] = page.evaluate("shifts")
    assert {u: s for u, s in found.items() if sum(shift["value"] for shift in s) > MOST} == {}

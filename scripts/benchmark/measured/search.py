"""The first search of a reader: what is loaded until a result is seen, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser

from benchmark.measured.host import serving

_LONGEST = 60_000  # milliseconds
_RESULT = "[data-search-results] a"
_NOTE_FIRST = f"""new MutationObserver(() => {{
    if (!window.firstResult && document.querySelector("{_RESULT}"))
        window.firstResult = performance.now();
}}).observe(document, {{childList: true, subtree: true}})"""
# What was loaded by then: the page itself, and what it asked for.
_LOADED = """() => ({
    seconds: window.firstResult / 1000,
    sizes: Object.fromEntries(
        ["navigation", "resource"].flatMap(type => performance.getEntriesByType(type))
            .filter(entry => entry.responseEnd <= window.firstResult)
            .map(entry => [entry.name, entry.encodedBodySize])),
})"""


@dataclass(frozen=True)
class Search:
    """What it took until the first result: all bytes, those of the index, and seconds."""

    size: int
    index: int
    seconds: float


def first_search(site: Path, browser: Browser, words: str) -> Search:
    """Open the search page with a question, nothing cached, and wait for a result.

    Args:
        site: a built site; it is served packed, as hosts do.
        browser: opens it, without a network between.
        words: the question.
    """
    with serving(site) as address:
        context = browser.new_context()
        context.add_init_script(_NOTE_FIRST)
        page = context.new_page()
        page.goto(f"{address}search/#q={quote(words)}")
        page.locator(_RESULT).first.wait_for(timeout=_LONGEST)
        loaded = page.evaluate(_LOADED)
        context.close()
    sizes = loaded["sizes"]
    index = sum(size for name, size in sizes.items() if "/assets/search." in name)
    return Search(sum(sizes.values()), index, loaded["seconds"])

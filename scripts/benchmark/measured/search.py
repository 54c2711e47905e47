"""The first search of a reader: what is loaded until a result is seen, and how long it takes."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser

from benchmark.measured.host import serving

_LONGEST = 60_000  # milliseconds


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
    with serving(site) as (address, sent):
        context = browser.new_context()
        page = context.new_page()
        start = time.monotonic()
        page.goto(f"{address}search/#q={quote(words)}")
        page.locator("[data-search-results] a").first.wait_for(timeout=_LONGEST)
        seconds = time.monotonic() - start
        loaded = dict(sent)
        context.close()
    index = sum(size for path, size in loaded.items() if path.startswith("assets/search."))
    return Search(sum(loaded.values()), index, seconds)

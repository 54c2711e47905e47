"""Asks an index in Chromium: what is fetched, whether the answers are right, how long it takes."""

from __future__ import annotations

import math
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from benchmarks.search.questions import TIMED
from benchmarks.search.server import Served
from playwright.sync_api import Error, Page, Playwright

SLOWDOWN = 4
LATENCY = 562.5  # milliseconds for each request
DOWN, UP = 1_474_560, 675_000  # bits a second
LIMIT = 120  # seconds that a slowed run waits for its first result
_PATIENCE = 600  # seconds that a run at full speed waits


@dataclass(frozen=True)
class Browsing:
    """What opens a page with nothing cached: each time a new browser."""

    playwright: Playwright
    chromium: str

    @contextmanager
    def page(self) -> Iterator[Page]:
        """Give a page of a browser of its own."""
        browser = self.playwright.chromium.launch(executable_path=self.chromium)
        try:
            yield browser.new_page()
        finally:
            browser.close()


@dataclass(frozen=True)
class Answers:
    """What was fetched to the first result, in bytes, and how many answers were right.

    `plain` is before compression. `right` is None where the browser gave no answer at all.
    """

    sent: int
    plain: int
    right: int | None


def answers(
    browsing: Browsing, served: Served, name: str, questions: Mapping[str, Collection[str]]
) -> Answers:
    """Ask a search at full speed, and count.

    Args:
        browsing: opens its page.
        served: the folder that all searches are served from.
        name: the search.
        questions: right pages, as the last part of their addresses, by question.
    """
    served.sent = served.plain = 0
    sent = plain = 0
    with browsing.page() as page:
        try:
            _open(page, f"{served.address}{name}/", _PATIENCE)
            sent, plain = served.sent, served.plain
            return Answers(sent, plain, _right(page, questions))
        except Error as error:  # too slow even so, or out of memory
            print(f"bench: {name}: {error.message.splitlines()[0]}", file=sys.stderr, flush=True)
            return Answers(sent or served.sent, plain or served.plain, None)


def _right(page: Page, questions: Mapping[str, Collection[str]]) -> int:
    """Count the questions with a right page in the top three."""
    page.evaluate("askAll", list(questions))
    found = page.wait_for_function("window.answers", polling=100).json_value()
    return sum(
        any(url.strip("/").rpartition("/")[2] in right for url in found[asked])
        for asked, right in questions.items()
    )


def seconds_to_first_result(browsing: Browsing, address: str) -> float:
    """Return the time from opening the page to its first result, on a slow phone.

    It is infinite where there is none in time, or where the page ran out of memory.
    """
    with browsing.page() as page:
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY,
                "downloadThroughput": DOWN / 8,
                "uploadThroughput": UP / 8,
            },
        )
        tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        try:
            return _open(page, address, LIMIT)
        except Error:
            return math.inf


def _open(page: Page, address: str, limit: float) -> float:
    """Open the page with the question of all timed runs, and return the seconds it took."""
    page.set_default_timeout(limit * 1000)
    page.goto(f"{address}?q={quote(TIMED)}", wait_until="commit")
    took = page.wait_for_function("window.took", polling=100).json_value()
    return float(took) / 1000

"""A real browser, the built sites on this machine, and pages that may ask no other host."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
    sync_playwright,
)
from tests.support.built import SUBPATH
from tests.support.hosts import sent_with
from tests.support.server import serving

import browser as chromium

Open = Callable[..., Page]
# What can be set anew for each use of a tab, and what a browser has of it by itself.
OF_A_TAB: dict[str, Any] = {
    "viewport": {"width": 1280, "height": 720},
    "color_scheme": "light",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
    "media": "null",
}
# No name of another host leads anywhere: what is asked of one fails, and fails the test. To watch
# each request in place of those that fail takes a tenth of the time of a page.
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
FREE_AT_MOST = 3  # of each context; each takes some memory
# To ask the browser for all that is kept makes it open a tab for each host: that takes long.
KEEPS_SOMETHING = (
    "() => origin === 'null' || localStorage.length + sessionStorage.length"
    " + document.cookie.length > 0"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser, started once for each worker."""
    path = chromium.find()
    assert path, "no Chromium: run scripts/browser.py, as make test does"
    expect.set_options(timeout=15_000)  # of a machine that is busy, too
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=[NO_OTHER_HOST])


@dataclass
class Tab:
    """A tab of a browser, and what went wrong in it since it was taken."""

    page: Page
    faults: list[str]

    def set(self, settings: Mapping[str, Any]) -> None:
        """Give it the settings among `OF_A_TAB`; what is not named is as a browser has it."""
        named = {**OF_A_TAB, **settings}
        self.page.set_viewport_size(named.pop("viewport"))
        self.page.emulate_media(**named)

    def keeps_something(self) -> bool:
        """Tell whether something of a reader is kept, or cannot be asked for any more."""
        return self.page.is_closed() or bool(self.page.evaluate(KEEPS_SOMETHING))

    def wipe(self) -> None:
        """Make it as good as new."""
        self.page.unroute_all()
        self.page.mouse.move(-1, -1)  # or the next page finds it where it was
        self.page.goto("about:blank")


class Tabs:
    """The tabs of a browser. To open one takes longer than to load a page of ours in it.

    So the tests of a worker take one after the other. What a tab cannot be rid of, such as a clock
    that was set, a test ends by closing its page.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._free: dict[BrowserContext, list[Tab]] = {}

    def take(self, address: str, settings: Mapping[str, Any]) -> Tab:
        """Return an empty tab for a site, with settings as a context of the browser has them.

        Nobody may change what holds for all of its context.
        """
        shared = {name: value for name, value in settings.items() if name not in OF_A_TAB}
        name = f"{address} {sorted(shared.items())}"
        if name not in self._contexts:
            self._contexts[name] = self._browser.new_context(**shared)
        context = self._contexts[name]
        free, faults = self._free.setdefault(context, []), list[str]()
        tab = free.pop() if free else Tab(watched(context, address, faults), faults)
        tab.set({name: value for name, value in settings.items() if name in OF_A_TAB})
        return tab

    def give_back(self, tabs: Collection[Tab]) -> None:
        """Take tabs back. A context in which something is kept is not used again."""
        for context in {tab.page.context for tab in tabs if tab.keeps_something()}:
            self._contexts = {k: kept for k, kept in self._contexts.items() if kept != context}
            for tab in self._free.pop(context):
                tab.page.close()
        for tab in tabs:
            free = self._free.get(tab.page.context)
            if free is not None and len(free) < FREE_AT_MOST and not tab.faults:
                tab.wipe()
                free.append(tab)
            else:
                tab.page.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Return the tabs that the tests of a worker share."""
    return Tabs(browser)


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Return the address of the project's site, which ends with a slash."""
    with serving(real_site) as url:
        yield url


@pytest.fixture(scope="session")
def garden_address(garden_built: Path) -> Iterator[str]:
    """Return the address of the garden's site, in a folder of a host that allows nothing else."""
    with serving(garden_built, SUBPATH, sent_with=sent_with) as url:
        yield url


@pytest.fixture
def open_page(tabs: Tabs, address: str) -> Iterator[Open]:
    """Return what opens a page of the site; all that went wrong on it fails the test."""
    with opener(tabs, address) as opened:
        yield opened


@pytest.fixture
def open_garden(tabs: Tabs, garden_address: str) -> Iterator[Open]:
    """Return what opens a page of the garden; all that went wrong on it fails the test."""
    with opener(tabs, garden_address) as opened:
        yield opened


@pytest.fixture(scope="session")
def module_page(tabs: Tabs, garden_address: str) -> Iterator[Page]:
    """Return a page of the garden in which modules are called that change nothing on it."""
    with opener(tabs, garden_address) as opened:
        yield opened("about/")


@contextmanager
def opener(tabs: Tabs, address: str) -> Iterator[Open]:
    """Give what opens a page, in a tab that has its settings; what goes wrong on one is a fault."""
    taken: list[Tab] = []

    def open_page(url: str = "", **settings: Any) -> Page:
        tab = tabs.take(address, {"reduced_motion": "reduce"} | settings)
        taken.append(tab)
        tab.page.goto(address + url)
        return tab.page

    try:
        yield open_page
    finally:
        faults = [fault for tab in taken for fault in tab.faults]
        tabs.give_back(taken)
    assert faults == []


def watched(context: BrowserContext, address: str, faults: list[str]) -> Page:
    """Return a new page that notes what goes to other hosts or is missing, errors, and dialogs."""
    host = urlsplit(address).netloc
    context.set_default_timeout(10_000)
    page = context.new_page()

    def failed(request: Request) -> None:
        if request.url.startswith(("http:", "https:")) and urlsplit(request.url).netloc != host:
            faults.append(f"asked {request.url}")

    def logged(message: ConsoleMessage) -> None:
        if message.type == "error":  # so is whatever is missing
            faults.append(f"{page.url}: {message.text} {message.location['url']}")

    def asked_back(dialog: Dialog) -> None:
        faults.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("requestfailed", failed)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", logged)
    page.on("dialog", asked_back)
    return page

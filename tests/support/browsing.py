"""A real browser, the built sites on this machine, and pages that may ask no other host."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
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
    sync_playwright,
)
from tests.support.built import SUBPATH
from tests.support.server import serving

import browser as chromium

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser, started once for each worker."""
    path = chromium.find()
    assert path, "no Chromium: run scripts/browser.py, as make test does"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path)


class Contexts:
    """The contexts of a browser, one for each set of settings: what pages share is loaded once.

    One that keeps something of a reader, such as a theme, is not used a second time.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[str, BrowserContext] = {}

    def use(self, settings: Mapping[str, Any]) -> BrowserContext:
        """Return the context with these settings. Nobody may change what holds for all of it."""
        name = repr(sorted(settings.items()))
        if name not in self._kept:
            self._kept[name] = self._browser.new_context(**settings)
        return self._kept[name]

    def leave(self, pages: Iterable[Page]) -> None:
        """Close pages; a context in which something is kept is not used again."""
        for context in {page.context for page in pages}:
            if any(context.storage_state().values()):
                self._kept = {k: kept for k, kept in self._kept.items() if kept is not context}
        for page in pages:
            page.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    """Return the contexts that the tests of a worker share."""
    return Contexts(browser)


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Return the address of the project's site, which ends with a slash."""
    with serving(real_site) as url:
        yield url


@pytest.fixture(scope="session")
def garden_address(garden_built: Path) -> Iterator[str]:
    """Return the address of the garden's site, in a folder of its host."""
    with serving(garden_built, SUBPATH) as url:
        yield url


@pytest.fixture
def open_page(contexts: Contexts, address: str) -> Iterator[Open]:
    """Return what opens a page of the site; all that went wrong on it fails the test."""
    with opener(contexts, address) as opened:
        yield opened


@pytest.fixture
def open_garden(contexts: Contexts, garden_address: str) -> Iterator[Open]:
    """Return what opens a page of the garden; all that went wrong on it fails the test."""
    with opener(contexts, garden_address) as opened:
        yield opened


@contextmanager
def opener(contexts: Contexts, address: str) -> Iterator[Open]:
    """Give what opens a page, in the context that has its settings."""
    faults: list[str] = []
    pages: list[Page] = []

    def open_page(url: str = "", **settings: Any) -> Page:
        context = contexts.use({"reduced_motion": "reduce"} | settings)
        page = watched(context, address, faults)
        pages.append(page)
        page.goto(address + url)
        return page

    try:
        yield open_page
    finally:
        contexts.leave(pages)
    assert faults == []


def watched(context: BrowserContext, address: str, faults: list[str]) -> Page:
    """Return a new page that notes requests to other hosts, errors, and dialogs."""
    host = urlsplit(address).netloc
    context.set_default_timeout(10_000)
    page = context.new_page()

    def asked(url: str) -> None:
        if url.startswith(("http:", "https:")) and urlsplit(url).netloc != host:
            faults.append(f"asked {url}")

    def missing(status: int, url: str) -> None:
        if status >= 400:
            faults.append(f"{status} {url}")

    def logged(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"{page.url}: {message.text}")

    def asked_back(dialog: Dialog) -> None:
        faults.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("request", lambda request: asked(request.url))
    page.on("response", lambda response: missing(response.status, response.url))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("console", logged)
    page.on("dialog", asked_back)
    return page

"""A real browser, the built sites on this machine, and pages that may ask no other host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Return what opens a page of the site; all that went wrong on it fails the test."""
    with opener(browser, address) as opened:
        yield opened


@pytest.fixture
def open_garden(browser: Browser, garden_address: str) -> Iterator[Open]:
    """Return what opens a page of the garden; all that went wrong on it fails the test."""
    with opener(browser, garden_address) as opened:
        yield opened


@contextmanager
def opener(browser: Browser, address: str) -> Iterator[Open]:
    """Give what opens a page, in a new context for each set of settings."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(url: str = "", **settings: Any) -> Page:
        context = browser.new_context(**{"reduced_motion": "reduce"} | settings)
        contexts.append(context)
        page = watched(context, address, faults)
        page.goto(address + url)
        return page

    try:
        yield open_page
    finally:
        for context in contexts:
            context.close()
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

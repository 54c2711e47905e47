"""On every page: no fault that axe knows, no sideways scrolling, no stranger asked, no error.

Records of a kind share a template, so axe looks at the one with most in it. What differs from one
to the next (ids, headings, names of links) tests/site/test_html.py looks at on every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from tests.support.axe import AXE, colour_faults, faults_but_colours
from tests.support.browsing import watched
from tests.support.html import url_of

from theorybook.site import Site

# The pages are dealt out, so that the workers share them evenly.
HANDS = 8
PHONE = 320
WIDTHS = (1280, PHONE)
HEIGHT = 800
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    faults: list[str] = []
    yield watched(context, address, faults)
    context.close()
    assert faults == []


@pytest.mark.parametrize("hand", range(HANDS))
def test_pages(hand: int, page: Page, address: str, real_site: Path, site: Site) -> None:
    files = html_files(real_site)
    records = {address for address in site.addresses.values() if address.endswith("/")}
    whole = fullest(real_site, files, lambda file: kind_of(file, records))
    coloured = fullest(real_site, files, folder_of)
    found = []
    for file in files[hand::HANDS]:
        url = url_of(file)
        page.goto(address + url)
        faults = [*too_wide(page, *(WIDTHS if file in whole else (PHONE,)))]
        if file in whole:
            faults += faults_but_colours(page)
        if file in coloured:
            faults += colours(page)
        found += [f"/{url} {fault}" for fault in faults]
    assert found == []


def html_files(folder: Path) -> list[Path]:
    """Return the files of all pages but those that lead on at once."""
    files = sorted(file.relative_to(folder) for file in folder.rglob("*.html"))
    assert files
    return [file for file in files if file.parts[0] != "go"]


def fullest(folder: Path, files: list[Path], kind: Callable[[Path], Path]) -> set[Path]:
    """Return the page of each kind that has most in it."""
    kinds: dict[Path, list[Path]] = {}
    for file in files:
        kinds.setdefault(kind(file), []).append(file)
    return {max(each, key=lambda file: (folder / file).stat().st_size) for each in kinds.values()}


def kind_of(file: Path, records: set[str]) -> Path:
    """Return the folder of a record, and of the map for a part of the evidence, else the page."""
    is_part_of_map = file.parts[0] == "map" and len(file.parts) > 3
    return folder_of(file) if is_part_of_map or url_of(file) in records else file


def folder_of(file: Path) -> Path:
    """Return the folder that a page stands in; the first pages are their own."""
    return file.parent.parent if len(file.parts) > 2 else file


def too_wide(page: Page, *widths: int) -> Iterator[str]:
    """Yield what does not fit, at each width."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        if wide > 0:
            yield f"{width} scrolls sideways by {wide}"


def colours(page: Page) -> Iterator[str]:
    """Yield what axe finds wrong with the colours, in light and in dark."""
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        yield from (f"{width} {scheme} {fault}" for fault in colour_faults(page))

"""On every page: no fault that axe knows, no sideways scrolling, no stranger asked, no error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from tests.support.browsing import watched
from tests.support.html import url_of

# The pages are dealt out, so that the workers share them evenly.
HANDS = 8
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RUN = """options => axe.run({resultTypes: ['violations'], ...options}).then(({violations}) =>
    violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
        `${id} at ${target.join(' ')}: ${failureSummary}`)))"""
# Colours come from one style sheet, and take axe longest: they are looked at apart, on one page of
# each kind.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
BUT_COLOURS = {"rules": {rule: {"enabled": False} for rule in COLOURS["runOnly"]}}
# Words of a chain's picture that do not fit into their box.
OUTSIDE = """() => [...document.querySelectorAll('svg.chain .chain__box')].flatMap(box => {
    const frame = box.querySelector('rect').getBoundingClientRect();
    return [...box.querySelectorAll('text')].filter(text => {
        const words = text.getBoundingClientRect();
        return words.width && (words.left < frame.left || words.right > frame.right
            || words.top < frame.top || words.bottom > frame.bottom);
    }).map(text => text.textContent);
})"""
WIDTHS = (1280, 320)
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
def test_pages(hand: int, page: Page, address: str, real_site: Path) -> None:
    html = (file.relative_to(real_site) for file in real_site.rglob("*.html"))
    files = sorted(file for file in html if file.parts[0] != "go")  # those lead on at once
    assert files
    firsts = first_of_each_kind(files)
    found = []
    for file in files[hand::HANDS]:
        url = url_of(file)
        page.goto(address + url)
        faults = [*sideways(page)]
        if file in firsts or not is_part_of_map(file):
            faults += page.evaluate(RUN, BUT_COLOURS)
        if file in firsts:
            faults += faults_of_colour(page)
        found += [f"/{url} {fault}" for fault in faults]
    assert found == []


def first_of_each_kind(files: list[Path]) -> set[Path]:
    """Return one page of each kind: the first record in each folder, and all that is no record."""
    firsts: dict[Path, Path] = {}
    for file in files:
        firsts.setdefault(kind_of(file), file)
    return set(firsts.values())


def kind_of(file: Path) -> Path:
    """Return what a page has in common with those of its kind; a page of no kind is its own."""
    if is_part_of_map(file):
        return Path("map", "part")
    return file.parent.parent if len(file.parts) > 2 else file


def is_part_of_map(file: Path) -> bool:
    """Whether a page is the map for a part of the evidence: big, and the map with less in it."""
    return file.parts[0] == "map" and len(file.parts) > 3


def sideways(page: Page) -> Iterator[str]:
    """Yield what does not fit, at each width."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        yield from (f"{width} outside its box: {text}" for text in page.evaluate(OUTSIDE))
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        if wide > 0:
            yield f"{width} scrolls sideways by {wide}"


def faults_of_colour(page: Page) -> Iterator[str]:
    """Yield what axe finds wrong with the colours, in light and in dark."""
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        yield from (f"{width} {scheme} {fault}" for fault in page.evaluate(RUN, COLOURS))

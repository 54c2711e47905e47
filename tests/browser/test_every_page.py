"""On every page: no fault that axe knows, no sideways scrolling, no stranger asked, no error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import watched
from tests.support.html import url_of

# The pages are dealt out, so that the workers share them evenly.
HANDS = 8
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RUN = """() => axe.run({resultTypes: ['violations']}).then(({violations}) =>
    violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
        `${id} at ${target.join(' ')}: ${failureSummary}`)))"""
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
    files = sorted(file.relative_to(real_site) for file in real_site.rglob("*.html"))
    assert len(files) > 40
    found = []
    for file in files[hand::HANDS]:
        url = url_of(file)
        page.goto(address + url)
        found += [f"/{url} {fault}" for fault in faults_of(page)]
    assert found == []


def faults_of(page: Page) -> Iterator[str]:
    """Yield what is wrong with a page, in light and dark, at each width."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield from (f"{width} {scheme} {fault}" for fault in page.evaluate(RUN))
        yield from (f"{width} outside its box: {text}" for text in page.evaluate(OUTSIDE))
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        if wide > 0:
            yield f"{width} scrolls sideways by {wide}"

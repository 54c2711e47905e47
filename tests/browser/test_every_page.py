"""On every page: no fault that axe knows, no sideways scrolling, no stranger asked, no error."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# One page of each kind is looked at in all of these, each other page in one of them, in turn.
SETTINGS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


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
    assert len(files) > 200
    firsts = first_of_each_kind(files)
    found = []
    for number, file in list(enumerate(files))[hand::HANDS]:
        url = url_of(file)
        page.goto(address + url)
        settings = SETTINGS if file in firsts else SETTINGS[number // HANDS % 4 :][:1]
        found += [f"/{url} {fault}" for fault in faults_of(page, settings)]
    assert found == []


def first_of_each_kind(files: list[Path]) -> set[Path]:
    """Return one page of each kind: the first record in each folder, and all that is no record."""
    firsts: dict[Path, Path] = {}
    for file in files:
        firsts.setdefault(file.parent.parent if len(file.parts) > 2 else file, file)
    return set(firsts.values())


def faults_of(page: Page, settings: Collection[tuple[int, Scheme]]) -> Iterator[str]:
    """Yield what is wrong with a page: by axe in the settings given, by sight at each width."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            if (width, scheme) in settings:
                page.emulate_media(color_scheme=scheme)
                yield from (f"{width} {scheme} {fault}" for fault in page.evaluate(RUN))
        yield from (f"{width} outside its box: {text}" for text in page.evaluate(OUTSIDE))
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        if wide > 0:
            yield f"{width} scrolls sideways by {wide}"

"""Slides as they are shown in a browser, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

# Projectors and a small phone, each with the smallest letters that can be read. Those of 1280 x 720
# and of 1024 x 768 both show at least what is on 1024 x 720.
SCREENS = {(1024, 720): 24, (320, 568): 13}
_SHOWN = """async () => {
    // A typeface that comes late changes what fits.
    await document.fonts.ready;
    const slide = document.querySelector('.slide[data-on]'), room = slide.getBoundingClientRect();
    const bar = document.querySelector('.deck__bar').getBoundingClientRect();
    const out = [...slide.querySelectorAll('*')].filter(element => element.checkVisibility()).some(
        element => { const box = element.getBoundingClientRect();
            return box.left < -1 || box.right > innerWidth + 1 || box.bottom > bar.top + 1; });
    const texts = [...slide.querySelectorAll('*')].filter(element => element.checkVisibility()
        && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
        && !element.closest('.sr'));
    return { id: slide.id, letters: parseInt(slide.style.getPropertyValue('--letters')),
        over: slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth
            || out || bar.right > innerWidth + 1 || bar.bottom > innerHeight + 1
            || document.querySelector('.deck__bar').scrollWidth > innerWidth,
        small: Math.min(...texts.map(element => parseFloat(getComputedStyle(element).fontSize))),
        focused: document.activeElement === slide, room: room.width * room.height };
}"""
# As `begin`, for hundreds of pages.
_BEGUN = """() => {
    document.querySelector("[data-present]").click();
    return document.querySelectorAll(".slide").length;
}"""
# All at once: to ask a browser for each slide takes a while.
_ALL = f"""async count => {{
    const shown = {_SHOWN}, found = [];
    const press = key => document.dispatchEvent(new KeyboardEvent("keydown", {{ key }}));
    press("Home");
    for (let i = 0; i < count; i++) {{
        found.push(await shown());
        press("ArrowRight");
    }}
    return found;
}}"""
SMALLEST = 12


def begin(page: Page) -> int:
    """Begin to show the slides of a page; return how many there are."""
    page.get_by_role("button", name="Present", exact=True).click()
    return page.locator(".slide").count()


def faults(page: Page) -> Iterator[str]:
    """Yield what is wrong with each slide of a page, shown one after the other on each screen.

    The window is the screen, as in a browser that has no full screen: one that has it is a while
    behind with what is asked of it.
    """
    page.evaluate("delete Element.prototype.requestFullscreen")
    count = page.evaluate(_BEGUN)
    for (width, height), least in SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        found = page.evaluate(_ALL, count)
        assert len({shown["id"] for shown in found}) == count
        for shown in found:
            for wrong in _wrong(shown, least):
                yield f"{page.url} #{shown['id']} {width} x {height} {wrong}"


def _wrong(shown: dict[str, Any], least: int) -> Iterator[str]:
    if shown["over"]:
        yield "does not fit"
    if shown["letters"] < least:
        yield f"has letters of {shown['letters']}"
    if shown["small"] < SMALLEST:
        yield f"has small letters of {shown['small']}"
    if not shown["focused"]:
        yield "has no focus"

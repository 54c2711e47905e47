"""A page used by its keys alone, as somebody does who has no pointer."""

from __future__ import annotations

from playwright.sync_api import Page

_HELD = "selector => document.activeElement?.matches(selector) ?? false"


def reach(page: Page, selector: str, most: int = 300) -> None:
    """Press Tab until what a selector names has the focus.

    Args:
        page: the page.
        selector: such as `#plan-edit`.
        most: how often Tab is pressed, before it counts as out of reach.

    Raises:
        AssertionError: it cannot be reached.
    """
    for _ in range(most):
        if page.evaluate(_HELD, selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {selector}")


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """Reach something by Tab, and press a key on it."""
    reach(page, selector)
    page.keyboard.press(key)

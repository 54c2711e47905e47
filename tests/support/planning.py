"""The page that plans a program, used as readers do."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from tests.support.keyboard import press, reach

PLAN = "design/plan/"
_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


def ready(page: Page) -> Page:
    """Wait until a reader can plan."""
    expect(page.locator(".plan:not([hidden])[data-at]")).to_be_visible()
    return page


def to_step(page: Page, step: int) -> None:
    """Go to a step by the row of steps, and wait until it is shown."""
    page.locator(f'.plan__steps [data-to="{step}"]').click()
    expect(page.locator(f'[data-step="{step}"]')).to_be_visible()


def onward(page: Page, step: int) -> None:
    """Go on from a step by keys, and wait until the next one has the focus."""
    press(page, f'[data-step="{step}"] .plan__next')
    expect(page.locator(f'[data-step="{step + 1}"] h2').first).to_be_focused()


def tick(page: Page, name: str, value: str) -> None:
    """Tick a box of the form by keys."""
    press(page, f'[name="{name}"][value="{value}"]', "Space")


def answer(page: Page, key: str, letter: str) -> None:
    """Answer a question by keys: a group of choices is one stop, and arrows go on."""
    first = page.locator(f'[name="{key}"]').first
    name = f'[name="{key}"]'
    reach(page, name)
    page.keyboard.press("Space")
    for _ in range(4):
        if page.locator(f'{name}[value="{letter}"]').is_checked():
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"{first} takes no {letter}")


def by_keys(page: Page, situation: str, aims: list[str], answers: dict[str, str]) -> None:
    """Walk all six steps by keys alone.

    Args:
        page: the page that plans, at its first step.
        situation: the title of the situation to start from.
        aims: ids of what to change.
        answers: the answer to questions and safety lines, by their keys.
    """
    reach(page, "[name=title]")
    page.keyboard.type("Our plan")
    reach(page, "[name=situation]")
    page.keyboard.type(situation)
    onward(page, 1)
    for aim in aims:
        tick(page, "aims", aim)
    onward(page, 2)
    for step in (3, 4, 5):
        for key, letter in answers.items():
            if page.locator(f'[data-step="{step}"] [name="{key}"]').count():
                answer(page, key, letter)
        onward(page, step)
    onward(page, 6)
    expect(page.locator(".plan-sheet__part").first).to_be_visible()


def by_pointer(page: Page, situation: str, aims: list[str], answers: dict[str, str]) -> None:
    """Walk all six steps by the pointer; all else is as for `by_keys`."""
    page.locator("[name=title]").fill("Our plan")
    page.locator("[name=situation]").select_option(label=situation)
    to_step(page, 2)
    for aim in aims:
        _click(page, "aims", aim)
    for step in (3, 4, 5):
        to_step(page, step)
        for key, letter in answers.items():
            if page.locator(f'[data-step="{step}"] [name="{key}"]').count():
                _click(page, key, letter)
    to_step(page, 7)
    expect(page.locator(".plan-sheet__part").first).to_be_visible()


def _click(page: Page, name: str, value: str) -> None:
    page.locator(f'label:has([name="{name}"][value="{value}"])').click()


def said_on_the_sheet(page: Page) -> str:
    """Return all that the plan says."""
    return page.locator("[data-sheet]").inner_text()


def sides(page: Page, paper: str) -> int:
    """Return how many sides of paper a print-out takes."""
    return len(_SHEET.findall(page.pdf(format=paper)))

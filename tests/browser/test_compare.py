"""Two or three theories side by side: with script any of them, without it those that are linked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect
from tests.support.browsing import Open
from tests.support.four_theories import LISTED_OR_COMPARED, answering, four_theories

from theorybook.addresses import pair_address
from theorybook.comparison import shared, side
from theorybook.site import Site

PHONE: ViewportSize = {"width": 360, "height": 740}
SIDES = "[data-result] [data-part=sentence] [data-side]"


@pytest.fixture(scope="session")
def four(garden_site: Site) -> Site:
    return four_theories(garden_site)


@pytest.fixture(scope="session")
def answer(garden_built: Path, four: Site) -> Callable[[Route], None]:
    return answering(four, garden_built)


@pytest.fixture
def open_four(open_garden: Open, garden_address: str, answer: Callable[[Route], None]) -> Open:
    """Return what opens a page of the garden, with four theories to list and to compare."""

    def open_page(url: str, **settings: Any) -> Page:
        page = open_garden("about/", **settings)
        page.route(LISTED_OR_COMPARED, answer)
        page.goto(garden_address + url)
        return page

    return open_page


def ids(page: Page, sides: str = SIDES) -> list[str]:
    """Return whose sides are shown, in order."""
    found: list[str] = page.locator(f"{sides}:visible").evaluate_all(
        "sides => sides.map(side => side.dataset.side)"
    )
    return found


def said(page: Page) -> list[str]:
    """Return which messages are shown."""
    found: list[str] = page.locator("[data-say]:visible").evaluate_all(
        "all => all.map(line => line.dataset.say)"
    )
    return found


@pytest.mark.parametrize("asked", [("T002", "T001"), ("T004", "T002", "T001")])
def test_any_two_or_three_are_set_side_by_side(
    open_four: Open, four: Site, asked: tuple[str, ...]
) -> None:
    page = open_four(f"theories/compare/?ids={','.join(asked).lower()}")
    expect(page.locator(SIDES)).to_have_count(len(asked))
    assert ids(page) == list(asked)
    assert said(page) == ["several"]
    for name in ("sentence", "sure", "chain", "first", "wrong", "behind", "limits"):
        assert ids(page, f"[data-result] [data-part={name}] [data-side]") == list(asked)
    page.locator("[data-result] [data-part=sentence] a").last.click()
    page.wait_for_url(f"**/theories/{four.theory(asked[-1]).slug}/")


@pytest.mark.parametrize(("pair", "count"), [(("T002", "T003"), 2), (("T001", "T004"), 0)])
def test_shared_projects_are_named_and_none_is_made_up(
    open_four: Open, four: Site, pair: tuple[str, str], count: int
) -> None:
    names = [project.name for project in shared([side(four, four.theory(id_)) for id_ in pair])]
    assert len(names) == count
    page = open_four(f"theories/compare/?ids={','.join(pair)}")
    expect(page.locator(SIDES)).to_have_count(2)
    lines = page.locator("[data-shared] li").all_inner_texts()
    assert sorted(lines) == sorted(f"{name}: {', '.join(pair)}" for name in names)
    expect(page.locator("[data-shared-some]")).to_be_visible(visible=bool(names))
    expect(page.locator("[data-shared-none]")).to_be_visible(visible=not names)


@pytest.mark.parametrize(
    ("query", "messages", "words"),
    [
        ("", ["none"], []),
        ("?ids=T001", ["one"], ["T001"]),
        ("?ids=T001,T001", ["one"], ["T001"]),
        ("?ids=T002,T999,<b>x", ["one", "unknown"], ["T002", "T999, <B>X"]),
        ("?ids=T001,T002,T003,T004", ["several", "many"], ["T001, T002, T003", "T004"]),
    ],
)
def test_what_cannot_be_compared_is_told(
    open_four: Open, query: str, messages: list[str], words: list[str]
) -> None:
    page = open_four(f"theories/compare/{query}")
    expect(page.locator("[data-say]:visible")).to_have_count(len(messages))
    assert said(page) == messages
    assert page.locator("[data-say]:visible b").all_inner_texts() == words


def test_what_does_not_come_is_told(open_four: Open) -> None:
    page = open_four("theories/compare/?ids=T001,T002")
    expect(page.locator(SIDES)).to_have_count(2)
    page.route("**/theories/compare/T003/", lambda route: route.fulfill(body="renewed"))
    page.locator("[data-choose] select").nth(2).select_option("T003")
    expect(page.locator("[data-say=failed]")).to_be_visible()
    expect(page.locator("[data-result]")).to_be_hidden()


def test_from_the_list_in_three_clicks_and_the_address_keeps_it(open_four: Open) -> None:
    page = open_four("theories/?about=neighbor", viewport=PHONE)
    expect(page.locator(".tray")).to_be_hidden()
    boxes = page.locator(".idea input:visible")
    picked = [str(boxes.nth(i).get_attribute("value")) for i in (0, 1)]
    boxes.nth(0).check()
    expect(page.locator("[data-tray-go]")).to_be_hidden()
    boxes.nth(1).check()
    assert page.url.endswith(f"?about=neighbor&ids={','.join(picked)}")
    page.reload()
    expect(page.locator(".idea input:checked")).to_have_count(2)
    page.locator("[data-tray-go]").click()
    expect(page.locator(SIDES)).to_have_count(2)
    assert page.url.endswith(f"/theories/compare/?ids={','.join(picked)}")
    page.locator("[data-choose] select").nth(1).select_option("")
    assert page.url.endswith(f"?ids={picked[0]}")
    assert said(page) == ["one"]


def test_no_more_than_three_can_be_ticked(open_four: Open) -> None:
    page = open_four("theories/")
    boxes = page.locator(".idea input")
    for i in range(3):
        boxes.nth(i).check()
    expect(boxes.nth(3)).to_be_disabled()
    expect(page.locator("[data-tray-full]")).to_be_visible()
    page.locator("[data-tray-clear]").click()
    expect(boxes.nth(3)).to_be_enabled()
    assert page.url.endswith("/theories/")


def test_without_script_a_linked_pair_is_opened_by_its_address(open_garden: Open) -> None:
    page = open_garden("theories/compare/", java_script_enabled=False)
    expect(page.locator("[data-choose]")).to_be_hidden()
    expect(page.locator("[data-result]")).to_be_hidden()
    page.locator(".compare__linked a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.goto(re.sub(r"theories/compare/.*", pair_address("T002", "T001"), page.url))
    assert ids(page, "[data-part=sentence] [data-side]") == ["T001", "T002"]
    expect(page.locator("[role=note][aria-label='Shared projects']")).to_be_visible()


def test_sides_stand_in_columns_on_wide_screens_and_on_paper(open_four: Open) -> None:
    page = open_four("theories/compare/?ids=T001,T002,T003")
    sides = page.locator("[data-result] [data-part=sure] [data-side]")
    expect(sides).to_have_count(3)

    def tops() -> set[float]:
        return {box["y"] for each in sides.all() if (box := each.bounding_box())}

    assert len(tops()) == 1
    page.emulate_media(media="print")
    assert len(tops()) == 1
    for unneeded in ("[data-choose]", ".compare__linked", ".compare__says"):
        expect(page.locator(unneeded)).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size(PHONE)
    assert len(tops()) == 3

"""Marks of what is lacking can be seen by all, and old addresses still find what is lacking."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Open, Tabs, opener
from tests.support.lacks import Told
from tests.support.lacks import told as told
from tests.support.projects import ROOT
from tests.support.server import serving

from theorybook.record_id import RecordId

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/css/site.css">
<script type="module">import { filterList } from "/assets/js/filter.js";
document.querySelectorAll("[data-filter]").forEach(filterList);</script></head>
<body style="display: block"><article class="page">"""


@pytest.fixture
def open_lacks(told: Told, tabs: Tabs, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Return what opens the list of theories, or the page of the theory about a lack."""
    folder = tmp_path_factory.mktemp("shown")
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")
    wanted: dict[str, RecordId | str] = {"list": "theories/", "one": RecordId("theory", "T002")}
    for name, id_ in wanted.items():
        Path(folder, f"{name}.html").write_text(HEAD + told.page(id_)[1], encoding="utf-8")
    with serving(folder) as url, opener(tabs, url) as opened:
        yield opened


def shown(page: Page) -> list[str]:
    """Return the ids of the theories that the list shows."""
    return page.locator("#theories [data-item]:visible .badge").all_text_contents()


@pytest.mark.parametrize("value", ["shared-weeding", "shared-weeding_lacking"])
def test_the_address_of_a_term_finds_the_theory_about_its_lack(
    open_lacks: Open, value: str
) -> None:
    page = open_lacks(f"list.html?strategy={value}")
    expect(page.locator("form [role=status]")).to_have_text("1 of 2 are shown.")
    assert shown(page) == ["T002"]
    assert page.locator("select[name=strategy]").input_value() == "shared-weeding_lacking"


def test_the_address_of_a_term_that_is_there_finds_no_lack(open_lacks: Open) -> None:
    page = open_lacks("list.html?strategy=shared-tools")
    expect(page.locator("form [role=status]")).to_have_text("1 of 2 are shown.")
    assert shown(page) == ["T001"]


STROKES = """() => [...document.querySelectorAll('.chain summary .mark > :is(circle, path)')]
    .filter(shape => shape.getBoundingClientRect().width)
    .map(shape => getComputedStyle(shape).stroke)"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_marks_and_dashes_are_seen(open_lacks: Open, width: int, media: str) -> None:
    page = open_lacks("one.html", viewport={"width": width, "height": 800})
    page.emulate_media(media="print" if media == "print" else "screen")
    chain = page.locator("ol.chain")
    expect(chain.locator("summary .mark--lacking")).to_be_visible()
    expect(chain.locator("summary .mark--harm")).to_be_visible()
    border = "words => getComputedStyle(words).borderTopStyle"
    assert chain.locator(".chain__words--lacking").evaluate(border) == "dashed"
    assert chain.locator(".chain__words:not(:has(.mark))").first.evaluate(border) == "none"
    expect(page.get_by_label("What the marks mean")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colors_marks_have_the_color_of_words(open_lacks: Open, scheme: str) -> None:
    page = open_lacks("one.html", forced_colors="active", color_scheme=scheme)
    strokes = page.evaluate(STROKES)
    words = page.evaluate("getComputedStyle(document.querySelector('.chain__words')).color")
    assert len(strokes) >= 3
    assert set(strokes) == {words}


def test_a_mark_is_silent_and_its_words_are_read(open_lacks: Open) -> None:
    page = open_lacks("list.html")
    sure = page.locator("[data-name=T002] .idea__sure")
    expect(sure.get_by_text("No <b>weed</b> & us", exact=True)).to_be_visible()
    expect(sure.get_by_text("Unwanted: Leaving the garden", exact=True)).to_be_visible()
    assert page.locator("svg.mark:not([aria-hidden=true])").count() == 0

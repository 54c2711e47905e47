"""Our packs, changed by link, and what has changed since October: both are few clicks away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.support.browsing import Open

from theorybook.agenda import agenda
from theorybook.own_packs import build_address
from theorybook.site import Site

SIDE = re.compile(rb"/Type\s*/Page\b")
OCTOBER = "2026-10-28"


@pytest.fixture
def clicks() -> list[str]:
    """Return the names of all that was clicked."""
    return []


@pytest.fixture
def click(clicks: list[str]) -> Callable[[Locator], None]:
    """Return what clicks, and notes it."""

    def noted(what: Locator) -> None:
        clicks.append(what.inner_text())
        what.click()

    return noted


def train(page: Page) -> Locator:
    return page.locator("header").get_by_role("link", name="Train", exact=True)


def test_what_changed_since_october_is_three_clicks_from_home(
    open_page: Open, site: Site, click: Callable[[Locator], None], clicks: list[str]
) -> None:
    theory, pack = site.theories[0], site.packs[0]
    page = open_page(viewport={"width": 1280, "height": 800})
    click(train(page))
    click(page.locator("#main").get_by_role("link", name=site.words_of("train/since/").title))
    page.get_by_label("Day of your last session").fill(OCTOBER)
    page.get_by_label("Ids of what you use").fill(f"{theory.id}, {pack.id}")
    click(page.get_by_role("button", name="What has changed?"))
    answer = page.locator("[data-since-answer]")
    expect(answer).not_to_be_empty()
    dates = [site.dated(id_) for id_ in site.everything.by_id if id_.id in (theory.id, pack.id)]
    assert min(map(str, dates)) > OCTOBER
    for id_ in (theory.id, pack.id, *(id_ for _, id_ in pack.activities)):
        expect(answer).to_contain_text(id_)
        entries = page.locator("[data-since-entries] li > p:first-child > b")
        assert entries.all_inner_texts().count(id_) == 1
    assert len(clicks) == 3


def test_what_changed_in_a_pack_is_three_clicks_from_home(
    open_page: Open, site: Site, click: Callable[[Locator], None], clicks: list[str]
) -> None:
    pack = site.packs[0]
    page = open_page(viewport={"width": 1280, "height": 800})
    click(train(page))
    click(page.get_by_role("link", name=pack.title, exact=True))
    click(page.get_by_role("link", name="What has changed in it since you printed it"))
    expect(page.locator("[data-since-answer]")).to_contain_text("Nothing that you use has changed")
    assert len(clicks) == 3


def test_each_pack_opens_as_its_page_has_it_and_nothing_is_amiss(
    open_page: Open, site: Site
) -> None:
    page = open_page()
    home = page.url
    for pack in site.packs:
        page.goto(home + build_address(site.everything, pack))
        whole = agenda(site.everything, pack)
        expect(page.locator("[data-own-title]")).to_have_text(pack.title)
        clocks = page.locator("[data-own-agenda] .timed__clock").all_inner_texts()
        assert clocks == [*(line.start for line in whole), whole[-1].end]
        expect(page.locator("[data-own-sum]")).to_contain_text(f"{pack.promise} minutes in all")
        expect(page.locator("[data-own-looks]")).to_be_empty()


def test_a_whole_day_prints_on_one_sheet(open_page: Open, site: Site) -> None:
    page = open_page()
    longest = max(site.packs, key=lambda pack: pack.promise)
    page.goto(page.url + build_address(site.everything, longest))
    expect(page.locator("[data-own-sum]")).to_contain_text("in all")
    for paper in ("A4", "Letter"):
        assert 1 <= len(SIDE.findall(page.pdf(format=paper))) <= 2, paper


def test_own_packs_are_two_clicks_from_home(
    open_page: Open, site: Site, click: Callable[[Locator], None], clicks: list[str]
) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    click(train(page))
    click(page.locator("#main").get_by_role("link", name=site.words_of("train/build/").title))
    for activity in site.activities:
        expect(page.get_by_role("button", name=f"Add {activity.id}")).to_be_visible()
    assert len(clicks) == 2

"""Whole journeys through the page that plans a program, on our own data, by keys or a pointer."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect
from tests.support.browsing import Open
from tests.support.planning import (
    PLAN,
    by_keys,
    by_pointer,
    ready,
    said_on_the_sheet,
    sides,
    to_step,
)

from theorybook.model.situation import Situation
from theorybook.model.term import TermKind
from theorybook.site import Site

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
Walk = Callable[[Page, str, list[str], dict[str, str]], None]
# A full plan and its link, as the page that plans promises.
MOST_SIDES, LONGEST_LINK = 2, 2_000
MOST_CLICKS, MOST_QUESTIONS = 12, 25


def aims_of(site: Site, situation: Situation) -> list[str]:
    """Return up to three outcomes of the theories that bear on a situation."""
    theories = [site.theory(bearing.theory) for bearing in situation.theories]
    parts = [part.term for theory in theories for part in theory.outcome.parts]
    in_force = {term.id for term in site.terms_of(TermKind.OUTCOME)}
    return [id_ for id_ in dict.fromkeys(parts) if id_ in in_force][:3]


def answers_of(site: Site, situation: Situation) -> dict[str, str]:
    """Return answers of every kind to the questions of the theories that bear on a situation."""
    keys = [
        f"{bearing.theory}-C{n}"
        for bearing in situation.theories
        for n in range(1, len(site.theory(bearing.theory).conditions) + 1)
    ]
    return {key: "ynpd"[i % 4] for i, key in enumerate(keys)}


def situation_at(site: Site, place: int) -> Situation:
    """Return the situation at a place, if there are so many."""
    if place >= len(site.situations):
        pytest.skip("there are fewer situations")
    return site.situations[place]


def saved(page: Page, name: str, folder: Path) -> Path:
    """Take the plan along by keys, and return the file."""
    with page.expect_download() as download:
        button = page.get_by_role("button", name=name, exact=True)
        button.focus()
        page.keyboard.press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize(("place", "walk"), [(0, by_keys), (1, by_pointer), (2, by_pointer)])
def test_a_journey_ends_in_a_plan_that_fits_a_sheet_and_every_file(
    open_page: Open, site: Site, tmp_path: Path, place: int, walk: Walk
) -> None:
    situation = situation_at(site, place)
    page = ready(open_page(PLAN))
    walk(page, situation.title, aims_of(site, situation), answers_of(site, situation))
    said = said_on_the_sheet(page)
    assert situation.title in said
    named = [bearing.theory for bearing in situation.theories if bearing.theory in said]
    assert named
    for theory in map(site.theory, named):
        assert theory.headline.text in said
        assert f"{theory.id} version" in said or f"version {theory.version}" in said
    assert len(page.url) <= LONGEST_LINK

    first = site.theory(named[0])
    page.locator("#plan-edit").focus()
    page.keyboard.press("Enter")
    line = page.locator(".plan-sheet__part--place .plan-sheet__fields").first
    line.get_by_label("Who sees to it").fill("Sam")
    line.get_by_label("By when").fill("2031-03-04")
    page.locator("#plan-edit").focus()
    page.keyboard.press("Enter")

    word = docx.Document(str(saved(page, "Word", tmp_path)))
    texts = [p.text for p in word.paragraphs]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert texts[0] == "Our plan"
    assert any(first.headline.text in cell for cell in cells)
    assert "Sam" in cells
    assert word.sections[0].header.paragraphs[0].text.startswith("Our plan, ")

    text = saved(page, "Table (CSV)", tmp_path).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row for row in rows if "Sam" in row.values() and "2031-03-04" in row.values()]

    written = saved(page, "Markdown", tmp_path).read_text(encoding="utf-8")
    html = MarkdownIt("commonmark").enable("table").render(written)
    assert "<h1>Our plan</h1>" in html
    assert "<table>" in html

    calendar = Calendar.from_ical(saved(page, "Dates (calendar)", tmp_path).read_bytes())
    (event,) = calendar.walk("VTODO") or calendar.walk("VEVENT")
    assert "2031-03-04" in str((event.get("DUE") or event.get("DTSTART")).dt)

    restored = ready(open_page(f"{PLAN}#{page.url.partition('#')[2]}"))
    assert said_on_the_sheet(restored) == said_on_the_sheet(page)
    for paper in ("A4", "Letter"):  # last, for a browser that printed to a file takes no keys
        assert sides(page, paper) <= MOST_SIDES, paper


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_puts_the_plan_on_a_sheet(open_page: Open, site: Site, tmp_path: Path) -> None:
    situation = situation_at(site, 0)
    page = ready(open_page(PLAN))
    page.get_by_label("Start from a situation").select_option(situation.id)
    to_step(page, 7)
    path = saved(page, "Word", tmp_path)
    command = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    to_pdf = [*command, "--convert-to", "pdf", path.name]
    subprocess.run(to_pdf, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_twelve_clicks_lead_from_home_to_a_first_plan(open_page: Open, site: Site) -> None:
    situation = situation_at(site, 0)
    page = open_page()
    clicks = 0

    def click(what: str) -> None:
        nonlocal clicks
        clicks += 1
        page.locator(what).first.click()

    click('.door a[href$="design/plan/"]')
    ready(page)
    page.get_by_label("Start from a situation").select_option(situation.id)
    clicks += 2  # one opens the list, one chooses
    for step in range(1, 7):
        if step == 3:
            click(".plan__ask label:has([value=n])")
        click(f'[data-step="{step}"] .plan__next')
        expect(page.locator(f'[data-step="{step + 1}"]')).to_be_visible()
    said = said_on_the_sheet(page)
    assert situation.title in said
    assert "missing" in said
    assert clicks <= MOST_CLICKS


def test_from_every_situation_few_questions_lead_to_a_plan_of_one_sheet(
    open_page: Open, site: Site
) -> None:
    page = ready(open_page(PLAN))
    for situation in site.situations:
        to_step(page, 1)
        page.get_by_label("Start from a situation").select_option(situation.id)
        to_step(page, 3)
        questions = page.locator(".plan__ask").and_(page.locator(":visible")).count()
        assert 0 < questions <= MOST_QUESTIONS, situation.id
        to_step(page, 7)
        for paper in ("A4", "Letter"):
            assert sides(page, paper) <= MOST_SIDES, (situation.id, paper)

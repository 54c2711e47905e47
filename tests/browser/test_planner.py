"""The page that plans a program: its steps, its state in the address, its sheet, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.axe import axe_faults
from tests.support.browsing import Open, Tabs, opener
from tests.support.html import Document
from tests.support.planning import PLAN, ready, said_on_the_sheet, sides, to_step

from theorybook.site import Site

STORED = "() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


@pytest.fixture
def walked(open_garden: Open) -> Page:
    """Return the page with a plan, after all steps to it."""
    return a_plan(ready(open_garden(PLAN)))


@pytest.fixture(scope="module")
def link(tabs: Tabs, garden_address: str) -> str:
    """Return the part of an address that holds a plan."""
    with opener(tabs, garden_address) as opened:
        return a_plan(ready(opened(PLAN))).url.partition("#")[2]


@pytest.fixture
def planned(open_garden: Open, link: str) -> Page:
    """Return the page with a plan, as its link opens it."""
    return ready(open_garden(f"{PLAN}#{link}"))


def a_plan(page: Page) -> Page:
    """Make a plan: a situation, an aim, a no, and a safety line that is missing."""
    to_step(page, 1)
    page.get_by_label("A name for the plan").fill("Beds for all")
    page.get_by_label("Start from a situation").select_option(index=1)
    to_step(page, 2)
    page.locator("label:has([name=aims])").first.click()
    to_step(page, 3)
    page.locator(".plan__ask label").filter(has_text=re.compile("^no$")).first.click()
    to_step(page, 5)
    page.locator("[data-safety] label").filter(has_text=re.compile("^no$")).first.click()
    to_step(page, 7)
    return page


def test_the_plan_has_what_was_said_and_what_follows(walked: Page, garden_site: Site) -> None:
    theory = garden_site.theory("T001")
    said = said_on_the_sheet(walked)
    for text in (
        "Beds for all",
        garden_site.situations[0].title,
        theory.headline.text,
        theory.conditions[0].ask.text,
        theory.conditions[0].first_fix.text,
        theory.risks[0].warning,
        "Hang up the rake.",
        "A good lead, not proof.",
        f"T001-C1, version {theory.version}",
    ):
        assert text in said
    assert "could do harm here" in said


def test_all_of_it_stands_in_the_address_and_nothing_is_stored(walked: Page) -> None:
    said = said_on_the_sheet(walked)
    walked.reload()
    assert said_on_the_sheet(ready(walked)) == said
    assert walked.evaluate(STORED) == [""]
    assert walked.url.partition("#")[2].startswith("step=7&plan=")


def test_the_back_button_goes_a_step_back_and_keeps_the_answers(walked: Page) -> None:
    walked.go_back()
    expect(walked.locator('[data-step="5"]')).to_be_visible()
    walked.go_back()
    expect(walked.locator('[data-step="3"] [value="n"]').first).to_be_checked()
    walked.go_forward()
    walked.go_forward()
    assert "Beds for all" in said_on_the_sheet(walked)


def test_a_link_restores_the_whole_plan_elsewhere(walked: Page, open_garden: Open) -> None:
    said = said_on_the_sheet(walked)
    other = ready(open_garden(f"{PLAN}#{walked.url.partition('#')[2]}"))
    assert said_on_the_sheet(other) == said


def test_a_situation_sends_its_reader_here(open_garden: Open, garden_site: Site) -> None:
    situation = garden_site.situations[0]
    page = open_garden(f"situations/{situation.slug}/")
    page.get_by_role("link", name="Plan from here").click()
    ready(page)
    expect(page.get_by_label("Start from a situation")).to_have_value(situation.id)


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("step=7&plan=1.AAAA", "The link has no plan that can be read."),
        ("step=7&plan=99.q1bK", "made by another version of this page"),
        ("plan=%3Cscript%3E", "The link has no plan that can be read."),
    ],
)
def test_a_broken_link_says_so_and_the_page_works(
    open_garden: Open, fragment: str, told: str
) -> None:
    page = ready(open_garden(f"{PLAN}#{fragment}"))
    expect(page.locator("[data-told]")).to_contain_text(told)
    a_plan(page)
    assert "Beds for all" in said_on_the_sheet(page)


def test_a_cut_link_keeps_what_can_be_read(planned: Page, open_garden: Open) -> None:
    fragment = planned.url.partition("#")[2]
    page = ready(open_garden(f"{PLAN}#{fragment[:-20]}"))
    expect(page.locator("[data-told]")).to_contain_text("cut or changed on its way")
    assert "Beds for all" in said_on_the_sheet(page)


def test_what_a_reader_types_is_text(open_garden: Open) -> None:
    page = a_plan(ready(open_garden(PLAN)))
    to_step(page, 1)
    hostile = "<img src=x onerror=alert(1)> </script><b>b</b>"
    page.get_by_label("A name for the plan").fill(hostile)
    to_step(page, 7)
    page.locator("#plan-edit").click()
    page.locator("#own-actions").fill(hostile)
    page.keyboard.press("Enter")
    expect(page.locator(".plan-sheet__title")).to_have_text(hostile)
    expect(page.locator("[data-sheet] :is(img, script, b b)")).to_have_count(0)
    assert said_on_the_sheet(page).count(hostile) == 2


def test_any_line_can_be_changed_given_to_somebody_left_out_and_added(
    planned: Page, garden_site: Site
) -> None:
    sign = garden_site.theory("T001").signs[0]
    planned.locator("#plan-edit").click()
    planned.locator("#T001-S1-text").fill("Do it our way")
    planned.locator("#T001-S1-owner").fill("Sam")
    planned.locator("#T001-S1-date").fill("2033-02-28")
    planned.locator("#own-signs").fill("People laugh")
    planned.locator("#own-signs").press("Enter")
    planned.locator("#T001-R1-out").click()
    planned.locator("#plan-edit").click()
    planned.reload()
    said = said_on_the_sheet(ready(planned))
    assert "Yours: Do it our way after T001-S1" in said
    assert "Sam" in said
    assert "28 February 2033" in said
    assert "Yours: People laugh" in said
    assert sign.text not in said
    assert garden_site.theory("T001").risks[0].text not in said
    planned.locator("#plan-edit").click()
    planned.locator("#more-risks").click()
    planned.locator("#T001-R1-add").click()
    assert garden_site.theory("T001").risks[0].text in said_on_the_sheet(planned)


def test_the_focus_stays_where_somebody_works(planned: Page) -> None:
    planned.locator("#plan-edit").focus()
    planned.keyboard.press("Enter")
    expect(planned.locator("#plan-edit")).to_be_focused()
    planned.locator("#T001-S1-owner").fill("Sam")
    planned.keyboard.press("Tab")
    expect(planned.locator("#T001-S1-date")).to_be_focused()


def test_a_theory_can_be_left_out_and_another_one_put_in(planned: Page, garden_site: Site) -> None:
    to_step(planned, 4)
    planned.locator("#without-T001").click()
    planned.locator("#plan-theory").select_option("T002")
    to_step(planned, 7)
    said = said_on_the_sheet(planned)
    assert garden_site.theory("T001").headline.text not in said
    assert garden_site.theory("T002").headline.text in said


def test_three_aims_are_the_most(open_garden: Open) -> None:
    page = ready(open_garden(PLAN))
    to_step(page, 2)
    aims = page.locator("label:has([name=aims])")
    count = aims.count()
    for i in range(count):
        aims.nth(i).click()
    assert page.locator("[name=aims]:checked").count() == min(count, 3)
    expect(page.locator("[data-many]")).to_be_visible(visible=count > 3)


def test_what_was_studied_stands_beside_what_was_said(planned: Page) -> None:
    to_step(planned, 4)
    planned.locator("#fit-T001 summary").click()
    fit = planned.locator("#fit-T001")
    expect(fit).to_contain_text("The people: ")
    expect(fit).to_contain_text("What it cannot do without: Do not change (red).")
    expect(fit).to_contain_text("Our advice:")


def test_it_works_on_without_a_network_and_says_what_does_not(
    browser: Browser, garden_address: str
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(garden_address + PLAN)
    ready(page)
    context.set_offline(True)
    a_plan(page)
    assert "Beds for all" in said_on_the_sheet(page)
    page.get_by_role("button", name="Word").click()
    expect(page.locator("[data-take] [role=status]")).to_contain_text("could not be made")
    page.locator("#plan-edit").click()
    expect(page.locator("[data-take]")).to_contain_text("Is there a connection?")
    context.close()


def test_a_plan_that_is_opened_later_says_what_changed(planned: Page, open_garden: Open) -> None:
    fragment = planned.url.partition("#")[2]
    page = open_garden("about/")

    def some_years_on(route: Any) -> None:
        answer = route.fetch()
        data = answer.json()
        for theory in data["theories"]:
            if theory["id"] == "T001":
                theory |= {"version": 9, "short": "Sharing all tools"}
        route.fulfill(response=answer, json=data)

    page.route("**/data/v1/design.json", some_years_on)
    page.goto(page.url.replace("about/", f"{PLAN}#{fragment}"))
    told = ready(page).locator("[data-told]")
    expect(told).to_contain_text("T001 is now in version 9.")
    expect(told).to_contain_text("Sharing all tools")
    page.get_by_role("button", name="I have looked").click()
    expect(told).to_be_empty()
    page.reload()
    expect(ready(page).locator("[data-told]")).to_be_empty()


def test_the_link_to_it_can_be_copied(browser: Browser, garden_address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(garden_address + PLAN)
    a_plan(ready(page))
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_plan_alone_is_printed(planned: Page, paper: str) -> None:
    planned.emulate_media(media="print")
    expect(planned.locator(".plan__steps")).to_be_hidden()
    expect(planned.locator("[data-take] .take")).to_be_hidden()
    expect(planned.locator("[data-sheet]")).to_be_visible()
    assert sides(planned, paper) <= 2


def test_a_logic_model_is_a_picture_and_a_table(planned: Page) -> None:
    planned.locator("#take-model summary").click()
    picture = planned.locator("#take-model img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    heads = planned.locator("#take-model thead th").all_inner_texts()
    assert heads[1:3] == ["Inputs", "Activities"]


def test_there_is_something_to_train_people_with(planned: Page) -> None:
    href = planned.get_by_role("link", name="slides of T001").get_attribute("href")
    address = str(href).partition("train/")[2]
    root = planned.url.partition("design/")[0]
    assert planned.request.get(f"{root}train/{address}").ok


def test_dates_need_a_date(planned: Page) -> None:
    planned.get_by_role("button", name="Dates (calendar)").click()
    expect(planned.locator("[data-take] [role=status]")).to_contain_text("No line has a date yet.")


@pytest.fixture(scope="module")
def every_state(tabs: Tabs, garden_address: str) -> Iterator[Open]:
    with opener(tabs, garden_address) as opened:
        yield opened


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_every_step_can_be_used_by_everybody(every_state: Open, width: int, scheme: str) -> None:
    page = every_state(PLAN, viewport={"width": width, "height": 900}, color_scheme=scheme)
    a_plan(ready(page))
    known: set[str] = set()
    for step in range(1, 8):
        to_step(page, step)
        if step == 7:
            for control in ("#plan-edit", "#take-words summary", "#take-model summary"):
                page.locator(control).click()
            expect(page.locator("#take-model img")).to_be_visible()
            expect(page.locator("#T001-S1-owner")).to_be_visible()
        for fold in page.locator(f'[data-step="{step}"] details').all():
            fold.evaluate("fold => { fold.open = true; }")
        assert [*axe_faults(page, known)] == [], step
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), step


def test_without_script_the_workbook_is_offered(open_garden: Open) -> None:
    page = open_garden(PLAN, java_script_enabled=False)
    expect(page.locator(".plan")).to_be_hidden()
    page.locator(".plan__without").get_by_role("link", name="the workbook").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Workbook")


def test_the_workbook_has_all_six_steps_whole(garden_built: Path, garden_site: Site) -> None:
    document = Document(
        "", (garden_built / "design/workbook/index.html").read_text(encoding="utf-8")
    )
    said = " ".join(document.text.split())
    for number in range(1, 7):
        assert f"{number}. " in said
    for theory in garden_site.theories:
        for condition in theory.conditions:
            assert condition.ask.text in said
            assert condition.first_fix.text in said
    assert "Hang up the rake." in said

"""Slides: a page to read first, shown one by one with keys, fingers or buttons, from a disk too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.axe import SCHEMES, axe_faults, colour_faults, faults_but_colours
from tests.support.browsing import Open
from tests.support.handouts import handed_out
from tests.support.slides import begin, faults

from theorybook.addresses import slides_address
from theorybook.agenda import agenda
from theorybook.model.pack import Pack
from theorybook.site import Site

DECK = slides_address("T001")
# One deck of each kind of record.
DECKS = (DECK, slides_address("J01"), slides_address("K01"))


def heading(page: Page) -> str:
    """Return the heading of the slide that has the focus, or nothing."""
    return str(page.evaluate("document.activeElement.querySelector?.('h2')?.textContent ?? ''"))


def headings(page: Page) -> list[str]:
    return page.locator(".slide h2").all_text_contents()


def test_no_slide_of_the_garden_overflows(open_garden: Open, garden_site: Site) -> None:
    page = open_garden()
    home = page.url
    found: list[str] = []
    for record in handed_out(garden_site):
        page.goto(home + slides_address(record.id))
        found += faults(page)
    assert found == []


def test_a_typeface_that_comes_late_is_fitted_anew(open_garden: Open) -> None:
    page = open_garden(DECK)
    begin(page)
    slide = page.locator(".slide[data-on]")
    fitted = slide.get_attribute("style")
    slide.evaluate("slide => slide.style.setProperty('--letters', '12px')")
    page.evaluate("document.fonts.dispatchEvent(new Event('loadingdone'))")
    assert slide.get_attribute("style") == fitted


def test_a_slide_that_cannot_fit_is_found_and_can_be_scrolled(open_garden: Open) -> None:
    page = open_garden(DECK)
    page.evaluate("document.querySelector('.slide p').textContent = 'word '.repeat(4000)")
    assert [fault for fault in faults(page) if "does not fit" in fault]
    assert page.evaluate("getComputedStyle(document.querySelector('.slide')).overflowY") != "hidden"


def test_keys_lead_through_all_slides(open_garden: Open) -> None:
    page = open_garden(DECK)
    names = headings(page)
    page.get_by_role("button", name="Present", exact=True).focus()
    page.keyboard.press("Enter")
    assert heading(page) == names[0]
    for key in ("ArrowRight", "PageDown", "ArrowDown", " "):
        page.keyboard.press(key)
    assert heading(page) == names[4]
    for key in ("ArrowLeft", "PageUp", "ArrowUp", "Shift+Space"):
        page.keyboard.press(key)
    assert heading(page) == names[0]
    page.keyboard.press("ArrowLeft")
    assert heading(page) == names[0]
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert heading(page) == names[-1]
    page.keyboard.press("Home")
    assert heading(page) == names[0]


def test_escape_gives_the_page_back_where_it_was(open_garden: Open) -> None:
    page = open_garden(DECK)
    begin(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".slide:visible")).to_have_count(1)
    expect(page.get_by_role("banner")).to_be_hidden()
    page.keyboard.press("Escape")
    assert page.locator(".slide:visible").count() > 5
    assert heading(page) == headings(page)[1]
    expect(page.get_by_role("group", name="Slides")).to_be_hidden()


def test_buttons_are_in_sight_and_say_where_one_is(open_garden: Open) -> None:
    page = open_garden(DECK)
    count, names = begin(page), headings(page)
    bar = page.get_by_role("group", name="Slides")
    bar.get_by_role("button", name="Next").click()
    expect(bar).to_contain_text(f"2 of {count}")
    assert heading(page) == names[1]
    bar.get_by_role("button", name="Back").click()
    assert heading(page) == names[0]
    # The space bar presses a button that has the focus, and does no more.
    bar.get_by_role("button", name="Next").focus()
    page.keyboard.press(" ")
    assert heading(page) == names[1]
    bar.get_by_role("button", name="End").click()
    expect(bar).to_be_hidden()


def test_notes_are_shown_on_request_alone(open_garden: Open) -> None:
    page = open_garden(DECK)
    expect(page.locator(".slide__notes").first).to_be_visible()
    begin(page)
    note = page.locator(".slide[data-on] .slide__notes")
    button = page.get_by_role("button", name="Notes")
    expect(note).to_be_hidden()
    page.keyboard.press("n")
    expect(note).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(note).to_be_hidden()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_finger_turns_the_slides(browser: Browser, garden_address: str) -> None:
    context = browser.new_context(
        has_touch=True, viewport={"width": 320, "height": 568}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(garden_address + DECK)
    begin(page)
    names = headings(page)
    swipe = """([from, to, down]) => {
        const slide = document.querySelector('.slide[data-on]');
        const at = (x, y) => [new Touch({identifier: 1, target: slide, clientX: x, clientY: y})];
        slide.dispatchEvent(new TouchEvent('touchstart', {bubbles: true, touches: at(from, 200)}));
        slide.dispatchEvent(
            new TouchEvent('touchend', {bubbles: true, changedTouches: at(to, 200 + down)}));
    }"""
    for move, expected in (((250, 100, 0), 1), ((100, 250, 0), 0), ((250, 230, 0), 0)):
        page.evaluate(swipe, move)
        assert heading(page) == names[expected]
    page.evaluate(swipe, (250, 150, 300))  # that is scrolling
    assert heading(page) == names[0]
    context.close()


@pytest.mark.parametrize("deck", DECKS)
def test_axe_finds_nothing_wrong_while_slides_are_shown(open_garden: Open, deck: str) -> None:
    page = open_garden(deck)
    known: dict[str, set[str]] = {scheme: set() for scheme in SCHEMES}
    found = [*faults_but_colours(page)]
    assert page.locator("[role=application]").count() == 0  # it takes keys from screen readers
    for _ in range(begin(page)):
        found += shown_in_both(page, known)
        page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    found += shown_in_both(page, known)
    assert found == []


def shown_in_both(page: Page, known: dict[str, set[str]]) -> list[str]:
    """Return what axe finds wrong with what is shown now: in dark as in light, but for colours.

    Colours are looked at in styles that are not known from another slide.
    """
    light, dark = SCHEMES
    page.emulate_media(color_scheme=light)
    found = [*axe_faults(page, known[light])]
    page.emulate_media(color_scheme=dark)
    return [*found, *colour_faults(page, known[dark])]


def test_a_slide_says_its_name_to_screen_readers_once_it_is_shown(open_garden: Open) -> None:
    page = open_garden(DECK)
    assert page.get_by_role("region", name="How sure?").count() == 0
    begin(page)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("region", name=headings(page)[1])).to_be_focused()


def test_the_slides_of_a_pack_follow_the_clock(open_garden: Open, garden_site: Site) -> None:
    page = open_garden(slides_address("K01"))
    pack = garden_site.everything.one(Pack, "K01")
    lines = agenda(garden_site.everything, pack)
    agenda_shown = page.locator("#slide-agenda li").all_inner_texts()
    assert [text.split()[0] for text in agenda_shown] == [
        *(line.start for line in lines),
        lines[-1].end,
    ]
    # Its theory no longer holds, and its question with it.
    assert "Where do you go to be alone?" not in page.locator(".deck").inner_text()
    names = headings(page)
    for line in lines:
        assert [name for name in names if name.startswith(f"{line.start} ")], line.start
        if line.activity:
            for step in line.activity.steps:
                expect(page.locator(".deck")).to_contain_text(step.say or step.text)
            if care := line.activity.if_upset:
                expect(page.locator(".slide__notes", has_text=care.text).first).to_be_visible()


def test_the_slides_of_an_activity_are_its_steps_and_questions(
    open_garden: Open, garden_site: Site
) -> None:
    page = open_garden(slides_address("J01"))
    activity = next(each for each in garden_site.activities if each.id == "J01")
    for i, step in enumerate(activity.steps, 1):
        slide = page.locator(f"#slide-step-{i}")
        expect(slide.locator(".slide__ask")).to_have_text(step.say or step.text)
        expect(slide).to_contain_text(step.text)
    assert page.locator("[id^=slide-ask-]").count() == len(activity.ask)
    begin(page)
    expect(page.locator(".slide:visible h2")).to_have_text(activity.title)


def test_a_link_to_a_slide_begins_with_it(open_garden: Open) -> None:
    page = open_garden(f"{DECK}#slide-sure")
    begin(page)
    assert heading(page) == "How sure?"


def test_without_script_it_is_a_page_to_read(open_garden: Open) -> None:
    page = open_garden(DECK, java_script_enabled=False)
    assert page.locator(".slide:visible").count() > 5
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_hidden()
    expect(page.get_by_role("group", name="Slides")).to_be_hidden()


def test_slides_are_shown_from_a_disk(browser: Browser, garden_built: Path) -> None:
    page = browser.new_page()
    page.goto((garden_built / DECK / "index.html").as_uri())
    count = begin(page)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("group", name="Slides")).to_contain_text(f"2 of {count}")
    page.close()


def test_notes_print_with_their_slides(open_garden: Open) -> None:
    page = open_garden(DECK)
    begin(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for note in page.locator(".slide__notes").all():
        expect(note).to_be_visible()
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_hidden()
    assert len(page.pdf(format="A4")) > 10_000

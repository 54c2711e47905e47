"""Trainings in a browser: what is asked for opens, codes can be read, and print is whole."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from playwright.sync_api import expect
from tests.support.axe import axe_faults
from tests.support.browsing import Open
from tests.support.qr import read

MORNING = "train/packs/a-morning-with-spades/"
SPADE = "train/activities/pass-the-spade/"
DRILL = "train/drills/whose-words/"
QUESTIONS = "#questions details[open]"


def test_questions_that_fit_open_in_place(open_garden: Open) -> None:
    page = open_garden("train/questions/?minutes=10")
    expect(page.locator("#questions [data-item]:visible")).to_have_count(2)
    page = open_garden("train/questions/")
    expect(page.locator(QUESTIONS)).to_have_count(0)
    page.locator("select[name=about]").select_option("gardener")
    shown = page.locator("#questions [data-item]:not([hidden])").count()
    expect(page.locator("#questions [data-item]:visible")).to_have_count(shown)


def test_activities_are_filtered_and_the_address_says_how(open_garden: Open) -> None:
    page = open_garden("train/?for=gardeners")
    expect(page.locator("#activity-list [data-item]:visible")).to_have_count(1)
    page.locator("select[name=for]").select_option("neighbors")
    page.locator("select[name=minutes]").select_option("15")
    expect(page.locator("#activity-list [data-item]:visible")).to_have_count(1)
    assert page.url.endswith("train/?for=neighbors&minutes=15")


def test_where_a_question_once_stood_it_is_found(open_garden: Open) -> None:
    page = open_garden("train/#T001-talk-1")
    link = page.locator("#T001-talk-1")
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/train/questions/#T001-Q1")
    expect(page.locator("#T001-Q1")).to_be_visible()


def test_without_script_it_is_found_too(open_garden: Open) -> None:
    page = open_garden("train/#T001-talk-1", java_script_enabled=False)
    expect(page.locator("#T001-talk-1")).to_be_visible()


def test_codes_are_read_from_the_sheet(open_garden: Open) -> None:
    page = open_garden(MORNING, viewport={"width": 800, "height": 800})
    page.emulate_media(media="print")
    sheet = Image.open(BytesIO(page.locator(".codes__list").screenshot()))
    ends = {text.rpartition("/go/")[2] or text for text in read(sheet)}
    assert ends >= {"K01/", "J01/", "J02/"}
    assert any(text.endswith("safety/help/") for text in read(sheet))


def test_answers_are_hidden_on_paper_and_stand_on_a_sheet_of_their_own(open_garden: Open) -> None:
    page = open_garden(DRILL)
    expect(page.locator("#answers")).to_be_hidden()
    page.locator(".drill__answer summary").first.click()
    expect(page.locator(".drill__answer p").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#answers")).to_be_visible()
    for answer in page.locator(".drill__answer").all():
        expect(answer).to_be_hidden()


def test_nothing_scrolls_sideways_and_axe_finds_no_fault(open_garden: Open) -> None:
    for address in ("train/", "train/questions/", MORNING, SPADE, DRILL):
        page = open_garden(address, viewport={"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        assert [*axe_faults(page)] == [], address

"""Is my copy current? The page answers, and every print-out asks."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from tests.support.axe import axe_faults
from tests.support.browsing import Open
from tests.support.built import SUB
from tests.support.made import every_record, retired_records
from tests.support.projects import GARDEN
from tests.support.qr import read

from theorybook.site import Site

THEORY = "theories/sharing-tools/"
ALL_OPEN = "document.querySelectorAll('details').forEach(part => { part.open = true; })"


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.load(GARDEN)


def answer(page: Page) -> str:
    """Return what the page says at its top, on one line."""
    status = page.locator("#main [role=status]")
    expect(status).not_to_be_empty()
    return " ".join(status.inner_text().split())


def older(page: Page, id_: str) -> None:
    """Give a record a third version and retire it, as a later build would show it."""
    page.evaluate(
        """id => {
            const row = document.getElementById(id);
            row.dataset.newest = 3;
            const change = row.querySelector("[data-version]").cloneNode(true);
            change.dataset.version = 3;
            change.innerHTML =
                'Version 3 of <time datetime="2037-05-04">4 May 2037</time>: Put right.';
            row.querySelector("ul").prepend(change);
            row.dataset.retired = "2037-06-01";
            const retired = document.createElement("p");
            retired.className = "kept__retired";
            retired.innerHTML = 'Retired on 1 June 2037. Use instead: <a href="#T002">T002</a>.';
            row.querySelector("ul").before(retired);
        }""",
        id_,
    )


def ask(page: Page, id_: str, version: str = "") -> str:
    page.get_by_label("Id, such as").fill(id_)
    page.get_by_label("Version you hold").fill(version)
    page.get_by_role("button", name="Is it current?").click()
    return answer(page)


def test_the_latest_version_is_said_to_be_the_latest(open_garden: Open, site: Site) -> None:
    version = site.theory("T001").version
    page = open_garden(f"check/?id=T001&version={version}#T001")
    assert answer(page).startswith(f"This is the latest version: version {version} of ")
    assert f"T001: {site.theory('T001').short}" in answer(page)
    expect(page.get_by_label("Id, such as")).to_have_value("T001")
    expect(page.get_by_label("Version you hold")).to_have_value(str(version))


def test_an_old_version_is_told_what_came_since(open_garden: Open, site: Site) -> None:
    first, *later = site.theory("T001").history
    assert later
    page = open_garden("check/?id=T001&version=1#T001")
    said = answer(page)
    assert said.startswith(f"There is a newer one: version {later[-1].version} of ")
    assert [change.what for change in later if change.what not in said] == []
    assert first.what not in said


@pytest.mark.parametrize("height", [640, 1000])
def test_the_answer_is_seen_though_the_address_ends_further_down(
    open_garden: Open, height: int
) -> None:
    page = open_garden("check/?id=G01&version=1#G01", viewport={"width": 375, "height": height})
    page.wait_for_load_state("load")
    expect(page.locator("#main [role=status]")).to_be_in_viewport(ratio=1)
    expect(page.locator("#G01")).not_to_be_in_viewport()


def test_a_form_asks_by_hand(open_garden: Open) -> None:
    page = open_garden("check/")
    expect(page.locator("#main [role=status]")).to_be_empty()
    assert ask(page, "T001").startswith("The latest is version 2 of 3 January 2032.")
    assert page.url.endswith("/check/?id=T001")
    assert ask(page, " t001 ", "9").startswith(
        "There is no version 9 yet. The latest is version 2 of"
    )
    assert ask(page, "T999", "1").startswith("We know no T999.")
    assert ask(page, "T001-E2", "2").startswith(
        "T001-E2 is a part of T001, and has its versions. This is the latest version"
    )
    assert "Compost" in ask(page, "compost", "1")
    page.reload()
    assert answer(page).startswith("This is the latest version: version 1 of")


def test_what_was_retired_says_so_first(open_garden: Open) -> None:
    page = open_garden("check/")
    older(page, "T001")
    said = ask(page, "T001", "2")
    assert said.startswith("Retired on 1 June 2037. Use instead: T002.")
    assert "There is a newer one: version 3 of 4 May 2037." in said
    assert said.endswith("Since yours: Version 3 of 4 May 2037: Put right.")
    assert "This was its last version: version 3" in ask(page, "T001", "3")


def test_a_list_is_told_all_that_came_after_its_day(open_garden: Open, site: Site) -> None:
    newest = site.dated()
    page = open_garden(f"check/?since={newest}")
    assert answer(page) == f"Nothing has changed after {newest}. Your copy is current."
    older(page, "T001")
    page.get_by_role("button", name="What changed since?").click()
    said = answer(page)
    assert said.startswith(f"Changed after {newest}: 2. T001: ")
    assert "Retired on 1 June 2037. Use instead: T002." in said
    assert "Version 3 of 4 May 2037: Put right." in said
    page.goto(page.url.split("?")[0] + "?since=2000-01-01")
    every = sum(len(record.history) for record in every_record(site).values())
    every += len(retired_records(site))
    assert answer(page).startswith(f"Changed after 2000-01-01: {every}.")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("id=<img src=x onerror=alert(1)>", "We know no <img src=x onerror=alert(1)>."),
        ("id=%22%5D%20*&version=1", 'We know no "] *.'),
        ("id=T001&version=-1", "The latest is version 2 of"),
        ("id=T001&version=two", "The latest is version 2 of"),
        ("since=soon", "soon is no date."),
        ("since=2026-13-45", "2026-13-45 is no date."),
    ],
)
def test_nonsense_gets_an_answer_too(open_garden: Open, query: str, said: str) -> None:
    assert answer(open_garden(f"check/?{query}")).startswith(said)


def test_a_question_can_be_asked_with_the_keyboard_alone(open_garden: Open) -> None:
    page = open_garden("check/")
    page.get_by_label("Id, such as").focus()
    page.keyboard.type("T001")
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    assert answer(page).startswith("This is the latest version")


def test_without_script_the_list_answers(open_garden: Open, site: Site) -> None:
    page = open_garden("check/?id=G01&version=1#G01", java_script_enabled=False)
    row = page.locator("#G01")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("version 1")
    expect(row).to_contain_text("1 January 2032")
    # The other kinds of records stay folded.
    expect(page.locator("[data-kept]:visible")).to_have_count(len(site.everything.gaps))
    expect(page.locator("[data-kept]")).to_have_count(len(site.everything.by_id))
    expect(page.locator("#main form")).to_have_count(2)
    expect(page.locator("#main form:visible")).to_have_count(0)


def test_without_script_the_news_unfold(open_garden: Open, site: Site) -> None:
    page = open_garden("news/", java_script_enabled=False)
    added = [term for term in site.everything.terms if str(term.history[0].date) == "2032-01-01"]
    page.get_by_text(f"{len(added)} terms", exact=True).click()
    expect(page.get_by_role("link", name=f"leaving: {site.term('leaving').name}")).to_be_visible()


@pytest.mark.parametrize(
    "url", ["news/", "check/?id=T001&version=1#T001", "check/?since=2000-01-01"]
)
def test_nothing_is_in_the_way(open_garden: Open, url: str) -> None:
    page = open_garden(url, viewport={"width": 320, "height": 640}, color_scheme="dark")
    page.evaluate(ALL_OPEN)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert [*axe_faults(page)] == []


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        (THEORY, "check/?id=T001&version=2#T001"),
        ("about/", "check/?since=2032-02-10"),
        ("map/", "check/?since=2032-02-10"),
    ],
)
def test_the_code_is_on_paper_and_not_on_screen(open_garden: Open, url: str, asked: str) -> None:
    page = open_garden(url, color_scheme="dark", viewport={"width": 800, "height": 1000})
    end = page.locator(".printed")
    expect(end).to_be_hidden()
    page.emulate_media(media="print", color_scheme="dark")
    expect(end).to_be_visible()
    expect(end).to_contain_text(f"Printed from {SUB}{url}.")
    expect(end).to_contain_text(f"open {SUB}{asked}")
    picture = Image.open(io.BytesIO(end.locator("img").screenshot()))
    assert read(picture) == [f"{SUB}{asked}"]
    assert {picture.convert("L").getpixel(at) for at in ((1, 1), (picture.width - 2, 1))} == {255}

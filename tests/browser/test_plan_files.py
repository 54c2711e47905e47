"""Plans as Markdown, CSV and calendars: read back by others, they say what the plan says.

No text of a reader becomes anything but text, and the same plan is the same file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import icalendar
import markdown as python_markdown
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page
from tests.support.html import Document
from tests.support.made_plan import HOSTILE, Json, answers, read, written_by
from tests.support.plan_files import Take, Taken
from tests.support.plan_modules import module

from theorybook.exports.csv_text import guarded


def lines_of(taken: Taken) -> Iterator[Json]:
    for section in taken.plan["sections"]:
        yield from section["lines"]


def rows_of(text: str) -> list[dict[str, str]]:
    file = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8-sig", newline="")
    return list(csv.DictReader(file))


def events_of(text: str) -> list[Any]:
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def html_of(text: str) -> Document:
    """Return Markdown as CommonMark with tables has it; tags in it are let through, as by most."""
    return Document("", MarkdownIt("commonmark").enable("table").render(text))


def test_markdown_has_every_line_with_its_voice_its_owner_and_its_date(take: Take) -> None:
    lines = {"T001-A1": {"owner": "Sam", "date": "2027-01-31"}}
    taken = take(answers(lines=lines, own=[{"section": "actions", "text": "Ask twice"}]))
    page = html_of(taken.markdown)
    titles = [section["title"] for section in taken.plan["sections"]]
    assert [e.text for e in page.all("h1")] == ["Our plan"]
    assert [e.text for e in page.all("h2")] == [*titles, "Logic model: Our plan", "Limits"]
    for line in lines_of(taken):
        assert line["text"] in page.text
        assert line["more"] in page.text
    assert "Do 1 of T001 (our advice, T001-A1, version 2) First step: Begin 1 of T001." in page.text
    assert "Who: Sam By when: 31 January 2027" in page.text
    assert "Ask twice (yours)" in page.text
    for limit in (*taken.plan["limits"], "One project proposes T003.", "under CC BY 4.0"):
        assert limit in page.text


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_a_text_as_it_was_typed(take: Take, text: str) -> None:
    taken, harmless = take(written_by(text)), take(written_by("x"))
    page, other = html_of(taken.markdown), html_of(harmless.markdown)
    assert [e.text for e in page.all("h1")] == [read(text)]
    assert page.text.count(read(text)) == taken.plan_says(read(text))
    # It has made no element and no link of its own.
    assert [e.tag for e in page.root.iter()] == [e.tag for e in other.root.iter()]
    # Nor does it where Markdown is read in another way, as this site's own pages are.
    extensions = ["tables", "attr_list", "footnotes", "md_in_html"]
    both = [python_markdown.markdown(t.markdown, extensions=extensions) for t in (taken, harmless)]
    first, second = (Document("", html) for html in both)
    assert [e.tag for e in first.root.iter()] == [e.tag for e in second.root.iter()]
    assert first.text.count(read(text)) == taken.plan_says(read(text))


def test_markdown_makes_no_link_of_an_address_that_was_typed(take: Take) -> None:
    linking = MarkdownIt("commonmark", {"linkify": False}).enable("table")
    html = linking.render(take(written_by("see http://x.example and www.x.example")).markdown)
    assert "x.example" in html
    assert not re.search(r"""href="[^"]*x\.example""", html)


def test_csv_has_what_there_is_to_do(take: Take) -> None:
    lines = {
        "T001-A1": {"owner": "Sam", "date": "2027-01-31", "done": True},
        "T001-S1": {"owner": "Noor"},
    }
    taken = take(answers(lines=lines, own=[{"section": "place", "text": 'A "desk", by spring'}]))
    rows = rows_of(taken.csv)
    tasks = [line["text"] for name in ("place", "actions") for line in taken.section(name)["lines"]]
    assert [row["Task"] for row in rows] == [*tasks, "Sign 1 of T001."]
    (row,) = (each for each in rows if each["Task"] == "Do 1 of T001")
    assert (row["Who"], row["By when"], row["Done"]) == ("Sam", "2027-01-31", "yes")
    assert row["Whose words"] == "our advice, T001-A1, version 2"
    assert (row["Theory"], row["Version of the theory"]) == ("T001", "2")
    assert row["Limits"] == "One project proposes T001."
    assert row["Is it still current?"] == taken.plan["check"]
    assert 'A "desk", by spring' in [row["Task"] for row in rows]


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_holds_a_text_as_this_sites_own_csv_does(take: Take, text: str) -> None:
    rows = rows_of(take(written_by(text)).csv)
    assert len(rows) > 4
    for row in rows:
        assert row["Plan"] == guarded(read(text))
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert {row["Who"] for row in rows} == {"", guarded(read(text))}


def test_csv_guards_as_python_does(
    open_garden: Any, garden_address: str, garden_built: Any
) -> None:
    spaces = ["", " ", "\t", "\n", "\xa0", "\u3000", "\x1c", "\x85", "\ufeff", "'", "''", "' ", "a"]
    texts = [space + sign for space in spaces for sign in "=+-@＝＋－＠x'"]
    page: Page = open_garden("about/")
    asked = "async ([url, texts]) => texts.map((await import(url)).guarded)"
    found = page.evaluate(asked, [garden_address + module(garden_built, "csv"), texts])
    for text, safe in zip(texts, found, strict=True):
        # A sign that is white space in scripts alone is guarded as well: no harm is done.
        assert safe == guarded(text) or text.startswith("\ufeff")


def test_a_calendar_has_what_has_a_date_and_is_not_done(take: Take) -> None:
    lines = {
        "T001-A1": {"owner": "Sam, of the mill", "date": "2027-01-31"},
        "T002-A1": {"date": "2027-02-01", "done": True},
        "T002-C2": {"date": "2027-03-01"},
    }
    taken = take(
        answers(lines=lines, own=[{"section": "actions", "text": "x", "date": "2027-04-01"}])
    )
    assert taken.ics
    fix, step, own = events_of(taken.ics)
    assert (str(step["SUMMARY"]), step["DTSTART"].dt) == ("Begin 1 of T001.", date(2027, 1, 31))
    for told in ("Do 1 of T001", "Who: Sam, of the mill", "our advice, T001-A1, version 2"):
        assert told in step["DESCRIPTION"]
    assert "One project proposes T001." in step["DESCRIPTION"]
    assert taken.plan["check"] in step["DESCRIPTION"]
    assert (str(fix["SUMMARY"]), fix["DTSTART"].dt) == (
        "Is part 2 of T002 there?",
        date(2027, 3, 1),
    )
    assert "First fix: Mend part 2 of T002." in fix["DESCRIPTION"]
    assert (str(own["SUMMARY"]), own["DTSTART"].dt) == ("x", date(2027, 4, 1))
    assert "yours" in own["DESCRIPTION"]


def test_a_calendar_is_as_its_standard_asks(take: Take) -> None:
    text = take(written_by(HOSTILE[2]), name="Garden; of, all").ics
    assert text
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    (calendar,) = icalendar.Calendar.from_ical(text, multiple=True)
    assert calendar.errors == []
    assert (calendar["VERSION"], calendar["PRODID"]) == (
        "2.0",
        "-//Garden; of, all//Plan a program//EN",
    )
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()
        assert event["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_calendar_holds_a_text_as_it_was_typed(take: Take, text: str) -> None:
    taken, harmless = take(written_by(text)), take(written_by("x"))
    assert taken.ics
    assert harmless.ics
    events = events_of(taken.ics)
    assert len(events) == len(events_of(harmless.ics))
    for event in events:
        assert f"Who: {read(text)}\n" in event["DESCRIPTION"]
        assert f"Plan: {read(text)}. Is it" in event["DESCRIPTION"]
    assert read(text) in {str(event["SUMMARY"]) for event in events}


def test_a_step_keeps_its_name_in_calendars(take: Take) -> None:
    def names(title: str, dates: tuple[str, ...], own: tuple[str, ...]) -> list[str]:
        lines = {f"T001-A{i + 1}": {"date": date} for i, date in enumerate(dates)}
        steps = [{"section": "actions", "text": text, "date": "2027-05-05"} for text in own]
        text = take(answers(title=title, lines=lines, own=steps)).ics
        assert text
        return [str(event["UID"]) for event in events_of(text)]

    first = names("Our plan", ("2027-01-31", "2027-02-01"), ("one", "two", "two"))
    assert len(set(first)) == 5
    assert all(name.endswith("@site.example") for name in first)
    # Another date is the same step, and a line less makes no other line another.
    assert names("Our plan", ("2028-01-31",), ("two",)) == [first[0], first[3]]
    assert not set(names("Their plan", ("2027-01-31",), ("one",))) & set(first)


@pytest.mark.parametrize("text", ["Our plan", *HOSTILE])
def test_the_same_plan_is_the_same_file(take: Take, text: str) -> None:
    first, second = (take(written_by(text), pictures=True) for _ in range(2))
    assert first == second

"""Safety: guides are told apart from studies, help lines are seen and dated, and both are data."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from theorybook.edition import Edition
from theorybook.exports.json_files import json_files
from theorybook.exports.tables import tables
from theorybook.pages.site_pages import pages
from theorybook.problems import Problem
from theorybook.record_id import RecordId
from theorybook.render import Renderer
from theorybook.search.documents import piece_documents
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

SAFETY = "data/safety.yaml"
LINES = "data/helplines.yaml"
LOOKED = date(2032, 1, 2)
OTHER_PAGE = "whose: a page of somebody else"


@pytest.fixture
def renderer(garden_site: Site) -> Renderer:
    return Renderer(Edition(garden_site, "https://garden.example/"))


def content(renderer: Renderer, address: str) -> str:
    """Return the HTML of a generated page."""
    site = renderer.edition.site
    return renderer.page(next(page for page in pages(site) if page.address == address)).html


# What is refused.


def test_a_guide_never_speaks_in_the_voice_of_a_study(project: Project) -> None:
    project.edit(
        SAFETY,
        "    cites: [example_2032-weeds-F1]\n",
        "    cites: [example_2032-weeds-F1]\n    guides: [rake-guide]\n",
    )
    (problem,) = project.problems()
    assert (problem.code, project.text_at(problem.place)) == (
        "V05",
        "guides: [rake-guide]",
    )


def test_a_reading_may_rest_on_a_guide_alone_but_not_on_nothing(project: Project) -> None:
    assert project.problems() == ()
    project.edit(
        SAFETY, "    voice: our reading\n    guides: [rake-guide]\n", "    voice: our reading\n"
    )
    assert [problem.code for problem in project.problems()] == ["V02"]


def test_a_study_is_cited_by_what_it_says(project: Project) -> None:
    project.edit(SAFETY, "[example_2032-weeds-F1]", "[example_2032-weeds]")
    assert [problem.code for problem in project.problems()] == ["V04"]


def test_a_guide_that_is_not_there_is_told_with_the_nearest(project: Project) -> None:
    text = (project.root / SAFETY).read_text(encoding="utf-8")
    (project.root / SAFETY).write_text(text.replace("[rake-guide]", "[rake-gide]", 1))
    (problem,) = project.problems()
    assert problem.code == "R04"
    assert "did you mean `rake-guide`?" in problem.message
    assert "standards.yaml" in problem.fix


def test_a_help_line_needs_an_official_page(project: Project) -> None:
    project.edit(LINES, "whose: its own page", OTHER_PAGE)
    (problem,) = project.problems()
    assert problem.code == "V06"
    assert problem.place.file == LINES


def test_a_page_of_the_government_will_do(project: Project) -> None:
    project.edit(LINES, "whose: its own page", "whose: a page of the government")
    assert project.problems() == ()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://example.org", "tel:12;3", "988"])
def test_a_phone_opens_nothing_but_a_number_or_a_safe_address(project: Project, link: str) -> None:
    project.edit(LINES, "tel:0000", link)
    assert [problem.code for problem in project.problems()] == ["M03"]


# What the maintainer is reminded of.


def codes(project: Project, today: date) -> list[str]:
    return [note.code for note in of_lines(project, today)]


def of_lines(project: Project, today: date) -> list[Problem]:
    """Return the notes on help lines, on a day."""
    notes = Site.load(project.root, today=today).notes
    return [note for note in notes if note.code in ("N03", "N04")]


def test_a_line_that_nobody_looked_at_for_six_months_is_a_note_and_no_error(
    project: Project,
) -> None:
    assert codes(project, LOOKED + timedelta(days=183)) == []
    assert codes(project, LOOKED + timedelta(days=184)) == ["N04"]


def test_the_note_points_at_the_day(project: Project) -> None:
    (note,) = of_lines(project, date(2033, 1, 1))
    assert project.text_at(note.place) == "2032-01-02"
    assert "`rake-line`" in note.message


def test_looking_again_silences_the_note_and_makes_no_new_version(project: Project) -> None:
    project.edit(LINES, "looked_on: 2032-01-02", "looked_on: 2032-05-01")
    assert project.problems() == ()
    assert codes(project, LOOKED + timedelta(days=184)) == []


def test_lines_that_nobody_opened_are_one_note(project: Project) -> None:
    path = project.root / LINES
    text = path.read_text(encoding="utf-8").replace("  live: true\n", "")
    second = text.partition("helplines:\n")[2].replace("id: rake-line", "id: hoe-line")
    path.write_text(text + second, encoding="utf-8")
    (note,) = of_lines(project, date(2032, 3, 1))
    assert note.code == "N03"
    assert "rake-line, hoe-line" in note.message


def test_no_page_knows_what_day_it_is(project: Project) -> None:
    def shown(today: date) -> list[str]:
        site = Site.load(project.root, today=today)
        made = Renderer(Edition(site, "https://garden.example/"))
        return [content(made, f"safety/{part}") for part in ("", "help/", "guides/")]

    assert shown(date(2032, 3, 1)) == shown(date(2040, 1, 1))


# What is shown.


def test_the_help_page_says_first_what_to_do_in_danger(renderer: Renderer) -> None:
    html = content(renderer, "safety/help/")
    first = html.index("Call the emergency number of your country.")
    assert first < html.index('id="rake-line"')
    assert html.count("<p", 0, first) == 1


def test_a_help_line_shows_where_and_when_it_was_seen(renderer: Renderer) -> None:
    html = content(renderer, "safety/help/")
    assert '<a href="tel:0000">call 0000</a>' in html
    assert 'href="https://example.org/line?a=1&amp;b=2"' in html
    assert "Live page, read on 2 January 2032." in html
    assert "could not open the live page" not in html


def test_a_line_that_nobody_opened_says_so(project: Project) -> None:
    project.edit(LINES, "  live: true\n", "")
    site = Site.load(project.root)
    made = Renderer(Edition(site, "https://garden.example/"))
    told = "A stored copy, read on 2 January 2032. We could not open the live page."
    assert told in content(made, "safety/help/")
    assert "could not open its live page" in made.edition.limits.of(
        RecordId("helpline", "rake-line")
    )


def test_a_retired_line_shows_no_number(project: Project) -> None:
    project.edit(
        LINES, "  looked_on: 2032-01-02\n",
        "  looked_on: 2032-01-02\n  retired: {on: 2032-02-01, why: It moved.}\n",
    )  # fmt: skip
    made = Renderer(Edition(Site.load(project.root), "https://garden.example/"))
    html = content(made, "safety/help/")
    assert "It moved." in html
    assert "0000" not in html


def test_a_guide_is_named_as_a_guide(renderer: Renderer) -> None:
    html = content(renderer, "safety/")
    assert (
        '(rests on the guide <a href="guides/#rake-guide">Rake Guide &lt;b&gt;1&lt;/b&gt;' in html
    )
    assert '(see the guide <a href="guides/#rake-guide">' in html
    said = html.index("One guide wants each rake hung up")
    assert html.rindex('data-voice="', 0, said) == html.rindex('data-voice="our reading"', 0, said)


def test_the_page_of_guides_says_what_was_not_read(renderer: Renderer) -> None:
    html = content(renderer, "safety/guides/")
    assert "The rest of it, | and the index." in html
    assert "Who published it was not shown" in html
    assert "The year was not shown" in html


def test_guides_stand_side_by_side_with_what_none_shows(renderer: Renderer) -> None:
    html = content(renderer, "safety/guides/side-by-side/")
    hooks, hoes = html.split("on:hoes", 1)
    assert "Hang up each rake." in hooks
    assert "Not shown where we read it" not in hooks
    assert "nobody asks, as far as we read" in hoes
    assert hoes.index("Not shown where we read it:") < hoes.index("Rake Guide &lt;b&gt;1")


@pytest.mark.parametrize(
    ("was", "now", "code"), [("asks: [1]", "asks: [2]", "M02"), ("hooks", "hooks-of-nobody", "R04")]
)
def test_a_topic_names_what_is_there(project: Project, was: str, now: str, code: str) -> None:
    project.edit("data/standards.yaml", was, now)
    assert [problem.code for problem in project.problems()] == [code]


def test_the_page_of_checks_sends_readers_on(project: Project) -> None:
    project.edit(
        "data/site.yaml",
        "  title: Check your program\n",
        "  title: Check your program\n  more: [{title: Roots, text: Dig., page: about/}]\n",
    )
    made = Renderer(Edition(Site.load(project.root), "https://garden.example/"))
    assert '<a href="../../about/">Roots</a> Dig.' in content(made, "design/check/")


def test_what_nobody_knows_stands_with_its_topic(renderer: Renderer) -> None:
    assert "Who left the rake, &amp; why." in content(renderer, "safety/")


@pytest.mark.parametrize("address", ["design/check/", "train/", "train/questions/"])
def test_safety_stands_first_where_somebody_plans_or_trains(
    renderer: Renderer, address: str
) -> None:
    html = content(renderer, address)
    first = html.index('../safety/"')
    assert first < html.index('../safety/help/"') < html.index('class="limits"')


def test_typed_text_stays_text(renderer: Renderer) -> None:
    for part in ("", "help/", "guides/", "guides/side-by-side/"):
        html = content(renderer, f"safety/{part}")
        assert "<script>" not in html
        assert "49" not in html


# What search finds, and the data hold.


def test_search_finds_topics_lines_and_guides_by_other_names(garden_site: Site) -> None:
    found = {document.address: document for document in piece_documents(garden_site)}
    assert "toes" in found["safety/#S01"].names
    assert "toe line" in found["safety/help/#rake-line"].names
    assert "Hang up each rake." in found["safety/guides/#rake-guide"].says[0].text


def test_each_has_a_permanent_address(garden_site: Site) -> None:
    assert garden_site.go[RecordId("topic", "S01")] == "go/S01/"
    assert garden_site.go[RecordId("helpline", "rake-line")] == "go/rake-line/"
    assert garden_site.go[RecordId("standard", "rake-guide")] == "go/rake-guide/"


def test_the_data_files_hold_them(renderer: Renderer) -> None:
    files = dict(json_files(renderer.edition))
    (line,) = json.loads(files["data/v1/helplines.json"])["helplines"]
    assert line["ways"][0] == {"text": "call 0000", "link": "tel:0000"}
    assert line["looked_on"] == "2032-01-02"
    (topic,) = json.loads(files["data/v1/safety.json"])["safety"]
    assert topic["says"][1]["guides"] == ["rake-guide"]
    assert "states no law" in topic["limits"]


def test_the_tables_hold_what_a_reader_acts_on(renderer: Renderer) -> None:
    files = dict(tables(renderer.edition))

    def row(name: str) -> dict[str, str]:
        text = files[f"data/v1/{name}.csv"].lstrip("\ufeff")
        (only,) = csv.DictReader(io.StringIO(text))
        return only

    assert row("helplines")["ways"] == "call 0000; shout {{ 7 * 7 }}"
    assert row("helplines")["seen_on"] == "Its page https://example.org/line?a=1&b=2"
    assert row("safety")["cites"] == "example_2032-weeds-F1; rake-guide"
    assert row("standards")["asks"] == "Hang up each rake."


def test_a_guide_says_that_it_is_no_research(renderer: Renderer) -> None:
    told = renderer.edition.limits.of(RecordId("standard", "rake-guide"))
    assert told.startswith("A guide is advice, not research.")

"""What is lacking is shown as lacking, wherever a theory's boxes are named."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from tests.conftest import Project
from tests.support.lacks import (
    IN_THE_WAY,
    LACK,
    SHOWN,
    Told,
    polarity,
    rendered,
    reports_lack,
    write_lack,
)
from tests.support.lacks import told as told

from theorybook.data.datafiles import DATA_FILES
from theorybook.data.schemas import schema_text
from theorybook.exports.json_files import json_files
from theorybook.exports.llms import llms
from theorybook.exports.tables import tables
from theorybook.list_filters import theory_filters, theory_values
from theorybook.model.polarity import Polarity
from theorybook.model.term import TermKind
from theorybook.named_part import Mark, named_part
from theorybook.pictures.chain import Step, marks, steps
from theorybook.record_id import RecordId
from theorybook.search.documents import page_document
from theorybook.site import Site
from theorybook.social_card.card import card

THEORY = RecordId("theory", "T002")


def problems_of(project: Project) -> list[str]:
    """Return what the checks say, but for histories: each as its place, code and message."""
    return [str(problem) for problem in project.problems() if problem.code != "H02"]


# What a term is called.


def test_a_part_is_present_unless_it_says_otherwise(garden_site: Site) -> None:
    parts = [part for theory in garden_site.theories for part in theory.parts]
    assert {part.polarity for part in parts} == {Polarity.PRESENT}


def test_a_lack_has_its_own_words_and_a_harm_its_mark(told: Told) -> None:
    weeding, leaving = told.site.term("shared-weeding"), told.site.term("leaving")
    assert named_part(weeding, Polarity.PRESENT).label == "Weeding together"
    assert named_part(weeding, Polarity.LACKING).label == LACK
    assert named_part(weeding, Polarity.IN_THE_WAY).label == f"In the way: {LACK}"
    assert named_part(weeding, Polarity.VARIES).label == "Differs: Weeding together"
    assert named_part(leaving, Polarity.PRESENT).label == "Unwanted: Leaving the garden"


@pytest.mark.parametrize("polarity", [p for p in Polarity if p.is_lack])
def test_no_lack_is_ever_called_as_what_is_there(garden_site: Site, polarity: Polarity) -> None:
    for term in garden_site.terms:
        assert term.lack is None
        assert named_part(term, polarity).label != term.name


def test_a_harm_that_is_lacking_is_no_harm(told: Told) -> None:
    leaving = told.site.term("leaving").model_copy(update={"lack": "Nobody leaves"})
    named = named_part(leaving, Polarity.LACKING)
    assert (named.label, named.mark) == ("Nobody leaves", Mark.LACKING)


@pytest.mark.parametrize("words", ["Alone", "one two three four five six seven", "", "  "])
def test_a_lack_has_two_to_six_words(project: Project, words: str) -> None:
    write_lack(project, "shared-weeding", words)
    text = (project.root / "data/terms.yaml").read_text(encoding="utf-8")
    line = text.split("\n").index(f"  lack: '{words}'") + 1
    (found,) = (p for p in problems_of(project) if "`lack`" in p)
    assert found.startswith(f"data/terms.yaml:{line}:")
    assert " M03 " in found


# The checks.


def test_a_lack_that_a_finding_reports_needs_words(project: Project) -> None:
    reports_lack(project)
    polarity(project, "shared-weeding", "lacking")
    (problem,) = (p for p in project.problems() if p.code != "H02")
    assert problem.code == "C04"
    assert project.text_at(problem.place).startswith("id: shared-weeding")
    assert "`shared-weeding`" in problem.message
    assert "T002" in problem.message
    assert "lack:" in problem.fix


def test_a_lack_that_only_a_finding_reports_needs_words_too(project: Project) -> None:
    reports_lack(project)
    polarity(project, "shared-weeding", "varies")
    (problem,) = (p for p in project.problems() if p.code != "H02")
    assert problem.code == "C04"
    assert "example_2032-weeds-F1" in problem.message


def test_a_part_that_is_present_is_refused_where_all_it_cites_reports_a_lack(
    project: Project,
) -> None:
    write_lack(project, "shared-weeding", LACK)
    reports_lack(project)
    (problem,) = (p for p in project.problems() if p.code != "H02")
    assert problem.code == "E04"
    assert project.text_at(problem.place).startswith("term: shared-weeding")
    assert "T002" in problem.message
    assert "example_2032-weeds-F1" in problem.message
    assert "polarity: lacking" in problem.fix


@pytest.mark.parametrize("value", ["lacking", "in the way"])
def test_a_part_that_is_lacking_is_refused_where_all_it_cites_supports_it(
    project: Project, value: str
) -> None:
    write_lack(project, "shared-weeding", LACK)
    polarity(project, "shared-weeding", value)
    (problem,) = (p for p in project.problems() if p.code != "H02")
    assert problem.code == "E04"
    assert "polarity: present" in problem.fix


@pytest.mark.parametrize("value", ["present", "lacking", "in the way", "varies"])
def test_findings_that_point_both_ways_go_with_everything(project: Project, value: str) -> None:
    write_lack(project, "shared-tools", "No tools to share")
    polarity(project, "shared-tools", value)
    project.edit(
        "data/studies.yaml",
        "- {term: leaving, placed: stated}",
        "- {term: leaving, placed: stated}\n"
        "    - {term: shared-tools, placed: arguable, points: reports its lack}",
    )
    project.edit(
        "data/theories.yaml",
        "text: One set of tools is there for all.\n      voice: from the study\n"
        "      cites: [example2031beds-F1]",
        "text: One set of tools is there for all.\n      voice: our reading\n"
        "      cites: [example2031beds-F1, example_2032-weeds-F1]",
    )
    assert problems_of(project) == []


def test_a_part_that_varies_is_never_refused(project: Project) -> None:
    write_lack(project, "shared-weeding", LACK)
    reports_lack(project)
    polarity(project, "shared-weeding", "varies")
    assert problems_of(project) == []


def test_a_quotation_counts_as_the_finding_that_it_says(project: Project) -> None:
    write_lack(project, "shared-weeding", LACK)
    reports_lack(project)
    said = "text: Everybody weeds on one day.\n      voice: from the study\n      cites: "
    project.edit("data/theories.yaml", f"{said}[example_2032-weeds-F1]", f"{said}[Q004]")
    assert [p.code for p in project.problems() if p.code != "H02"] == ["E04"]


def test_a_finding_that_is_taken_back_does_not_count(project: Project) -> None:
    write_lack(project, "shared-weeding", LACK)
    reports_lack(project)
    start = "  - id: example_2032-weeds-F1\n"
    gone = f"{start}    retired: {{on: 2032-01-05, why: It was misread.}}\n"
    project.edit("data/studies.yaml", start, gone)
    assert problems_of(project) == []


# The picture.


def box_of(boxes: tuple[Step, ...], kind: str) -> tuple[list[str], list[Mark], bool]:
    """Return the words of a box below its two names, its marks, and whether it is dashed."""
    (box,) = (box for box in boxes if box.research == kind)
    return (
        [words.text for words in box.words],
        [words.mark for words in box.words if words.mark],
        box.lacking,
    )


def test_a_box_names_what_is_lacking_unwanted_or_not_the_same_for_all(told: Told) -> None:
    boxes = steps(told.site, told.site.theory("T002"))
    assert box_of(boxes, "strategy") == ([LACK], [Mark.LACKING], True)
    assert box_of(boxes, "mechanism") == (["Feeling watched"], [], False)
    assert box_of(boxes, "outcome") == (["Unwanted: Leaving the garden"], [Mark.HARM], False)
    other = steps(told.site, told.site.theory("T001"))
    assert box_of(other, "context") == (["Differs: Old quarrels"], [Mark.VARIES], False)
    words, found, dashed = box_of(other, "outcome")
    unknown, *named = words
    assert unknown in ("Not known", "Partly not known")
    assert named == [f"Our guess, in the way: {IN_THE_WAY}", "Unwanted: Blisters"]
    assert (found, dashed) == ([Mark.IN_THE_WAY, Mark.HARM], True)


def test_the_key_explains_the_marks_that_are_there(told: Told) -> None:
    assert marks(steps(told.site, told.site.theory("T002"))) == (Mark.LACKING, Mark.HARM)
    found = marks(steps(told.site, told.site.theory("T001")))
    assert found == (Mark.IN_THE_WAY, Mark.VARIES, Mark.HARM)


# The pages.


def test_the_page_of_a_theory_says_it_in_each_box_and_below_it(told: Told) -> None:
    html = told.html(THEORY)
    glances = re.findall(r"<summary>(.*?)</summary>", html, re.DOTALL)
    (lack,) = (glance for glance in glances if "chain__words--lacking" in glance)
    assert SHOWN in lack
    assert 'class="mark mark--lacking"' in lack
    (harm,) = (glance for glance in glances if "chain__words--harm" in glance)
    assert "Unwanted: Leaving the garden" in harm
    assert 'class="mark mark--harm"' in harm
    assert f">{SHOWN}</a>, the lack of: Weeding together." in html
    assert ">Leaving the garden</a>, an unwanted outcome (harm)." in html
    other = told.html(RecordId("theory", "T001"))
    assert f">{IN_THE_WAY}</a>, in the way, the lack of: Staying in the garden." in other
    assert ">Old quarrels</a>, there for some and not for others" in other
    assert ">Weeding together</a>" not in html
    key = html.partition('aria-label="What the marks mean"')[2].partition("</ul>")[0]
    assert "a lack<" in key
    assert "an unwanted outcome (harm)" in key
    assert "for some" not in key


def test_a_theory_without_marks_has_no_key(project: Project) -> None:
    was = "is_not: Moving to another bed.\n  concerns: [gardener]\n  wanted: no"
    project.edit("data/terms.yaml", was, was.removesuffix("no") + "yes")
    html = rendered(project).html(THEORY)
    assert "What the marks mean" not in html
    assert "chain__words--harm" not in html


def test_the_list_names_the_lack_and_the_harm(told: Told) -> None:
    row = told.html("theories/").partition('data-name="T002"')[2].partition("</li>")[0]
    assert f"{SHOWN}</span>" in row
    assert "mark--lacking" in row
    assert "Leaving the garden</span>" in row
    assert "mark--harm" in row
    assert ">Weeding together<" not in row


def test_the_list_is_filtered_by_the_lack(told: Told) -> None:
    options = {name: choices for name, _, choices in theory_filters(told.site)}
    assert ("shared-weeding_lacking", LACK) in options["strategy"]
    assert "shared-weeding" not in dict(options["strategy"])
    assert ("leaving", "Unwanted: Leaving the garden") in options["outcome"]
    assert ("staying_lacking", IN_THE_WAY) in options["outcome"]
    fits = theory_values(told.site, told.site.theory("T002"))
    assert fits["strategy"] == ("shared-weeding_lacking",)


def test_every_value_that_a_theory_fits_is_an_option(told: Told) -> None:
    options = {name: dict(choices) for name, _, choices in theory_filters(told.site)}
    for theory in told.site.theories:
        for name, values in theory_values(told.site, theory).items():
            assert set(values) <= set(options.get(name, values)), (theory.id, name)


def test_the_page_of_a_term_says_what_its_lack_is_called(told: Told) -> None:
    html = told.html(RecordId("term", "shared-weeding"))
    assert "When it is lacking." in html
    assert SHOWN in html
    assert 'It is lacking in <span class="badge">T002</span> Weeds and eyes: <svg' in html
    assert "When it is lacking" not in told.html(RecordId("term", "shared-tools"))


def test_the_list_of_terms_and_a_study_name_the_lack(told: Told) -> None:
    assert "When it is lacking: <svg" in told.html("strategies/")
    assert "an unwanted outcome (harm)" in told.html("outcomes/")
    study = told.html(RecordId("study", "example_2032-weeds"))
    assert f"{SHOWN}</a> <small>reports its lack</small>" in study


def test_search_takes_in_the_words_of_the_lack(told: Told) -> None:
    for id_ in (THEORY, RecordId("term", "shared-weeding")):
        page, html = told.page(id_)
        found = page_document(told.site, page, html)
        assert LACK in found.names


def test_the_shared_picture_names_what_is_lacking(told: Told) -> None:
    page, _ = told.page(THEORY)
    assert card(told.edition, page).kind == f"Theory T002, version 1. {LACK}"
    assert LACK in card(told.edition, page).alt
    other, _ = told.page(RecordId("theory", "T001"))
    assert card(told.edition, other).kind == f"Theory T001, version 2. In the way: {IN_THE_WAY}"


# The data.


def test_json_says_how_each_part_stands_and_what_a_lack_is_called(told: Told) -> None:
    files = dict(json_files(told.edition))
    theory = json.loads(files["data/v1/theories/T002.json"])
    assert [part["polarity"] for part in theory["strategy"]["parts"]] == ["lacking"]
    assert [part["polarity"] for part in theory["outcome"]["parts"]] == ["present"]
    assert json.loads(files["data/v1/terms/shared-weeding.json"])["lack"] == LACK
    assert json.loads(files["data/v1/terms/shared-tools.json"])["lack"] is None


def rows(told: Told, name: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table by their id."""
    text = dict(tables(told.edition))[f"data/v1/{name}.csv"].removeprefix("\ufeff")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


def test_tables_keep_their_columns_and_tell_the_lack_in_new_ones(told: Told) -> None:
    theories = rows(told, "theories")
    assert theories["T002"]["strategy"] == "shared-weeding"
    assert (theories["T002"]["lacking"], theories["T002"]["varies"]) == ("shared-weeding", "")
    assert theories["T001"]["outcome"] == "staying; blisters"
    assert theories["T001"]["lacking"] == theories["T001"]["in_the_way"] == "staying"
    assert theories["T001"]["varies"] == "old-quarrels"
    columns = list(theories["T001"])
    assert columns[columns.index("lacking") :][:3] == ["lacking", "in_the_way", "varies"]
    assert rows(told, "terms")["shared-weeding"]["lack"] == LACK


def test_the_page_for_language_models_names_the_boxes(told: Told) -> None:
    text = llms(told.renderer)
    line = next(line for line in text.split("\n") if line.startswith("- [T002"))
    assert "What the program does: No \\<b\\>weed\\</b\\> \\& us;" in line
    assert "What changes: Unwanted: Leaving the garden." in line
    other = next(line for line in text.split("\n") if line.startswith("- [T001"))
    changes = f"Partly not known / Our guess, in the way: {IN_THE_WAY} / Unwanted: Blisters."
    assert f"What changes: {changes}" in other


@pytest.mark.parametrize("kind", list(TermKind))
def test_all_of_a_theory_can_be_lacking(told: Told, kind: TermKind) -> None:
    for term in told.site.terms_of(kind):
        assert named_part(term, Polarity.LACKING).is_lack


def test_editors_are_told_what_may_be_written() -> None:
    by_name = {file.name: json.loads(schema_text(file)) for file in DATA_FILES}
    polarity = by_name["theories"]["$defs"]["Polarity"]
    assert polarity["enum"] == [each.value for each in Polarity]
    about = by_name["theories"]["$defs"]["Part"]["properties"]["polarity"]["description"]
    assert all(f"`{each}`" in about for each in Polarity)
    assert by_name["terms"]["$defs"]["Term"]["properties"]["lack"]["description"]

"""A name says whether researchers use it, and where we read it; a definition says it is ours."""

from __future__ import annotations

from tests.conftest import Project
from tests.support.lacks import rendered

from theorybook.record_id import RecordId

OURS = "Our name for it: <i>"
THEIRS = "Name in research: <i>"
QUOTED = RecordId("theory", "T001")
NAMED = RecordId("theory", "T002")
TERM = RecordId("term", "old-quarrels")


def test_a_quoted_name_is_a_name_in_research(project: Project) -> None:
    html = rendered(project).html(QUOTED)
    assert f"{THEIRS}“" in html
    assert OURS not in html


def test_a_name_that_cites_nothing_is_ours(project: Project) -> None:
    html = rendered(project).html(NAMED)
    assert f"{OURS}Collective maintenance as surveillance</i></p>" in html
    assert THEIRS not in html


def test_a_name_that_cites_a_study_says_where_it_was_read(project: Project) -> None:
    was = "    text: Collective maintenance as surveillance\n"
    project.edit("data/theories.yaml", was, f"{was}    cites: [example_2032-weeds]\n")
    html = rendered(project).html(NAMED)
    assert f"{THEIRS}Collective maintenance as surveillance</i> <span" in html
    assert "(read in <a" in html.split(THEIRS)[1].split("</p>")[0]
    assert OURS not in html


def test_a_name_cannot_cite_what_is_not_there(project: Project) -> None:
    was = "    text: Collective maintenance as surveillance\n"
    project.edit("data/theories.yaml", was, f"{was}    cites: [nobody2030nothing]\n")
    assert any("nobody2030nothing" in problem.message for problem in project.problems())


def test_a_term_says_whose_its_second_name_is(project: Project) -> None:
    assert f"{OURS}Unresolved conflict</i></p>" in rendered(project).html(TERM)
    was = "  research_name: Unresolved conflict\n"
    project.edit("data/terms.yaml", was, f"{was}  named_in: [example2031beds]\n")
    told = rendered(project)
    assert f"{THEIRS}Unresolved conflict</i> <span" in told.html(TERM)
    assert "Name in research: <i>Unresolved conflict</i>" in told.html("contexts/")


def test_a_list_shows_no_name_that_is_only_ours(project: Project) -> None:
    assert "Unresolved conflict" not in rendered(project).html("contexts/")


def test_a_definition_says_that_it_is_ours_and_what_it_rests_on(project: Project) -> None:
    told = rendered(project)
    for term in told.site.terms:
        html = told.html(RecordId("term", term.id))
        rests = bool(told.site.findings_by_direction(term.id))
        assert ("the findings placed here</a>, and where we draw" in html) == rests, term.id
        assert ("so what the word means is our choice" in html) != rests, term.id
    assert {bool(told.site.findings_by_direction(term.id)) for term in told.site.terms} == {
        True,
        False,
    }


def test_what_a_step_does_not_tell_is_told_once(project: Project) -> None:
    told = rendered(project)
    for theory in told.site.theories:
        # A text for a proposal is copied as a whole, so it says all again.
        html = told.html(RecordId("theory", theory.id)).partition('id="proposal"')[0]
        unknown = [slot.unknown for slot in theory.slots.values() if slot.unknown]
        assert html.count(": told in <a href=") == len(unknown)
        assert all(html.count(gap.what) <= 1 for gap in unknown)

"""Does it work? Each answer rests on what it cites, or says that nobody tested it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.support.made import rendered

from theorybook.model.answer import Found
from theorybook.site import Site
from theorybook.study_counts import study_counts

if TYPE_CHECKING:
    from tests.conftest import Project

FILE = "data/answers.yaml"
PAGE = "does-it-work/"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("found: not tested here", "found: not settled", "no study is told of"),
        ("found: not tested here", "found: not settled", "`unknown` belongs to"),
        ("found: worse with it", "found: not tested here", "`unknown` belongs to"),
    ],
)
def test_what_was_found_is_cited_and_what_was_not_tested_is_unknown(
    project: Project, old: str, new: str, said: str
) -> None:
    project.edit(FILE, old, new)
    problems = project.problems()
    assert {problem.code for problem in problems} == {"M02"}
    assert [p for p in problems if said in p.message]


def test_a_study_of_other_people_is_no_answer(project: Project) -> None:
    project.edit(FILE, "about: gardeners", "about: neighbors")
    project.edit(FILE, "[example2031beds-F2]", "[example2031beds-F2, example_2032-weeds-F1]")
    (problem,) = project.problems()
    assert (problem.code, project.text_at(problem.place)) == ("E05", "example_2032-weeds-F1]")
    assert problem.message == "A01 is about neighbors, and example_2032-weeds is not"


def test_a_study_is_cited_by_what_it_says(project: Project) -> None:
    project.edit(FILE, "[example2031beds-F2]", "[example2031beds]")
    assert [problem.code for problem in project.problems()] == ["V04"]


def test_answers_are_told_by_whom_they_are_about_and_the_others_last(garden_site: Site) -> None:
    told = [(name, [a.id for a in answers]) for name, answers in garden_site.answers_by_group()]
    assert told == [("gardeners", ["A01"]), ("", ["A02"])]


def test_each_line_opens_its_findings_or_says_where_we_looked(garden_site: Site) -> None:
    page = rendered(garden_site, PAGE)
    found = page[page.index('id="A01"') : page.index('id="A02"')]
    assert 'href="../studies/example2031beds/#example2031beds-F2"' in found
    assert "worse with it" in found
    unknown = page[page.index('id="A02"') :]
    assert "Nobody asked a snail" in unknown
    assert "Under the leaves." in unknown


def test_the_minute_opens_what_it_rests_on_from_the_home_page_too(garden_site: Site) -> None:
    finding = "studies/example2031beds/#example2031beds-F1"
    for address, to in ((PAGE, "../"), ("", "")):
        page = rendered(garden_site, address)
        minute = page[page.index('<ul class="minute">') : page.index("</ul>", page.index("minute"))]
        assert "Blisters, &amp; few of them." in minute
        assert f'href="{to}{finding}"' in minute
        assert "<script>alert" not in page


def test_a_copied_paragraph_says_who_says_it_the_limits_and_the_source(garden_site: Site) -> None:
    page = rendered(garden_site, PAGE)
    copied = page[page.index('<div class="proposal__text"') :].partition("</div>")[0]
    assert "Gardeners: Blisters, &amp; few of them. (from the study: Example and others, 2031)" in (
        " ".join(copied.split())
    )
    assert "A good lead, not proof." in copied
    assert "contributors. (2032" in copied
    assert "/does-it-work/" in copied


def test_each_sign_is_its_own_and_stands_beside_its_words(garden_site: Site) -> None:
    assert len({found.sign for found in Found}) == len(Found)
    page = rendered(garden_site, PAGE)
    for found in Found:
        blank = "" if found.sign else " sign--blank"
        mark = f'<span class="sign{blank}" aria-hidden="true">{found.sign}</span>'
        beside = re.sub("<[^>]+>", "", page.partition(mark)[2])
        assert beside.lstrip().startswith(found.value)


def test_what_speaks_is_counted_by_its_kind(garden_site: Site) -> None:
    first, second = garden_site.answers
    assert study_counts(garden_site, first)
    assert study_counts(garden_site, second) == ""


def test_a_line_of_people_some_of_whom_show_no_ages_needs_one_study_of_them(
    project: Project,
) -> None:
    flagged = "about: neighbors\n  some_ages_not_shown: true"
    project.edit(FILE, "about: gardeners", flagged)
    project.edit(FILE, "[example2031beds-F2]", "[example2031beds-F2, example_2032-weeds-F1]")
    assert not project.problems()
    project.edit(FILE, "[example2031beds-F2, example_2032-weeds-F1]", "[example_2032-weeds-F1]")
    project.edit(FILE, "[example2031beds-F1]", "[example_2032-weeds-F1]")
    assert [problem.code for problem in project.problems()] == ["E05", "E05"]


def test_a_theory_is_counted_on_the_step_that_it_is_on(garden_site: Site) -> None:
    page = rendered(garden_site, PAGE)
    ours = page[page.index('id="ours"') :]
    assert ours.count(f"of {len(garden_site.theories)}") == 4

"""Situations: what they take from theories is found, told where it is not, and leaves with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.made import rendered

from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

FILE = "data/situations.yaml"
PAGE = "situations/alone-with-a-spade/"


def told(project: Project) -> list[tuple[str, str]]:
    """Return the code of each problem, and what stands at its place."""
    return [(problem.code, project.text_at(problem.place)) for problem in project.problems()]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("begins: Is there one shed", "begins: Is their one shed", "did you mean"),
        ("begins: Whether anybody stayed", "begins: Whether nobody stayed", "nothing of this kind"),
        ("begins: Let people choose a bed", "begins: Does each bed", "nothing of this kind"),
    ],
)
def test_what_no_part_of_the_theory_begins_with_is_told(
    project: Project, old: str, new: str, said: str
) -> None:
    project.edit(FILE, old, new)
    (problem,) = project.problems()
    assert problem.code == "R07"
    assert said in problem.message
    assert project.text_at(problem.place).startswith(new.removeprefix("begins: "))


def test_words_that_two_parts_begin_with_are_told(project: Project) -> None:
    more = "  - {ask: {text: Is there one shed for none?, voice: a question for you}, first_fix: {text: No., voice: our advice}}\n"  # noqa: E501
    text = (project.root / "data/theories.yaml").read_text(encoding="utf-8")
    first = "  conditions:\n"
    (project.root / "data/theories.yaml").write_text(
        text.replace(first, first + more, 1), encoding="utf-8"
    )
    problems = [p for p in project.problems() if p.code == "R07"]
    assert [p.message for p in problems] == ["2 in T001 begin `Is there one shed`"]


def test_a_part_is_found_wherever_its_theory_puts_it(project: Project) -> None:
    more = "  - {ask: {text: Is there no shed?, voice: a question for you}, first_fix: {text: No., voice: our advice}}\n"  # noqa: E501
    text = (project.root / "data/theories.yaml").read_text(encoding="utf-8")
    (project.root / "data/theories.yaml").write_text(
        text.replace("  conditions:\n", f"  conditions:\n{more}", 1), encoding="utf-8"
    )
    assert [p for p in project.problems() if p.code == "R07"] == []


def test_parts_come_from_theories_that_bear_on_it(project: Project) -> None:
    project.edit(
        FILE,
        "{theory: T001, begins: Is there one shed}",
        "{theory: T002, begins: Can people weed}",
    )
    assert told(project) == [("R07", "Can people weed}")]


def test_a_reading_rests_on_the_theory_and_a_study_on_what_it_says(project: Project) -> None:
    text = "    text: A hedge would not.\n    voice: our reading\n"
    project.edit(FILE, text, text.replace("our reading", "from the study"))
    assert [code for code, _ in told(project)] == ["V02"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - action: {theory: T015, begins: Let people choose a bed}\n", "  - {}\n"),
        (
            "  - own:\n",
            "  - action: {theory: T015, begins: Let people choose a bed}\n    own:\n",
        ),
    ],
)
def test_a_step_is_an_action_or_words_of_ours(project: Project, old: str, new: str) -> None:
    project.edit(FILE, old, new)
    assert [code for code, _ in told(project)] == ["M02"]


def test_what_is_retired_leaves_the_page_with_all_that_is_taken_from_it(garden_site: Site) -> None:
    (situation,) = garden_site.situations
    assert [item.theory for item in situation.theories] == ["T001"]
    assert [part.theory for _, part in situation.taken] == ["T001", "T001"]
    assert [bool(step.own) for step in situation.steps] == [True]
    assert situation.gaps == ("G01",)
    page = rendered(garden_site, PAGE)
    assert "Is there one shed for all?" in page
    assert "Does each bed have a hedge?" not in page
    assert "Let people choose a bed" not in page


def test_who_is_in_it_is_cared_for_before_anything_is_asked(garden_site: Site) -> None:
    page = rendered(garden_site, PAGE)
    spots = ["Is your back sore?", "../../safety/help/", 'id="limits"', 'id="check"', 'id="do"']
    assert sorted(spots, key=page.index) == spots


def test_the_list_and_the_home_page_lead_to_it(garden_site: Site) -> None:
    assert 'href="alone-with-a-spade/"' in rendered(garden_site, "situations/")
    assert f'href="{PAGE}"' in rendered(garden_site, "")

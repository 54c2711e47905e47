"""A blank is told where it stands, and nothing that follows from it. A draft may have some."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Project

from theorybook.authoring.addable import kind_called
from theorybook.authoring.new_record import new_record
from theorybook.data.folder import read_folder
from theorybook.kinds import RecordKind
from theorybook.problems import Problem
from theorybook.site import Site

FINDING = "example2031beds-F1"


def add(project: Project, kind_name: str, **answers: str) -> int:
    """Add a new record to a copy of the garden; return how many blanks it has."""
    kind = kind_called(kind_name)
    assert isinstance(kind, RecordKind)
    path = project.root / "data" / kind.filename
    said = {field.replace("__", "."): answer for field, answer in answers.items()}
    folder = read_folder(project.root / "data")
    new = new_record(kind, folder, path.read_text(encoding="utf-8"), said, date(2032, 5, 1))
    path.write_text(new.text, encoding="utf-8")
    return new.text.count("___")


def told(project: Project, code: str) -> list[Problem]:
    """Return the notes of a copy of the garden that have a code."""
    return [note for note in Site.load(project.root).notes if note.code == code]


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("quote", {}),
        # Its words are all that it lacks. They need not be looked for in the source.
        ("quote", {"source": "example2031beds", "stands": "title", "speaker": "gardener"}),
        ("term", {"name": "Mulch"}),
        ("tension", {}),
        ("gap", {}),
        ("glossary", {"name": "Mulch"}),
        ("helpline", {"name": "Mulch"}),
        ("standard", {"id": "mulch"}),
        ("answer", {}),
        ("topic", {}),
        ("situation", {"slug": "mulch"}),
    ],
)
def test_each_blank_is_told_and_nothing_else(
    project: Project, name: str, answers: dict[str, str]
) -> None:
    count = add(project, name, **answers)
    problems = [p for p in project.problems() if p.code != "R05"]  # nothing uses a new term yet
    assert [problem.code for problem in problems] == ["F01"] * count
    assert all("___" in project.text_at(problem.place) for problem in problems)
    assert len({problem.place for problem in problems}) == count


def test_a_study_with_blanks(project: Project) -> None:
    with (project.root / "data" / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@misc{beet2032slugs, author={Beet, B.}, title={Slugs}, year=2032}\n")
    count = add(project, "study", key="beet2032slugs")
    assert [problem.code for problem in project.problems()] == ["F01"] * count


def test_a_blank_in_an_old_record_silences_no_other_mistake(project: Project) -> None:
    project.edit("data/theories.yaml", "text: People who dig.", "text: ___ Who digs?")
    project.edit("data/quotes.yaml", "- id: Q002\n", "- id: Q002\n  colour: red\n")
    assert {problem.code for problem in project.problems()} >= {"F01", "M01"}


def test_a_draft_may_have_blanks(project: Project) -> None:
    count = add(
        project, "theory", slug="a-shed", about="gardener", evidence__finding=FINDING,
        evidence__stance="supports",
    )  # fmt: skip
    assert project.problems() == ()
    (note,) = told(project, "N17")
    assert f"T016 has {count} blanks" in note.message
    assert project.text_at(note.place).startswith("___")
    # It lacks nothing but words, so it can be looked at.
    assert "T016" in {t.id for t in read_folder(project.root / "data").records.theories}


def test_a_draft_that_lacks_more_than_words_is_no_mistake_either(project: Project) -> None:
    add(project, "theory", slug="a-shed")
    assert project.problems() == ()
    assert len(told(project, "N17")) == 1
    assert "T016" not in {t.id for t in read_folder(project.root / "data").records.theories}


def test_a_draft_with_a_real_mistake_is_told(project: Project) -> None:
    add(project, "theory", slug="a-shed", evidence__finding="example2031beds-F9")
    assert {problem.code for problem in project.problems()} == {"R02", "R04"}


def test_a_theory_with_blanks_cannot_be_published(project: Project) -> None:
    count = add(project, "theory", slug="a-shed", status="published")
    assert [problem.code for problem in project.problems()] == ["F01"] * count


def test_what_only_looks_like_a_blank_is_none(project: Project) -> None:
    project.edit("data/theories.yaml", "text: People who dig.", "text: People who dig ___ holes.")
    assert project.problems() == ()

"""Mistakes beside each other, and at the edges. `test_faults.py` has the slips one by one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from theorybook.addresses import LISTS
from theorybook.data.datafiles import DATA_FILES
from theorybook.problems import DataError, Place
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project


T, S, Q, W, G, H, X, N, WAITING = (f"data/{file.filename}" for file in (
    DATA_FILES[1], *DATA_FILES[2:6], DATA_FILES[0], *DATA_FILES[6:8], DATA_FILES[-1]
))  # fmt: skip
BIB = "data/references.bib"
PUB = "data/published.json"
ABOUT = "docs/about/index.md"

EVIDENCE = """\
  evidence:
  - id: T002-E1
    study: example_2032-weeds
    quote: Q004
    stance: supports
    directness: outright
    adds: They felt watched, and two left.
    why: The page says just that.
  - id: T002-E2
    study: example2031beds
    quote: Q003
    stance: goes against
    directness: by inference
    adds: Trust grows slowly.
    why: It may have been too early to tell.
"""


@pytest.mark.parametrize(
    ("new", "points_at"),
    [("", "id: T002"), ("  evidence: []\n", "evidence: []"), ("  evidence:\n", "evidence:")],
)
def test_a_theory_without_evidence(project: Project, new: str, points_at: str) -> None:
    project.edit(T, EVIDENCE, new)
    (problem,) = [p for p in project.problems() if p.code == "E01"]
    assert project.text_at(problem.place).startswith(points_at)


def test_a_quotation_without_stored_text(project: Project) -> None:
    (project.root / "data/sources/example_2032-weeds.txt").unlink()
    (problem,) = project.problems()
    assert problem.code == "Q02"
    assert project.text_at(problem.place) == "they felt watched, and two of them left"
    assert "data/sources/example_2032-weeds.txt" in problem.fix


def test_a_stored_text_of_an_unknown_publication(project: Project) -> None:
    folder = project.root / "data/sources"
    shutil.copy(folder / "example_2032-weeds.txt", folder / "example_2032-seeds.txt")
    (problem,) = project.problems()
    assert problem.code == "R06"
    assert problem.place == Place("data/sources/example_2032-seeds.txt")
    assert "did you mean `example_2032-weeds`" in problem.message


def test_a_draft_may_name_a_draft_and_be_hidden(project: Project) -> None:
    third = (project.root / T).read_text(encoding="utf-8").split("\n- id: T002\n")[1]
    third = third.partition("- id: T015\n")[0]
    third = third.replace("status: published", "status: draft")
    link = (
        "  links:\n  - relation: shares ground with\n    theory: {other}\n"
        "    why: {{text: Why., voice: our advice}}\n"
    )
    with (project.root / T).open("a", encoding="utf-8") as file:
        for id_, slug, other in (("T003", "third", "T004"), ("T004", "fourth", "T003")):
            theory = third.replace("T002", id_).replace("weeding-together", slug)
            file.write(f"- id: {id_}\n{theory}{link.format(other=other)}")
    assert project.problems() == ()
    project.edit(T, "theory: T002\n    why:\n", "theory: T003\n    why:\n")
    (problem,) = project.problems()
    assert (problem.code, project.text_at(problem.place)) == ("R04", "T003")


def test_a_citation_is_what_mkdocs_bibtex_takes_for_one(project: Project) -> None:
    page = project.root / "docs/page.md"
    page.write_text(
        "[a link](x@y) [ada@garden.example] [no key] @example [x] me@example.org\n"
        "`[@in_code]`\n[a@glued] [see [@nested] x] [@a; @b, p. 1; c@d.org; -@e]\n",
        encoding="utf-8",
    )
    found = {
        (p.place.line, p.place.column, p.message.split("`")[1])
        for p in project.problems()
        if p.code != "L01"
    }
    assert found == {
        (2, 4, "in_code"),
        (3, 4, "glued"),
        (3, 18, "nested"),
        (3, 31, "a"),
        (3, 35, "b"),
        (3, 46, "d"),
        (3, 55, "e"),
    }


def test_mistakes_in_many_files_and_in_one_record_are_told_at_once(project: Project) -> None:
    for code, file, old, new in (
        ("V01", T, "    text: People who weed.\n    voice: our advice\n", "    text: P.\n"),
        ("M01", T, "  short: Weeds and eyes", "  shrt: Weeds and eyes"),
        ("M03", T, "reviewed: 2032-01-04", "reviewed: soon"),
        ("R03", T, "- term: feeling-watched", "- term: feeling-washed"),
        ("R02", T, "    study: example_2032-weeds", "    study: example_2032-wees"),
        ("H01", T, "  - version: 1\n    date: 2032-01-04", "  - version: 9\n    date: 2032-01-04"),
        ("E02", T, "    quote: Q003\n", ""),
        ("Q01", Q, "they felt watched, and", "they felt watched and"),
        ("R04", Q, "speaker: not-stated", "speaker: nobody"),
        ("M02", S, "  depth_note: There is no more of it.\n", ""),
        ("C01", W, "  definition: Not coming back.\n", ""),
        ("M01", G, "  name: Compost", "  namx: Compost"),
        ("Y02", H, "subject: c", "subject: d\nsubject: c"),
        ("R02", ABOUT, "[@example2031beds]", "[@nokey]"),
        (
            "P01",
            PUB,
            '"glossary/shed": [',
            '"glossary/gone": ["glossary/#gone"], "glossary/shed": [',
        ),
    ):
        assert code
        project.edit(file, old, new)
    problems = project.problems()
    codes = [(p.place.file.split("/")[-1].split(".")[0], p.code) for p in problems]
    assert list(problems) == sorted(problems)
    assert sorted(set(codes)) == sorted(
        {
            ("theories", "V01"), ("theories", "M01"), ("theories", "M03"),
            ("theories", "R03"), ("theories", "R02"), ("theories", "H01"), ("theories", "E02"),
            ("quotes", "Q01"), ("studies", "M02"), ("terms", "C01"), ("glossary", "M01"),
            ("site", "Y02"), ("index", "R02"),
        }
    )  # fmt: skip


@pytest.mark.parametrize("file", [T, S, Q, W, G, H, X, N, WAITING, BIB, PUB])
def test_a_file_that_cannot_be_read_is_the_only_problem(project: Project, file: str) -> None:
    (project.root / file).unlink()
    assert [(p.code, p.place) for p in project.problems()] == [("Y04", Place(file))]


@pytest.mark.parametrize("file", [T, S, Q, W, G, H, X, N, WAITING])
def test_a_file_that_is_no_yaml_is_the_only_problem(project: Project, file: str) -> None:
    (project.root / file).write_text("a: [", encoding="utf-8")
    assert [(p.code, p.place.file) for p in project.problems()] == [("Y01", file)]


def test_what_stands_on_a_lost_page_is_not_told_apart(project: Project) -> None:
    project.edit(T, "- id: T002\n", "- id: T003\n")
    project.edit(
        PUB,
        '"theory/T001"',
        '"theory/T009": ["theories/x/"], "evidence/T009-E1": ["theories/x/#T009-E1"],'
        ' "theory/T001"',
    )
    told = [p for p in project.problems() if p.code == "P01"]
    assert len(told) == 2
    assert "the theory `T002`" in told[0].message
    assert "the theory `T009`" in told[1].message


def test_a_broken_record_does_not_hide_nor_invent_other_problems(project: Project) -> None:
    project.edit(T, "id: T001\n", "id: T001\n  wrong: field\n")
    project.edit(T, "- term: leaving", "- term: staying")  # fine: the same kind
    project.edit(T, "about: neighbor", "about: neighbour")
    assert [p.code for p in project.problems()] == ["M01", "R04"]


def test_places_are_right_behind_a_broken_record(project: Project) -> None:
    project.edit(T, "id: T001\n", "id: T001\n  wrong: field\n")
    project.edit(T, "- term: feeling-watched", "- term: leaving")
    project.edit(T, "    quote: Q003", "    quote: Q004")
    project.edit(Q, "id: Q001", "id: 1")
    project.edit(Q, "they felt watched", "they felt washed")
    told = {p.code: project.text_at(p.place) for p in project.problems()}
    assert told["R03"] == "leaving"
    assert told["E02"] == "Q004"
    assert told["Q01"].startswith("they felt washed")


def test_each_generated_page_needs_its_words_and_no_other(project: Project) -> None:
    path = project.root / H
    text = path.read_text(encoding="utf-8")
    told = {}
    for address in LISTS:
        (line,) = [line for line in text.split("\n") if line == f"- address: {address}"]
        path.write_text(text.replace(f"{line}\n", "- address: about/\n"), encoding="utf-8")
        told[address] = sorted(
            (p.code, p.message.split("page ")[1].split("`")[1]) for p in project.problems()
        )
    assert told == {address: [("C03", address), ("R04", "about/")] for address in LISTS}


def test_an_entry_that_is_renamed_is_not_noted_as_one_that_nothing_uses(project: Project) -> None:
    project.edit("data/site.yaml", "{id: nowhere, name", "{id: nowhere-else, name")
    with pytest.raises(DataError) as caught:
        Site.load(project.root)
    assert "R04" in {problem.code for problem in caught.value.problems}
    assert not [note for note in caught.value.notes if "the country" in note.message]

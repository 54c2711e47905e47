"""What a check takes and what it refuses, at the very edge, and beside other mistakes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from theorybook.checks.citations import faulty_citations
from theorybook.checks.lost_records import LostRecords
from theorybook.data.folder import read_folder
from theorybook.problems import Place, Problem
from theorybook.record_id import RecordId
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

T, S, Q, W, PUB = (
    f"data/{name}"
    for name in ("theories.yaml", "studies.yaml", "quotes.yaml", "terms.yaml", "published.json")
)


# What makes a draft of the first theory.
DRAFTED = (
    "  slug: sharing-tools\n  status: published",
    "  slug: sharing-tools\n  status: draft",
)


def told(project: Project, code: str) -> list[Problem]:
    """Return the problems of one code."""
    return [problem for problem in project.problems() if problem.code == code]


def words(count: int, last: str = "ends") -> str:
    """Return a sentence of so many words, that stands nowhere else."""
    return " ".join(["It", *(["goes"] * (count - 2)), last]) + "."


@pytest.mark.parametrize(("count", "mistakes"), [(25, 0), (26, 1)])
def test_a_sentence_may_have_25_words(project: Project, count: int, mistakes: int) -> None:
    project.edit(T, "Plant a hedge, or <two>.", words(count))
    found = told(project, "W01")
    assert [problem.message.split(":")[0] for problem in found] == (
        [f"a sentence of {count} words"] * mistakes
    )


@pytest.mark.parametrize(("second", "mistakes"), [(12, 0), (13, 1)])
def test_a_headline_of_two_sentences_may_have_25_words(
    project: Project, second: int, mistakes: int
) -> None:
    old = "text: Weeding together can make people feel watched, and leave."
    project.edit(T, old, f"text: {words(13)} {words(second, 'so')}")
    assert [p.message for p in told(project, "W01")] == ["a headline of 26 words"] * mistakes


def test_what_is_too_long_behind_a_draft_is_told(project: Project) -> None:
    project.edit(
        T, "  slug: sharing-tools\n  status: published", "  slug: sharing-tools\n  status: draft"
    )
    project.edit(T, "Leave the shed open.", words(30))
    project.edit(T, "Plant a hedge, or <two>.", words(28))
    assert [p.message.split(":")[0] for p in told(project, "W01")] == ["a sentence of 28 words"]


HARD = "Internationalization necessitates organizational accountability. " * 40


def test_a_draft_may_be_hard_and_what_stands_behind_it_may_not(project: Project) -> None:
    project.edit(
        T, "  slug: sharing-tools\n  status: published", "  slug: sharing-tools\n  status: draft"
    )
    project.edit(T, "Leave the shed open.", HARD)
    assert told(project, "W02") == []
    project.edit(T, "text: People hum while they weed.", f"text: {HARD}")
    (problem,) = told(project, "W02")
    assert project.text_at(problem.place) == "T002"
    assert problem.message.startswith("T002 reads at school grade ")
    assert "the hardest is: Internationalization necessitates" in problem.fix


def test_one_sentence_may_stand_twice_in_one_place_alone(project: Project) -> None:
    project.edit(T, "text: People hum while they weed.",
                 "text: Name a DAY for weeding, alone!")  # fmt: skip
    (problem,) = told(project, "W03")
    assert project.text_at(problem.place).startswith("Name a DAY for weeding, alone!")


def test_the_start_of_a_sentence_is_quoted_and_no_more(project: Project) -> None:
    project.edit(T, "Plant a hedge, or <two>.", words(26))
    (problem,) = told(project, "W01")
    assert problem.message.endswith(": It goes goes goes goes goes goes goes goes ...")


def test_a_missing_text_is_told_beside_other_mistakes(project: Project) -> None:
    (project.root / "data/sources/example_2032-weeds.txt").unlink()
    (project.root / "data/sources/example2031beds.txt").write_bytes(b"\xff")
    problems = project.problems()
    assert [(p.code, p.place.file) for p in problems if p.code[0] in "QY"] == [
        ("Q02", Q),
        ("Y04", "data/sources/example2031beds.txt"),
    ]
    (missing,) = (p for p in problems if p.code == "Q02")
    assert project.text_at(missing.place).startswith("they felt watched")


def test_long_words_that_are_nowhere_are_cut_where_they_are_told(project: Project) -> None:
    long = "nobody ever said these words about the beds of the garden, or any"
    project.edit(Q, "exact: It's said that \"trust grows slowly\", and that it can't be bought.",
                 f"exact: {long}")  # fmt: skip
    (problem,) = told(project, "Q01")
    shown = problem.message.split("'")[1]
    assert shown == long[:57] + "..."
    assert len(shown) == 60


def test_words_of_sixty_letters_are_told_whole(project: Project) -> None:
    whole = "nobody said these words about the beds of that garden, or ho"
    assert len(whole) == 60
    project.edit(Q, "exact: It's said that \"trust grows slowly\", and that it can't be bought.",
                 f"exact: {whole}")  # fmt: skip
    (problem,) = told(project, "Q01")
    assert f"'{whole}'" in problem.message


def gone_from_the_bibliography(project: Project) -> None:
    """Say that a reference was published which is not there."""
    first = '"reference/example2031beds"'
    project.edit(PUB, first, f'"reference/gone2030": ["references/#gone2030"], {first}')


def test_a_reference_that_is_gone_is_told_if_there_is_a_bibliography(project: Project) -> None:
    gone_from_the_bibliography(project)
    assert [p.message for p in project.problems()] == [
        "the reference `gone2030` was published and is gone from data/references.bib"
    ]
    project.edit("data/references.bib", "@misc{", "@misc{{")
    assert told(project, "P01") == []


def test_a_record_that_is_gone_is_told_though_there_is_no_bibliography(project: Project) -> None:
    project.edit(PUB, '"glossary/shed"', '"glossary/gone": ["glossary/#gone"], "glossary/shed"')
    project.edit("data/references.bib", "@misc{", "@misc{{")
    (problem,) = told(project, "P01")
    assert "`gone`" in problem.message


def test_with_a_file_missing_nothing_is_said_to_be_gone(project: Project) -> None:
    (project.root / T).unlink()
    assert told(project, "P01") == []


def test_the_next_version_is_named(project: Project) -> None:
    project.edit(W, "  definition: Each one digs behind", "  definition: Everybody digs behind")
    (problem,) = project.problems()
    assert problem.code == "H02"
    assert "`digging-alone` says something else than its version 1 did" in problem.message
    assert "{version: 2, date: today's" in problem.fix


def test_a_page_given_up_may_be_taken_by_nobody_else(project: Project) -> None:
    project.edit(T, "slug: weeding-together", "slug: digging")
    (problem,) = project.problems()
    assert problem.code == "P02"
    assert project.text_at(problem.place) == "T002"
    assert "/theories/digging/ was published as the address of `theory/T015`" in problem.message


def test_a_record_may_go_back_to_an_address_of_its_own(project: Project) -> None:
    project.edit(T, "slug: digging-alone", "slug: digging")
    project.edit("docs/about/how-we-judge.md", "/digging-alone/", "/digging/")
    assert project.problems() == ()
    assert Site.load(project.root).addresses[RecordId("theory", "T015")] == "theories/digging/"


def test_a_slug_is_used_once_and_the_second_is_told(project: Project) -> None:
    project.edit(T, "slug: digging-alone", "slug: sharing-tools")
    (problem,) = told(project, "R01")
    assert problem.message == "the slug `sharing-tools` is already used by T001"
    assert project.text_at(problem.place) == "sharing-tools"


def test_a_retired_term_may_be_used_by_nothing(project: Project) -> None:
    term = (
        "- id: old-word\n  kind: context\n  name: Word\n  research_name: Word\n"
        "  definition: A word.\n  is_not: A deed.\n  concerns: [gardener]\n  history:\n"
        "  - {version: 1, date: 2032-01-01, what: First version.}\n"
    )
    project.edit(W, "terms:\n", f"terms:\n{term}")
    (problem,) = project.problems()
    assert problem.code == "R05"
    retired = "  retired: {on: 2032-02-01, why: Nobody says it.}\n"
    project.edit(W, "- id: old-word\n", f"- id: old-word\n{retired}")
    assert project.problems() == ()


def test_a_draft_may_lack_what_a_published_theory_may_not(project: Project) -> None:
    signs = "  signs:\n  - text: You hear spades and see nobody.\n    voice: our advice\n"
    project.edit(T, signs, "  signs: []\n")
    (problem,) = told(project, "C02")
    assert "T015 is published, and its `signs` are empty" in problem.message


@pytest.mark.parametrize("stance", ["T001-E2", "T015-E2"])
def test_background_may_be_brought_in_by_inference(project: Project, stance: str) -> None:
    assert told(project, "E03") == []
    assert stance in {item.id for t in Site.load(project.root).everything.theories
                      for item in t.evidence}  # fmt: skip


def test_evidence_of_any_theory_has_to_be_of_its_study(project: Project) -> None:
    project.edit(T, "    quote: Q005\n", "    quote: Q004\n")
    (problem,) = told(project, "E02")
    assert project.text_at(problem.place) == "Q004"
    assert "`Q004` belongs to example_2032-weeds, not to example2031beds" in problem.message


def citations(root: Path, text: str) -> list[tuple[str, Place]]:
    """Return what is wrong with the citations of a hand-written page."""
    (root / "docs/page.md").write_text(text, encoding="utf-8")
    found = faulty_citations(read_folder(root / "data"), root / "docs", LostRecords())
    return [(problem.code, problem.place) for problem in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@example2031beds]", []),
        ("[@example2031beds; @example_2032-weeds]", []),
        ("[ @example2031beds ;@example_2032-weeds ]", []),
        ("[@nokey]", [("R02", 1, 3)]),
        ("a\n\n [@nokey]", [("R02", 3, 4)]),
        ("[see @example2031beds]", [("D01", 1, 7)]),
        ("[see @nokey]", [("D01", 1, 7), ("R02", 1, 7)]),
        ("[@example2031beds; @nokey]", [("R02", 1, 21)]),
        ("[@nokey", []),
        ("[[@nokey] [@other", [("D01", 1, 4), ("R02", 1, 4)]),
        ("[a@b.org; @nokey] and ] [", [("R02", 1, 12)]),
        ("[x] @nokey [y]", []),
    ],
)
def test_a_citation_is_told_at_its_key(
    project: Project, text: str, expected: list[tuple[str, int, int]]
) -> None:
    wanted = [(code, Place("docs/page.md", line, column)) for code, line, column in expected]
    assert citations(project.root, text) == wanted


def test_a_page_that_cannot_be_read_hides_no_other(project: Project) -> None:
    (project.root / "docs/a.md").write_bytes(b"\xff")
    assert [code for code, _ in citations(project.root, "[@nokey]")][1:] == ["R02"]


def test_without_a_bibliography_no_key_is_missed(project: Project) -> None:
    project.edit("data/references.bib", "@misc{", "@misc{{")
    assert citations(project.root, "[@nokey]") == []
    assert citations(project.root, "[p. 1 @nokey]") == [("D01", Place("docs/page.md", 1, 8))]

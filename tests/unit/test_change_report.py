"""The report of a change: three changes as people make them, told for who does not read YAML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import GARDEN, Project

from theorybook.review.change_report import change_report, markdown
from theorybook.review.edits import changed_sentences
from theorybook.review.snapshot import Snapshot

REPORTS = Path(__file__).resolve().parent.parent / "data" / "reports"
BEFORE = Snapshot.of(GARDEN)


def reword(project: Project) -> list[str]:
    """Say a theory in other words, and mend a page written by hand."""
    for old, new in {
        "Weeding together can make people feel watched, and leave.": "When all weed on one day, "
        "some may feel watched. Some may leave.",
        "text: People who weed.": "text: People who weed. Some came to dig.",
        "text: Name a day for weeding alone.": "text: Keep a day for weeding alone.",
        "    cost: Nothing & a pencil.": "    cost: A pencil, and a word with the others.",
    }.items():
        project.edit("data/theories.yaml", old, new)
    add_line(project, "T002", "It says that not all feel watched.")
    page = project.root / "docs" / "about" / "privacy.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNobody counts spades.\n", "utf-8")
    return []


def add_study(project: Project) -> list[str]:
    """Add a publication with a study and a quotation, on which a theory rests from now on."""
    for file, text in NEW.items():
        with (project.root / "data" / file).open("a", encoding="utf-8") as data:
            data.write(text)
    project.edit("data/theories.yaml", "  - id: T002-E2\n", EVIDENCE + "  - id: T002-E2\n")
    add_line(project, "T002", "A second study says it.")
    return ["Makefile"]


def retire_and_rename(project: Project) -> list[str]:
    """Retire a gap, change the address of a theory, and take back how sure we are of it."""
    project.edit("data/theories.yaml", "slug: weeding-together\n", "slug: weeding-on-one-day\n")
    project.edit("data/gaps.yaml", "- id: G01\n", "- id: G01\n  retired: {on: 2032-05-01, why: "
                 "Somebody counted them.}\n")  # fmt: skip
    project.edit("data/theories.yaml", "    quote: Q004\n    stance: supports\n    directness: "
                 "outright\n", "    quote: Q004\n    stance: supports\n    directness: by "
                 "inference\n")  # fmt: skip
    add_line(project, "T002", "The page does not say why they left. We infer it., corrected: true")
    return []


def add_line(project: Project, theory: str, said: str) -> None:
    """Add a line to the history of a theory."""
    path = project.root / "data" / "theories.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = lines.index("  history:", lines.index(f"- id: {theory}")) + 1
    number = 1
    while lines[at].startswith("  "):
        number += "version:" in lines[at]
        at += 1
    line = f"  - {{version: {number}, date: 2032-05-01, what: {said}}}"
    path.write_text("\n".join([*lines[:at], line, *lines[at:]]), encoding="utf-8")


NEW = {
    "references.bib": """
@article{beet2032slugs,
  author  = {Beet, Bo},
  title   = {{“All eyes were on my row”: a day of weeding}},
  journal = {Journal of Invented Gardens},
  year    = {2032}
}
""",
    "studies.yaml": """\
- key: beet2032slugs
  design: talk
  groups: [gardeners]
  kind: {text: Talks over a fence., voice: from the study}
  setting: {text: A garden., voice: from the study}
  population: {text: Gardeners., voice: from the study}
  who_spoke: {text: Six gardeners., voice: from the study}
  clients: {took_part: not stated, text: It does not say., voice: our reading}
  methods: {text: Talks., voice: from the study}
  depth: abstract
  depth_note: We read the abstract.
  findings:
  - id: beet2032slugs-F1
    standing: result
    text: On the weeding day, three of six felt watched.
    quote: Q018
    terms:
    - {term: feeling-watched, placed: stated}
  looked_in: The abstract.
  looked_on: 2032-02-28
  unread: []
  history:
  - {version: 1, date: 2032-05-01, what: First version.}
""",
    "quotes.yaml": """\
- id: Q018
  source: beet2032slugs
  stands: title
  exact: All eyes were on my row
  speaker: gardener
  about: Being watched
  history:
  - {version: 1, date: 2032-05-01, what: First version.}
""",
}
EVIDENCE = """\
  - id: T002-E3
    study: beet2032slugs
    quote: Q018
    stance: supports
    directness: outright
    adds: Half of the gardeners felt watched on the day.
    why: It says so of this very day.
"""


@pytest.mark.parametrize("change", [reword, add_study, retire_and_rename])
def test_a_change_is_told_as_in_its_golden_report(
    project: Project, request: pytest.FixtureRequest, change: Callable[[Project], list[str]]
) -> None:
    files = change(project)
    after = Snapshot.of(project.root)
    assert [str(problem) for problem in after.problems] == []
    told = change_report(BEFORE, after, files)
    golden = REPORTS / f"{change.__name__}.md"
    if request.config.getoption("--update-golden"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_no_change_is_told_as_none() -> None:
    assert change_report(BEFORE, BEFORE) == (
        "# What this change does\n\nIt changes nothing that readers see.\n"
    )


def test_mistakes_come_first_and_the_rest_is_told_as_far_as_it_goes(project: Project) -> None:
    project.edit("data/theories.yaml", "text: People who dig.", "text: People who weed.")
    project.edit("data/quotes.yaml", "- id: Q001\n", "- id: Q001\n  colour: red\n")
    told = change_report(BEFORE, Snapshot.of(project.root))
    assert told.index("The check finds mistakes") < told.index("**People who weed.**")
    assert "data/quotes.yaml, line 4: there is no field" in told


def test_what_is_taken_back_in_a_record_is_told(project: Project) -> None:
    project.edit("data/theories.yaml", "  - id: T002-E2\n", "  - id: T002-E2\n    retired: {on: "
                 "2032-05-01, why: Nobody said it.}\n")  # fmt: skip
    project.edit("data/theories.yaml", "  retired:\n    on: 2032-02-10\n", "  retired:\n    on: "
                 "2032-02-11\n")  # fmt: skip
    told = change_report(BEFORE, Snapshot.of(project.root))
    assert "- evidence, T002-E2, retired\n  - new: 2032-05-01, Nobody said it." in told
    assert "- retired, on: ~~2032-02-10~~ → **2032-02-11**" in told


def test_what_waits_is_told(project: Project) -> None:
    project.edit("data/waiting.yaml", "lacks: [an author]", "lacks: [an author, the year]")
    told = change_report(BEFORE, Snapshot.of(project.root))
    assert "- waiting, example2033rain, lacks: ~~an author~~ → **an author, the year**" in told


def test_a_change_of_the_sites_own_words_is_told(project: Project) -> None:
    project.edit("data/site.yaml", "subject: community gardens", "subject: shared gardens")
    told = change_report(BEFORE, Snapshot.of(project.root))
    assert "subject: ~~community gardens~~ → **shared gardens**" in told


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain, with full stops. And a snake_case", "plain, with full stops. And a snake_case"),
        ("*a* _b_ `c` [d](e) <f> g|h ~i~ &j;", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> g\|h \~i\~ \&j;"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("1. a", r"\1. a"),
        ("see #12", r"see \#12"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_text_stays_text_in_markdown(text: str, written: str) -> None:
    assert markdown(text) == written


def test_only_the_sentences_that_differ_are_shown() -> None:
    assert changed_sentences("One. Two. Three. Four.", "One. 2. Three. Four. Five.") == (
        "Two.",
        "2. … Five.",
    )
    assert changed_sentences("One.", "") == ("One.", "")
    assert changed_sentences("One. Two.", "One.  Two.") == ("One. Two.", "One.  Two.")

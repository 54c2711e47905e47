"""Every slip of the list is told: by its code, where somebody slipped, and only once.

The list is data: `tests/data/faults/`. Each slip is put into a copy of the garden whose records are
all published as they are. What is only noted is put into the garden as it is.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.support.bibliographies import add_entry
from tests.support.faults import Fault, faults, line_from
from tests.support.publishing import publish

from theorybook.codes import CODES
from theorybook.problems import DataError, Problem
from theorybook.site import Site

GARDEN = Path(__file__).resolve().parent.parent / "garden"
FAULTS = faults()
NAMES = [fault.name for fault in FAULTS]
# Codes whose fault is no edit of a file of the garden, and where it is put in.
ELSEWHERE = {
    "C04": "test_polarity.py",
    "D03": "test_mkdocs_file.py",
    "E04": "test_polarity.py",
    "L03": "tests/site",
    "L04": "tests/site",
    "N02": "test_bibliography_cases.py",
    "N16": "below: it takes two files",
    "N17": "test_blanks.py",
    "P03": "test_promises.py",
    "P04": "test_promises.py",
    "P05": "test_promised.py",
    "S01": "test_handouts.py",
    "V05": "test_safety.py",
    "V06": "test_safety.py",
    "Y05": "test_files_that_cannot_be_used.py",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a garden of which everything is published as it says now."""
    root = Path(shutil.copytree(GARDEN, tmp_path_factory.mktemp("published") / "garden"))
    publish(root)
    return root


@pytest.fixture(scope="module")
def usual_notes() -> Counter[tuple[str, str]]:
    """Return the notes on the garden as it is, which is hostile, and has much to look at."""
    return told(Site.load(GARDEN).notes)


def told(problems: Iterable[Problem]) -> Counter[tuple[str, str]]:
    """Return what is said, without the places, which an edit above them moves."""
    return Counter((problem.code, problem.message) for problem in problems)


def found_in(root: Path) -> tuple[Problem, ...]:
    """Return what stops a build of a project."""
    try:
        Site.load(root)
    except DataError as error:
        return error.problems
    return ()


@pytest.mark.parametrize(
    "fault", [fault for fault in FAULTS if not fault.is_noted], ids=lambda fault: str(fault.name)
)
def test_a_fault_is_told_once_where_it_is(fault: Fault, published: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(published, tmp_path / "garden"))
    fault.put_into(root)
    problems = found_in(root)
    said = [str(problem) for problem in problems]
    assert len([p for p in problems if fault.is_told_by(p, root)]) == 1, said
    assert len(problems) == fault.count, said
    assert all(problem.fix for problem in problems)


@pytest.mark.parametrize(
    "fault", [fault for fault in FAULTS if fault.is_noted], ids=lambda fault: str(fault.name)
)
def test_what_deserves_a_look_is_noted_where_it_is(
    fault: Fault, usual_notes: Counter[tuple[str, str]], tmp_path: Path
) -> None:
    root = Path(shutil.copytree(GARDEN, tmp_path / "garden"))
    fault.put_into(root)
    notes = Site.load(root).notes
    new = told(notes) - usual_notes
    said = [note for note in notes if (note.code, note.message) in new]
    assert len([note for note in said if fault.is_told_by(note, root)]) == 1, said
    assert new.total() == fault.count, said


def test_a_study_without_findings_is_noted(tmp_path: Path) -> None:
    root = Path(shutil.copytree(GARDEN, tmp_path / "garden"))
    key = add_entry(root, "thesis-of-a-type")
    (note,) = [note for note in Site.load(root).notes if note.code == "N16"]
    assert f"`{key}`" in note.message
    assert line_from(root, note.place) == "[]"


def test_a_sound_garden_has_no_faults(published: Path) -> None:
    assert found_in(published) == ()
    assert found_in(GARDEN) == ()


def test_the_list_is_long_and_names_each_slip_once() -> None:
    assert len(FAULTS) >= 300
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


def test_every_code_has_a_slip() -> None:
    assert {fault.code for fault in FAULTS} | ELSEWHERE.keys() == {code.code for code in CODES}


FIVE = (
    "curly quotes round a text with a colon",
    "one DOI twice",
    "a word of a stored text is changed",
    "what waits lacks nothing",
    "a link to a page that is misspelled",
)
FIVE_OF_ONE_FILE = (
    "the next review is before the last one",
    "a voice with a capital",
    "a number with its unit",
    "a theory is linked to itself",
    "R04 in theories: finding: example2031beds-F7",
)


@pytest.mark.parametrize("names", [FIVE, FIVE_OF_ONE_FILE], ids=["five files", "one file"])
def test_five_faults_at_once_give_five(
    names: tuple[str, ...], published: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(published, tmp_path / "garden"))
    chosen = [FAULTS[NAMES.index(name)] for name in names]
    for fault in chosen:
        fault.put_into(root)
    problems = found_in(root)
    for fault in chosen:
        assert [p for p in problems if fault.is_told_by(p, root)], (fault.name, problems)
    assert len(problems) == len(names), [str(problem) for problem in problems]

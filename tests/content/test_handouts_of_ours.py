"""Our handouts: each fits its sheet, can be read aloud, and leads back from a grey print-out."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from docx import Document
from tests.support.built import REAL
from tests.support.handouts import codes, faults, handed_out, printed, runs_out, says

from theorybook.changes.versions import check_address
from theorybook.handouts.paper import PAPERS
from theorybook.kinds import id_of
from theorybook.site import Site

WEIGHT = 60_000  # bytes


@pytest.fixture
def folder(real_site: Path) -> Path:
    return real_site / "train" / "handouts"


def test_there_is_one_of_each_record_on_each_paper_and_for_word(folder: Path, site: Site) -> None:
    forms = [*(f"-{paper.name}.pdf" for paper in PAPERS), ".docx"]
    wanted = {f"{record.id}{form}" for record in handed_out(site) for form in forms}
    assert wanted == {file.name for file in folder.iterdir()} - {"index.html"}


def test_each_is_made_for_screen_readers_and_fits_its_sheet(folder: Path) -> None:
    files = sorted(folder.glob("*.pdf"))
    assert {file.name: found for file in files if (found := [*faults(file)])} == {}
    assert [file.name for file in files if file.stat().st_size > WEIGHT] == []


def test_each_leads_back_from_a_grey_print_out(folder: Path, site: Site) -> None:
    """Each is printed on one of the papers, in turn: to print takes longest."""
    for record, paper in zip(handed_out(site), cycle(PAPERS), strict=False):
        pages = printed(folder / f"{record.id}-{paper.name}.pdf")
        asked = REAL + check_address(site, id_of(record))
        assert codes(pages) == [asked], (record.id, paper.name)
        assert not any(map(runs_out, pages)), (record.id, paper.name)


def test_a_sheet_never_leaves_out_what_keeps_people_safe(folder: Path, site: Site) -> None:
    for activity in site.activities:
        for paper in PAPERS:
            file = folder / f"{activity.id}-{paper.name}.pdf"
            assert says(file, activity.heavy.value, f"{REAL}safety/help/", f"{REAL}safety/")
            assert says(file, activity.before.text, *(step.text for step in activity.steps))
            assert not activity.if_upset or says(file, activity.if_upset.text), file.name


def test_word_files_open(folder: Path) -> None:
    for file in sorted(folder.glob("*.docx")):
        assert Document(str(file)).core_properties.title

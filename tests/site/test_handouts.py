"""The handouts of the garden as they are built: for screen readers, printers, phones and Word."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from tests.support.built import SUB
from tests.support.handouts import codes, coloured, faults, handed_out, printed, runs_out, says
from tests.support.qr import read

from theorybook.agenda import agenda
from theorybook.changes.versions import check_address
from theorybook.handouts.paper import PAPERS
from theorybook.kinds import id_of
from theorybook.model.activity import Activity
from theorybook.model.pack import Pack
from theorybook.model.theory import Theory
from theorybook.named_part import Mark
from theorybook.site import Site


@pytest.fixture
def folder(garden_built: Path) -> Path:
    return garden_built / "train" / "handouts"


@pytest.fixture
def pdfs(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.pdf"))
    assert found
    return found


def of(folder: Path, record: Theory | Activity | Pack) -> list[Path]:
    return [folder / f"{record.id}-{paper.name}.pdf" for paper in PAPERS]


def test_each_is_made_for_screen_readers_and_fits_its_sheet(pdfs: list[Path]) -> None:
    assert {file.name: found for file in pdfs if (found := [*faults(file)])} == {}


def test_the_code_of_a_grey_print_out_asks_if_it_is_current(
    folder: Path, garden_site: Site
) -> None:
    for record in handed_out(garden_site):
        asked = SUB + check_address(garden_site, id_of(record))
        for file in of(folder, record):
            assert codes(printed(file)) == [asked], file.name
            assert says(file, asked)


def test_nothing_is_printed_in_colour_or_in_the_margins(pdfs: list[Path]) -> None:
    assert [file.name for file in pdfs if coloured(file)] == []
    assert [file.name for file in pdfs if any(map(runs_out, printed(file)))] == []


def test_it_says_what_the_record_says_with_its_voice_and_limits(
    folder: Path, garden_site: Site
) -> None:
    theory = garden_site.theory("T002")
    for file in of(folder, theory):
        for words in (
            theory.headline.text,
            theory.actions[0].first_step,
            theory.risks[0].text,
            theory.talk[0].text,
            theory.gaps[0].what,
            f"version {theory.version}",
            f"{SUB}go/{theory.id}/",
            "A good lead, not proof.",
            theory.headline.voice.value,
            "safety/help/",
            garden_site.settings.content_licence,
        ):
            assert says(file, words), (file.name, words)


def test_a_lack_is_told_as_a_lack(folder: Path, garden_site: Site) -> None:
    for theory in garden_site.theories:
        for named in garden_site.named(theory.parts):
            if named.mark in (Mark.LACKING, Mark.IN_THE_WAY):
                assert says(folder / f"{theory.id}-a4.pdf", named.words)


def test_hostile_text_stays_text(folder: Path) -> None:
    file = folder / "T001-a4.pdf"
    assert says(file, "<script>alert(1)</script>", "{{ 7 * 7 }} | *stars* _under_ [@nokey]")


def test_what_is_retired_says_so_and_nothing_else(folder: Path, garden_site: Site) -> None:
    retired = [record for record in handed_out(garden_site) if record.retired]
    assert {type(record) for record in retired} == {Theory, Activity, Pack}
    for record in retired:
        assert record.retired
        match record:
            case Theory():
                kept = record.actions[0].first_step
            case Activity():
                kept = record.steps[0].text
            case Pack():
                kept = record.before[0].text
        for file in of(folder, record):
            assert says(file, "This no longer holds", record.retired.why, *record.retired.instead)
            assert not says(file, kept)


def test_a_sheet_for_a_leader_has_all_that_an_activity_needs(
    folder: Path, garden_site: Site
) -> None:
    activity = garden_site.everything.one(Activity, "J02")
    assert activity.if_upset
    for file in of(folder, activity):
        for words in (
            "for whoever leads it",
            activity.aim,
            f"{activity.minutes} minutes",
            "1 to 1 people",
            activity.heavy.value,
            activity.if_upset.text,
            f"{SUB}safety/help/",
            *activity.needs,
            activity.before.text,
            f"0:00, {activity.steps[0].minutes} minutes. {activity.steps[0].text}",
            activity.adapt.online,
            activity.rests_on[0].theory,
            "No study tested it.",
            f"{SUB}go/J02/",
            f"version {activity.version}",
        ):
            assert says(file, words), (file.name, words)
    file = folder / "J01-a4.pdf"
    first = garden_site.everything.one(Activity, "J01")
    own = first.ask[-1].own
    assert own
    assert says(file, f"Say: {first.steps[0].say}", own.text, own.care, own.purpose)


def test_a_sheet_of_a_pack_has_the_agenda_by_the_clock(folder: Path, garden_site: Site) -> None:
    pack = garden_site.everything.one(Pack, "K01")
    for file in of(folder, pack):
        for line in agenda(garden_site.everything, pack):
            assert says(file, f"{line.start}, {line.minutes} minutes."), (file.name, line.start)
            if line.activity:
                assert says(file, f"{line.activity.id} {line.activity.heavy.value}")
                assert says(file, *line.activity.needs)
        assert says(file, pack.before[0].text, "start here if there is time for only one")
        assert says(file, f"{SUB}safety/help/", f"{SUB}go/K01/")


def test_the_file_for_word_opens_and_says_the_same(folder: Path, garden_site: Site) -> None:
    for theory in garden_site.theories:
        document = Document(str(folder / f"{theory.id}.docx"))
        styles = [paragraph.style and paragraph.style.name for paragraph in document.paragraphs]
        assert styles.count("Heading 1") == 1
        assert styles.count("Heading 2") >= 5
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        for words in (theory.headline.text, theory.risks[0].warning, f"go/{theory.id}/"):
            assert words in text
        assert all(talk.text in text for talk in theory.talk[:2])
        assert document.core_properties.title == theory.headline.text
        (shape,) = document.inline_shapes
        assert "tells if this is still current" in shape._inline.docPr.get("descr")
        pictures = [part.blob for part in document.part.package.iter_parts()
                    if part.content_type == "image/png"]  # fmt: skip
        asked = SUB + check_address(garden_site, id_of(theory))
        assert [read(Image.open(BytesIO(blob))) for blob in pictures] == [[asked]]

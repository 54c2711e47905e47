"""A data folder, read: what it holds, and what is written in it even where it is faulty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.projects import GARDEN

from theorybook.data.folder import Folder, read_folder
from theorybook.record_id import RecordId

if TYPE_CHECKING:
    from tests.conftest import Project


def read(project: Project) -> Folder:
    """Read the data folder of a project."""
    return read_folder(project.root / "data")


def test_a_sound_folder(project: Project) -> None:
    folder = read(project)
    assert folder.problems == ()
    assert folder.name == "data"
    assert [theory.id for theory in folder.records.theories] == ["T001", "T002", "T015"]
    keys = ["example2031beds", "example2033hedge", "example_2032-weeds"]
    assert sorted(folder.references) == sorted(folder.sources) == keys
    assert folder.settings.subject == "community gardens"
    assert folder.published.records[RecordId("theory", "T001")] == ("theories/sharing-tools/",)


def test_every_id_has_the_place_of_its_value(project: Project) -> None:
    for written in read(project).raw_ids:
        assert project.text_at(written.place).startswith(written.names.id)


def test_every_reference_has_the_place_of_its_value(project: Project) -> None:
    for written in read(project).raw_references:
        assert project.text_at(written.place).startswith(written.names.id)


def test_a_broken_record_is_left_out_and_its_id_is_known(project: Project) -> None:
    project.edit("data/terms.yaml", "  name: Blisters", "  namx: Blisters")
    folder = read(project)
    terms = [term.id for term in read_folder(GARDEN / "data").records.terms]
    assert [term.id for term in folder.records.terms] == [t for t in terms if t != "blisters"]
    assert RecordId("term", "blisters") in folder.places


def test_a_broken_file_lacks(project: Project) -> None:
    project.edit("data/terms.yaml", "terms:", "terms: [")
    project.edit("data/references.bib", "@misc{", "@misc{{")
    folder = read(project)
    assert folder.records.terms == ()
    assert folder.lacks("terms.yaml")
    assert folder.lacks("theories.yaml", "references.bib")
    assert not folder.lacks("theories.yaml", "published.json")


def test_one_broken_text_does_not_hide_the_others(project: Project) -> None:
    (project.root / "data/sources/example2031beds.txt").write_bytes(b"\xff")
    folder = read(project)
    assert sorted(folder.sources) == ["example2033hedge", "example_2032-weeds"]
    assert [str(p.place) for p in folder.problems] == ["data/sources/example2031beds.txt:1:1"]

"""Files in the data folder that nobody reads, and those that have another name than they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("theories.yaml", "theories.yml"),
        ("theories.yaml", "Theories.yaml"),
        ("theories.yaml", "theories.yaml.txt"),
        ("theories.yaml", "Copy of theories.yaml"),
        ("references.bib", "reference.bib"),
        ("published.json", "published (1).json"),
        ("sources/example2031beds.txt", "sources/example2031beds.TXT"),
        ("sources/example2031beds.txt", "sources/Example2031beds.md"),
    ],
)
def test_a_file_with_another_name_is_told_once_with_its_name(
    project: Project, name: str, other: str
) -> None:
    data = project.root / "data"
    (data / name).rename(data / other)
    (problem,) = project.problems()
    shown, right = other.rpartition("/")[2], name.rpartition("/")[2]
    assert (problem.code, problem.place.file) == ("Y04", f"data/{name}")
    assert problem.fix == f"give `{shown}` the name `{right}`"


def test_a_file_that_is_like_none_is_not_guessed(project: Project) -> None:
    (project.root / "data" / "theories.yaml").rename(project.root / "data" / "old.yaml")
    (problem,) = project.problems()
    assert problem.fix == "put the file back"


def test_a_stored_text_under_a_misspelled_key_is_told_once(project: Project) -> None:
    sources = project.root / "data" / "sources"
    (sources / "example2031beds.txt").rename(sources / "example2031bed.txt")
    assert [problem.code for problem in project.problems()] == ["R06"]


def test_a_stored_text_that_is_gone_is_told_once(project: Project) -> None:
    (project.root / "data" / "sources" / "example2031beds.txt").unlink()
    (problem,) = project.problems()
    assert problem.code == "Q02"
    assert "more against" in problem.message


@pytest.mark.parametrize(
    "name", ["README.md", "theories.yaml~", ".theories.yaml.swp", "sources/README.md", "plan.odt"]
)
def test_what_lies_beside_data_is_not_noted(project: Project, name: str) -> None:
    (project.root / "data" / name).write_text("words", encoding="utf-8")
    assert not [note for note in Site.load(project.root).notes if note.code == "N19"]


def test_a_folder_of_records_is_noted_once(project: Project) -> None:
    folder = project.root / "data" / "theories"
    folder.mkdir()
    for name in ("T001.yaml", "T002.yaml"):
        (folder / name).write_text("id: x", encoding="utf-8")
    (note,) = (note for note in Site.load(project.root).notes if note.code == "N19")
    assert note.place.file == "data/theories/"

"""The files of a data folder: read as UTF-8, or refused with the line of the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from theorybook.data.datafiles import DATA_FILES, read_text
from theorybook.problems import DataError, Problem


def refusal(folder: Path, name: str) -> Problem:
    """Return the only problem with a file."""
    with pytest.raises(DataError) as caught:
        read_text(folder, name)
    (problem,) = caught.value.problems
    return problem


def test_names() -> None:
    assert [file.filename for file in DATA_FILES] == [
        "site.yaml", "theories.yaml", "studies.yaml", "quotes.yaml", "terms.yaml", "glossary.yaml",
        "tensions.yaml", "gaps.yaml", "safety.yaml", "helplines.yaml", "standards.yaml",
        "situations.yaml", "answers.yaml", "activities.yaml", "packs.yaml", "drills.yaml",
        "waiting.yaml",
    ]  # fmt: skip
    assert DATA_FILES[1].schema_filename == "theories.schema.json"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        ("é שלום 🌱\n".encode(), "é שלום 🌱\n"),
        (b"\xef\xbb\xbfa: b", "a: b"),
        (b"a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_read_text(tmp_path: Path, content: bytes, text: str) -> None:
    (tmp_path / "f").write_bytes(content)
    assert read_text(tmp_path, "f") == text


def test_a_missing_file(tmp_path: Path) -> None:
    problem = refusal(tmp_path / "data", "f.yaml")
    assert str(problem) == (
        "data/f.yaml:1:1: Y04 the file cannot be read (No such file or directory); "
        "fix: put the file back"
    )


@pytest.mark.parametrize(
    ("content", "line"), [(b"\xff", 1), (b"a\nb\n\xe9 c", 3), ("a\né".encode()[:-1], 2)]
)
def test_a_file_that_is_not_utf_8(tmp_path: Path, content: bytes, line: int) -> None:
    (tmp_path / "f").write_bytes(content)
    problem = refusal(tmp_path, "f")
    assert (problem.code, problem.place.line) == ("Y04", line)
    assert "UTF-8" in problem.message

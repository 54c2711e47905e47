"""Whether all tests have to run is decided by what a branch changed, and by nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.support.publishing import commit, git

import code_changed

CONTENT = ("data/theories.yaml", "data/sources/a.txt", "docs/about/index.md", "docs/new page.md")
CODE = ("hooks/site_data.py", "docs/assets/js/site.js", "docs/x.mdx", "database.py", "mkdocs.yml")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a branch `main`, and another that is checked out."""
    git(tmp_path, "init", "-qb", "main")
    for file in (*CONTENT, *CODE):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("Before.", encoding="utf-8")
    commit(tmp_path)
    git(tmp_path, "checkout", "-qb", "proposed")
    monkeypatch.setattr(code_changed, "ROOT", tmp_path)
    return tmp_path


def proposed(repository: Path, file: str) -> bool:
    (repository / file).write_text("After.", encoding="utf-8")
    commit(repository)
    return code_changed.touches_code(code_changed.changed_since("main"))


@pytest.mark.parametrize("file", CONTENT)
def test_content_is_no_code(repository: Path, file: str) -> None:
    assert not proposed(repository, file)


@pytest.mark.parametrize("file", CODE)
def test_all_else_is_code(repository: Path, file: str) -> None:
    assert not proposed(repository, CONTENT[0])
    assert proposed(repository, file)


def test_what_moves_is_looked_at_where_it_was_too(repository: Path) -> None:
    git(repository, "mv", "mkdocs.yml", "data/mkdocs.yml")
    commit(repository)
    assert code_changed.touches_code(code_changed.changed_since("main"))


def test_what_others_merged_meanwhile_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "-q", "main")
    (repository / CODE[0]).write_text("By others.", encoding="utf-8")
    commit(repository)
    git(repository, "checkout", "-q", "proposed")
    assert not proposed(repository, CONTENT[0])


@pytest.mark.usefixtures("repository")
def test_a_branch_that_is_not_there_stops_it() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        code_changed.changed_since("nowhere")


def test_the_answer_is_printed(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    proposed(repository, CONTENT[0])
    monkeypatch.setattr("sys.argv", ["code_changed.py", "main"])
    code_changed.main()
    assert capsys.readouterr().out == "code=false\n"
    monkeypatch.setattr("sys.argv", ["code_changed.py"])
    with pytest.raises(SystemExit):
        code_changed.main()

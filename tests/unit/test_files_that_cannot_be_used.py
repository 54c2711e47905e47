"""Files that lead out of the project, that nobody can read, or that were half written."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from theorybook.data import datafiles
from theorybook.data.whole_file import write_whole
from theorybook.problems import Problem

if TYPE_CHECKING:
    from tests.conftest import Project

CONFLICT = "<<<<<<< HEAD\nname: one\n=======\nname: other\n>>>>>>> branch\n"


def only(project: Project) -> Problem:
    """Return the only problem with a project."""
    problems = project.problems()
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    ("name", "target", "why"),
    [
        ("docs/secret.txt", "/etc/passwd", "outside the project"),
        ("docs/about/secret.md", "/etc/hostname", "outside the project"),
        ("docs/etc", "/etc", "outside the project"),
        ("docs/up", "../..", "outside the project"),
        ("data/secret.yaml", "/etc/passwd", "outside the project"),
        ("data/sources/secret.txt", "/etc/passwd", "outside the project"),
        ("overrides/secret.txt", "/etc/passwd", "outside the project"),
        ("docs/config.txt", "../.git/config", "hidden place"),
        ("docs/loop", ".", "a folder that holds the link"),
        ("docs/self.md", "self.md", "nowhere, or in a circle"),
        ("docs/lost.png", "lost-too.png", "nowhere, or in a circle"),
    ],
)
def test_a_link_that_leads_out_is_refused(
    project: Project, name: str, target: str, why: str
) -> None:
    (project.root / ".git").mkdir()
    (project.root / ".git/config").touch()
    (project.root / "overrides").mkdir()
    (project.root / name).symlink_to(target)
    problem = only(project)
    assert (problem.code, problem.place.file) == ("Y05", name)
    assert why in problem.message


@pytest.mark.parametrize("name", ["data/terms.yaml", "data/references.bib", "data/published.json"])
def test_a_data_file_that_is_a_link_out_is_not_read(project: Project, name: str) -> None:
    (project.root / name).unlink()
    (project.root / name).symlink_to("/etc/passwd")
    codes = {problem.code for problem in project.problems()}
    assert "Y05" in codes
    assert "Y01" not in codes


def test_a_link_inside_the_project_is_welcome(project: Project) -> None:
    (project.root / "CHANGES.md").write_text("# Changes\n", encoding="utf-8")
    (project.root / "docs/changes.md").symlink_to("../CHANGES.md")
    assert project.problems() == ()


def test_a_pipe_is_not_waited_for(project: Project) -> None:
    (project.root / "data/terms.yaml").unlink()
    os.mkfifo(project.root / "data/terms.yaml")
    os.mkfifo(project.root / "docs/picture.png")
    problems = project.problems()
    assert [problem.code for problem in problems] == ["Y04", "Y04"]
    assert {problem.place.file for problem in problems} == {"data/terms.yaml", "docs/picture.png"}


@pytest.mark.parametrize("name", [b"a\nb.md", b"a\xff.md", b"a\x1b[31m.txt", b"\xe2\x80\xae.md"])
def test_a_name_that_cannot_be_shown_is_refused(project: Project, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(project.root / "docs") + b"/" + name)).touch()
    problems = [problem for problem in project.problems() if problem.code == "Y06"]
    assert [problem.place.file for problem in problems] == ["docs"]
    assert "\n" not in str(problems[0])
    assert str(problems[0]).isprintable()


def test_no_right_to_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "terms.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problem = only(project)
    assert (problem.code, problem.place.file) == ("Y04", "data/terms.yaml")
    assert "Permission denied" in problem.message


def test_a_huge_file_is_not_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datafiles, "_LARGEST", 2_000_000)
    (project.root / "data/terms.yaml").write_bytes(b"#" * 2_000_001)
    problem = only(project)
    assert "has more than 2 MB" in problem.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "file", ["data/terms.yaml", "data/sources/example2031beds.txt", "docs/about/index.md"]
)
def test_utf_16_is_told_once(project: Project, file: str, encoding: str) -> None:
    path = project.root / file
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    problem = only(project)
    assert (problem.code, problem.place.file) == ("Y04", file)
    assert "UTF-16" in problem.message


@pytest.mark.parametrize(
    "file",
    [
        "data/terms.yaml",
        "data/theories.yaml",
        "data/studies.yaml",
        "data/site.yaml",
        "data/published.json",
        "data/sources/example2031beds.txt",
        "docs/about/index.md",
    ],
)
def test_what_git_could_not_join_is_told_once(project: Project, file: str) -> None:
    path = project.root / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:2], CONFLICT, *lines[2:]]), encoding="utf-8")
    problem = only(project)
    assert (problem.code, str(problem.place)) == ("Y07", f"{file}:3:1")


@pytest.mark.parametrize("text", ["", "# nothing but this\n", "{}\n"])
@pytest.mark.parametrize("file", sorted(file.filename for file in datafiles.DATA_FILES))
def test_an_empty_file_is_told_once(project: Project, file: str, text: str) -> None:
    (project.root / "data" / file).write_text(text, encoding="utf-8")
    problem = only(project)
    assert (problem.code, problem.place.file) == ("M02", f"data/{file}")
    assert "last commit" in problem.fix


@pytest.mark.parametrize("file", sorted(file.filename for file in datafiles.DATA_FILES))
def test_a_lost_file_is_told_once(project: Project, file: str) -> None:
    (project.root / "data" / file).unlink()
    assert only(project).code == "Y04"


def test_records_lost_together_are_told_once(project: Project) -> None:
    (project.root / "data/glossary.yaml").write_text("glossary: []\n", encoding="utf-8")
    lost = [problem for problem in project.problems() if problem.code == "P01"]
    assert len(lost) == 1
    assert "`compost`" in lost[0].message


def test_a_theory_without_evidence_is_told_once(project: Project) -> None:
    path = project.root / "data/theories.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  evidence:\n")
    end = text.index("  conditions:", start)
    path.write_text(text[:start] + "  evidence: []\n" + text[end:], encoding="utf-8")
    codes = [problem.code for problem in project.problems()]
    assert codes.count("E01") == 1
    assert "P01" not in codes


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ntitle: [a\n---\n# x\n", "Y01", 2),
        ("---\ntitle: a: b\n---\n# x\n", "Y01", 2),
        ("---\na: b\ntitle: !!python/name:os.system x\n---\n# x\n", "Y03", 3),
        ('---\ntitle: "a\\u202eb"\n---\n# x\n', "Y06", 2),
    ],
)
def test_front_matter_that_is_no_yaml(project: Project, text: str, code: str, line: int) -> None:
    (project.root / "docs/about/index.md").write_text(text, encoding="utf-8")
    problem = only(project)
    assert (problem.code, problem.place.line) == (code, line)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a\n---\n# x\n",
        "---\n\nwords\n",
        "# x\n\n---\n[a\n---\n",
        "---\n---\n",
        "---\ntitle: a\n...\n# x\n\n----\n",
        "---\n\n# a\nother_names:\n- a\n- b\n\nin_parts: yes\ntitle: >-\n  a\n  b\n---\n# x\n",
        "---\nsubtitle: a\nhide: [toc]\nsearch:\n  exclude: true\nreviewer: [a, [b]]\n---\n# x\n",
        "---\n\n# x\n\n---\n\nwords\n",
        "Limits\n---\n\nNote: words\n",
        "Note: words\n",
        "",
    ],
)
def test_front_matter_that_is_fine(project: Project, text: str) -> None:
    (project.root / "docs/about/index.md").write_text(text, encoding="utf-8")
    assert project.problems() == ()


def test_a_new_file_takes_over_the_rights_of_the_old(tmp_path: Path) -> None:
    file = tmp_path / "list.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    write_whole(file, "new é\n")
    assert file.read_bytes() == "new é\n".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert [*tmp_path.iterdir()] == [file]


def test_a_file_that_was_not_there_has_the_usual_rights(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "list.json", "new")
    finally:
        os.umask(mask)
    assert (tmp_path / "list.json").stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "list.json"
    file.write_text("old", encoding="utf-8")
    hooks = Path(datafiles.__file__).parent.parent.parent
    program = (
        f"import sys; sys.path.insert(0, {str(hooks)!r})\n"
        "from pathlib import Path\n"
        "from theorybook.data.whole_file import write_whole\n"
        f"write_whole(Path({str(file)!r}), 'x' * 100_000)\n"
    )

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        preexec_fn=small_disk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "OSError" in done.stderr
    assert file.read_text(encoding="utf-8") == "old"
    assert [*tmp_path.iterdir()] == [file]


def test_a_kill_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list.json"
    file.write_text("old", encoding="utf-8")

    def killed(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "old"

"""`make site` leaves a whole new site, or the last good one."""

import subprocess
import sys
from pathlib import Path

import pytest


def build(project: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(project / "scripts" / "build.py")]
    return subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_good_build_replaces_the_site(project: Path) -> None:
    assert build(project).returncode == 0
    (project / "site" / "stale.html").touch()
    (project / "data" / "words.txt").write_text("second words")
    assert build(project).returncode == 0
    assert "second words" in (project / "site" / "index.html").read_text()
    assert not (project / "site" / "stale.html").exists()
    assert list(project.glob(".site-*")) == []


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        (
            "data/words.txt",
            "wrong",
            "data/words.txt:1:1: X01 this\ndata/words.txt:2:1: X02",
        ),
        ("docs/index.md", "[nowhere](none.md)", "'none.md', but the target is not found"),
        ("mkdocs.yml", "site_name: [", 'mkdocs.yml", line 1'),
        ("theme/main.html", "{% if %}", "theme/main.html:1: Expected an expression"),
    ],
)
def test_a_failed_build_says_why_and_leaves_the_site(
    project: Path, path: str, text: str, reason: str
) -> None:
    (project / "theme").mkdir()
    with (project / "mkdocs.yml").open("a") as config:
        config.write("theme: {name: mkdocs, custom_dir: theme}\n")
    build(project)
    before = content(project / "site")
    (project / path).write_text(text)

    done = build(project)

    assert done.returncode == 1
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.endswith("site: not built, for the reasons above; site/ is as it was\n")
    assert content(project / "site") == before != {}
    assert list(project.glob(".site-*")) == []

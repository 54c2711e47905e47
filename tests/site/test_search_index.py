"""The search index is the same whenever and wherever it is built, and no file of it is empty."""

from __future__ import annotations

from pathlib import Path

from tests.support.projects import copy_garden, files_in, run


def test_two_builds_in_two_folders_write_the_same_index(tmp_path: Path) -> None:
    written = []
    for folder in (tmp_path / "one", tmp_path / "another" / "deeper"):
        copy_garden(folder)
        done = run(folder / "scripts" / "build.py")
        assert done.returncode == 0, done.stderr
        files = files_in(folder / "site" / "assets")
        written.append({name: files[name] for name in files if name.startswith("search.")})
    one, other = written
    assert one == other
    assert [name.rpartition(".")[2] for name in sorted(one)] in (
        ["index", "texts"],
        ["texts", "index"],
    )
    assert [name for name, content in one.items() if not content] == []

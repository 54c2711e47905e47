"""A door to a page that is not there stops the build."""

from __future__ import annotations

from pathlib import Path

from tests.support.projects import copy_garden, replace_once, run


def test_a_dead_link_on_a_generated_page_stops_the_build(tmp_path: Path) -> None:
    project = copy_garden(tmp_path / "project")
    replace_once(project / "data" / "site.yaml", "page: studies/", "page: studeis/")
    done = run(project / "scripts" / "build.py")
    assert done.returncode == 1
    assert "data/site.yaml:1:1: L01 the link `studeis/` on / leads nowhere; fix: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()

"""A door to a page that is not there stops the build, and so does one to no part of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.projects import copy_garden, replace_once, run


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("studeis/", "L01 there is no page or file `studeis/` on the site"),
        # What has an anchor is known once the pages are made.
        ("studies/#nothing", "data/site.yaml:1:1: L01 the link `studies/#nothing` on / leads"),
    ],
)
def test_a_dead_link_on_a_generated_page_stops_the_build(
    tmp_path: Path, page: str, told: str
) -> None:
    project = copy_garden(tmp_path / "project")
    replace_once(project / "data" / "site.yaml", "page: studies/", f"page: {page}")
    done = run(project / "scripts" / "build.py")
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()

"""`make citation` says in CITATION.cff what data/site.yaml says, if that can be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from tests.support.projects import ROOT, copy_garden, replace_once, run


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    root = copy_garden(tmp_path / "garden")
    shutil.copy(ROOT / "CITATION.cff", root)
    return root


def test_it_says_what_the_site_says_of_itself_and_keeps_the_rest(garden: Path) -> None:
    before = yaml.safe_load((garden / "CITATION.cff").read_text(encoding="utf-8"))
    done = run(garden / "scripts" / "cff.py")
    assert done.returncode == 0, done.stderr
    cited = yaml.safe_load((garden / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["title"] == "The garden"
    assert {name for name in cited if cited[name] != before.get(name)} <= {
        *("title", "authors", "license", "abstract")
    }
    assert [*cited] == [*before]


def test_a_mistake_in_the_data_is_told_where_it_is_and_nothing_is_written(garden: Path) -> None:
    before = (garden / "CITATION.cff").read_bytes()
    replace_once(garden / "data" / "site.yaml", "name: The garden", "named: The garden")
    done = run(garden / "scripts" / "cff.py")
    assert done.returncode == 1
    assert "M01 there is no field `named` here (did you mean `name`?)" in done.stderr
    assert "citation: mend these mistakes first; CITATION.cff is as it was" in done.stderr
    assert "the program failed" not in done.stderr
    assert (garden / "CITATION.cff").read_bytes() == before

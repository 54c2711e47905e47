"""`make check` says the same with what it kept and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.projects import copy_garden, replace_once, run


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    return copy_garden(tmp_path / "garden")


def check(garden: Path, **settings: str) -> tuple[int, str, str]:
    done = run(garden / "scripts" / "check.py", **settings)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("text", ["{,", "[]", '{"$defs": {"Theory": {}}}', "\udcff"])
def test_a_schema_that_is_broken_is_named(garden: Path, text: str) -> None:
    file = garden / "data" / "theories.schema.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    code, _, said = check(garden)
    assert code == 1
    assert said.startswith("data/theories.schema.json:1:1: Y04 ")
    assert "run `make schema`" in said
    assert "check: 1 mistake to mend" in said


def test_a_check_says_the_same_warm_and_cold(garden: Path) -> None:
    kept = garden / ".cache" / "check.sqlite"
    sound = check(garden, NO_CACHE="1")
    assert not kept.exists()
    assert check(garden) == check(garden) == sound
    assert sound[0] == 0
    assert kept.exists()
    replace_once(garden / "data" / "terms.yaml", "\nterms:\n", "\nterms:\n- id: Two Words\n")
    broken = check(garden, NO_CACHE="1")
    assert check(garden) == check(garden) == broken
    assert broken[0] == 1

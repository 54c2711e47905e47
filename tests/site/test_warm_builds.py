"""What a build finds in the cache is what it would make: warm and cold builds are alike."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.projects import copy_garden, run

# `EDITS=200 SEED=7 .venv/bin/python -m pytest -k warm` makes as many, and others.
EDITS, SEED = os.environ.get("EDITS", "2"), os.environ.get("SEED", "1")


def test_a_warm_build_is_what_a_cold_one_is_after_any_edits(tmp_path: Path) -> None:
    garden = copy_garden(tmp_path / "garden")
    done = run("-m", "tests.support.builds_in_turn", garden, SEED, EDITS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(": alike\n") == int(EDITS)
    assert (garden / ".cache" / "build.sqlite").stat().st_size > 100_000

"""A usual month of edits to our own data fails no test: added, retired, renamed, split, reworded.

`MONTHS=5` makes five months of it, each from the start and by other chances.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.support.month import month
from tests.support.projects import copy_ours, run

MONTHS = range(1, int(os.environ.get("MONTHS", "1")) + 1)


@pytest.mark.parametrize("seed", MONTHS)
def test_a_month_of_edits_fails_nothing(tmp_path: Path, seed: int) -> None:
    root = copy_ours(tmp_path / "ours")
    made = list(month(root, seed))
    checked = run(root / "scripts" / "check.py")
    assert checked.returncode == 0, (made, checked.stderr)
    # The tests build the site, strictly. What they make together lies beside their own folder.
    (tmp_path / "run").mkdir()
    own = ("-n", "0", "-q", "-c", root / "pyproject.toml", "--basetemp", tmp_path / "run" / "own")
    tests = run("-m", "pytest", *own, *without_browser(root), PYTHONSAFEPATH="1")
    assert tests.returncode == 0, (made, tests.stdout)
    assert "passed" in tests.stdout


def without_browser(root: Path) -> list[Path]:
    """Return the tests of content that need no browser: with one, they would take minutes."""
    files = sorted((root / "tests" / "content").glob("test_*.py"))
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    opens = ("open_page", "open_garden", "Browser")
    return [file for file, text in texts.items() if not any(name in text for name in opens)]

"""What git remembers of data/published.json, in case somebody shortened it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from theorybook.problems import Place, Problem

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SECONDS = 60


def forgotten(root: Path, file: str) -> Iterator[Problem]:
    """Yield every entry of a list that was ever committed and is gone.

    Args:
        root: the project. Where it is not the root of a git repository, or git is not installed,
            there is nothing to compare with, and nothing is yielded.
        file: the list's path from there.
    """
    path = root / file
    if not path.is_file() or not (root / ".git").exists():
        return
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # which reading the folder has told
        return
    now = frozenset(_STRING.findall(text))
    gone = sorted(set(_STRING.findall(_ever_added(root, file))) - now)
    for entry in gone:
        message = f"`{entry}` was published once and is gone from the list"
        fix = "take data/published.json back from git; it is only ever written by `make publish`"
        yield Problem(Place(file), "P04", message, fix)


def _ever_added(root: Path, file: str) -> str:
    """Return every line that any commit up to now added to the file."""
    command = ["git", "log", "--format=", "--patch", "--unified=0", "--", file]
    try:
        done = subprocess.run(
            command,
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    added = (line[1:] for line in done.stdout.splitlines() if line.startswith("+"))
    return "\n".join(line for line in added if not line.startswith("++ "))

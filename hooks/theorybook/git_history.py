"""What git remembers of data/published.json, in case somebody shortened it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from theorybook.problems import Place, Problem

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SECONDS = 60


def forgotten(data: Path) -> Iterator[Problem]:
    """Yield every entry of published.json that was ever committed and is gone.

    Args:
        data: the data folder. Where it is in no git repository, or git is not installed, there
            is nothing to compare with, and nothing is yielded.
    """
    path = data / "published.json"
    if not path.is_file():
        return
    now = frozenset(_STRING.findall(path.read_text(encoding="utf-8")))
    gone = sorted(set(_STRING.findall(_ever_added(path))) - now)
    for entry in gone:
        message = f"`{entry}` was published once and is gone from the list"
        fix = "take data/published.json back from git; it is only ever written by `make publish`"
        yield Problem(Place(f"{data.name}/published.json"), "P04", message, fix)


def _ever_added(path: Path) -> str:
    """Return every line that any commit up to now added to the file."""
    command = ["git", "log", "--format=", "--patch", "--unified=0", "--", path.name]
    try:
        done = subprocess.run(
            command,
            cwd=path.parent,
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

"""A hook of MkDocs that notes when each stage of a build ends. Only the benchmark puts it in.

MkDocs loads this file by itself, so it imports nothing of ours. Each line that it writes into the
file named in `BENCH_STAGES` is the name of a stage and the seconds of the processors so far.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.plugins import CombinedEvent, event_priority

_FIRST, _LAST = 1000, -1000  # before and after all other hooks and plugins


def _note(stage: str) -> None:
    times = os.times()
    seconds = times.user + times.system + times.children_user + times.children_system
    if notes := os.environ.get("BENCH_STAGES"):  # not under `make serve`
        with Path(notes).open("a", encoding="utf-8") as file:
            file.write(f"{stage}\t{seconds}\n")


@event_priority(_FIRST)
def on_startup(**_: Any) -> None:
    """Note that Python and MkDocs are loaded."""
    _note("start")


@event_priority(_LAST)
def on_config(config: Any) -> Any:
    """Note that data are read and checked."""
    _note("data")
    return config


@event_priority(_LAST)
def on_files(files: Any, **_: Any) -> Any:
    """Note that it is known which pages and files there are, and that data files are made."""
    _note("files")
    return files


@event_priority(_FIRST)
def _with_contents(env: Any, /, **_: Any) -> Any:
    _note("contents")
    return env


@event_priority(_LAST)
def _with_all_of_them(env: Any, /, **_: Any) -> Any:
    _note("search and pictures")
    return env


on_env = CombinedEvent(_with_contents, _with_all_of_them)


@event_priority(_LAST)
def on_post_build(**_: Any) -> None:
    """Note that each page stands in its frame and is written."""
    _note("frames")

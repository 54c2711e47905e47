"""Builds of a project of ours and of its twin: cold, and again after a change."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmark.measured import stages
from benchmark.measured.run import Run, run

_HOOK = Path(stages.__file__)


@dataclass(frozen=True)
class Build:
    """What a build took: its run, the bytes of what it made, and the seconds of each stage."""

    run: Run
    size: int
    stages: Mapping[str, float]


class Project:
    """A folder that is built again and again.

    Args:
        folder: holds nothing yet that a build left there.
        settings: the name of its mkdocs.yml, where the stages are noted from now on.
        command: what builds it, below the folder, or a module of Python.
        site: where the site is then.
    """

    def __init__(self, folder: Path, settings: str, command: tuple[str, ...], site: str) -> None:
        self.folder = folder
        self.site = folder / site
        self._command = command
        self._fresh = {path.name for path in folder.iterdir()} | {_HOOK.name}
        shutil.copy(_HOOK, folder)
        _add_hook(folder / settings)

    def cold(self, limit: float | None = None) -> Build:
        """Build with nothing left of the builds before."""
        for path in self.folder.iterdir():
            if path.name not in self._fresh:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        return self.warm(limit)

    def warm(self, limit: float | None = None) -> Build:
        """Build with all that the build before left."""
        with tempfile.TemporaryDirectory() as work:
            notes = Path(work, "stages")
            taken = run(*self._command, limit=limit, env={"BENCH_STAGES": str(notes)})
            return Build(taken, _size(self.site), _stages(notes, taken))


def ours(folder: Path) -> Project:
    """Return a project of ours, made or copied into a folder."""
    return Project(folder, "mkdocs.yml", (str(folder / "scripts" / "build.py"),), "site")


def twin(folder: Path, settings: str) -> Project:
    """Return the twin of one, in one of its forms."""
    site = f"site-{Path(settings).stem}"
    command = ("-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / settings),
               "--site-dir", str(folder / site))  # fmt: skip
    return Project(folder, settings, command, site)


def _add_hook(settings: Path) -> None:
    text = settings.read_text(encoding="utf-8")
    line = f"- {_HOOK.name}\n"
    if "\nhooks:\n" in text:
        text = text.replace("\nhooks:\n", f"\nhooks:\n{line}", 1)
    else:
        text += f"hooks:\n{line}"
    settings.write_text(text, encoding="utf-8")


def _stages(notes: Path, taken: Run) -> dict[str, float]:
    """Return the seconds of the processors that each stage took, by its name."""
    lines = [line.split("\t") for line in notes.read_text(encoding="utf-8").splitlines()]
    ends = [("", 0.0), *((name, float(end)) for name, end in lines), ("end", taken.cpu)]
    return {name: later - sooner for (_, sooner), (name, later) in pairwise(ends)}


def _size(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files)

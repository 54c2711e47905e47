"""Copies of the project with the garden's data in them, to be built and broken elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GARDEN = ROOT / "tests" / "garden"
CODE = ("hooks", "overrides", "scripts")
CONTENT = ("data", "docs")
# What builds of the garden have made once, and need not make again.
KEPT = ROOT / ".cache" / "garden.sqlite"
CACHE = Path(".cache", "build.sqlite")
# What Python is about to keep of what it compiled; what it has kept goes along, and saves time.
HALF_WRITTEN = shutil.ignore_patterns("*.pyc.*")


def copy_garden(target: Path) -> Path:
    """Copy the project's code, with the garden's data and pages in it."""
    for source, folders in ((ROOT, CODE), (GARDEN, CONTENT)):
        for folder in folders:
            shutil.copytree(source / folder, target / folder, ignore=HALF_WRITTEN)
    shutil.copytree(ROOT / "docs" / "assets", target / "docs" / "assets")
    shutil.copy(ROOT / "mkdocs.yml", target)
    _hand_over(KEPT, target)
    return target


def keep_what_was_made(garden: Path) -> None:
    """Keep what a build of the garden has made, for the next copies of it."""
    half = KEPT.with_suffix(f".{os.getpid()}")
    KEPT.parent.mkdir(exist_ok=True)
    shutil.copy(garden / CACHE, half)
    half.replace(KEPT)


def _hand_over(cache: Path, target: Path) -> None:
    """Give a copy what was made before it. A build makes the same without, and takes longer."""
    if cache.is_file():
        (target / CACHE).parent.mkdir(exist_ok=True)
        shutil.copy(cache, target / CACHE)


def copy_ours(target: Path) -> Path:
    """Copy the whole project with its own data and tests, but without its history in git."""
    for folder in (*CODE, *CONTENT, "deploy", "tests"):
        shutil.copytree(ROOT / folder, target / folder, ignore=HALF_WRITTEN)
    for file in ("mkdocs.yml", "pyproject.toml", "CITATION.cff"):
        shutil.copy(ROOT / file, target)
    _hand_over(ROOT / CACHE, target)
    return target


def replace_once(path: Path, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(*command: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program with no settings but these."""
    kept = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "EDIT_URI")}
    return subprocess.run(
        [sys.executable, *command],
        env=kept | settings,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }

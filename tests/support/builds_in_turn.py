"""Edit a copy of the garden at random, and build it after each edit: warm, then cold.

    python -m tests.support.builds_in_turn FOLDER SEED COUNT

It is run in a process of its own, with the modules of the copy, and ends with 1 where the two
builds are not alike, byte for byte.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.support.random_edits import edits

ROOT = Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "scripts"))
build = import_module("build")


def main() -> None:
    """Edit and build so many times; print each edit, and what differs."""
    for number, edit in enumerate(edits(ROOT, int(sys.argv[2]), int(sys.argv[3])), 1):
        differs = sorted(different(built("warm"), built("cold")))
        print(f"{number} {edit}: {differs or 'alike'}", flush=True)
        if differs:
            sys.exit(1)


def built(name: str) -> Path:
    """Build the site, with the cache or without, and return its folder."""
    folder = ROOT / name
    shutil.rmtree(folder, ignore_errors=True)
    os.environ["NO_CACHE"] = "" if name == "warm" else "1"
    build.build(build.load(folder))
    return folder


def different(one: Path, other: Path) -> Iterator[str]:
    """Yield every file that only one has, or that differs."""
    files = {
        file.relative_to(folder)
        for folder in (one, other)
        for file in folder.rglob("*")
        if file.is_file()
    }
    for file in files:
        here, there = one / file, other / file
        if not (here.exists() and there.exists() and here.read_bytes() == there.read_bytes()):
            yield file.as_posix()


if __name__ == "__main__":
    main()

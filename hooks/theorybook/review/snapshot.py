"""A project as it is at one time: its data, its site if it has one, and its hand-written pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from theorybook.data.folder import Folder, read_folder
from theorybook.problems import Problem
from theorybook.site import Site, against_promises


@dataclass(frozen=True)
class Snapshot:
    """A project at one time.

    `problems` are what the check finds; where there are any, there is no `site`. `pages` are the
    hand-written ones, by their path.
    """

    folder: Folder
    site: Site | None
    problems: tuple[Problem, ...]
    pages: Mapping[str, str]

    @classmethod
    def of(cls, root: Path) -> Snapshot:
        """Read a project. Nothing is raised."""
        folder, found = against_promises(read_folder(root / "data"), root)
        problems = tuple(sorted(found))
        pages = {
            path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace")
            for path in sorted((root / "docs").rglob("*.md"))
        }
        return cls(folder, None if problems else Site.made_of(folder), problems, pages)

"""The slips that `tests/data/faults/` lists: put into a copy of the garden, one by one."""

from __future__ import annotations

import difflib
import textwrap
from dataclasses import dataclass
from pathlib import Path

import yaml

from theorybook.problems import Place, Problem

_LONGEST_BLOCK, _LONGEST_LINE = 10, 160
FOLDER = Path(__file__).resolve().parent.parent / "data" / "faults"


@dataclass(frozen=True)
class Fault:
    """One slip, and what has to be told of it: the README of the list explains each field."""

    name: str
    code: str
    file: str
    at: str = ""
    says: str = ""
    count: int = 1
    old: str | None = None
    new: str = ""
    until: str | None = None
    append: str | None = None
    prepend: str | None = None
    write: str | None = None
    encoding: str = "utf-8"
    delete: bool = False
    told_in: str = ""
    is_shown: bool = False

    @property
    def told_at(self) -> str:
        """The file in which it has to be told."""
        return self.told_in or self.file

    @property
    def is_noted(self) -> bool:
        """Whether it is only noted, and stops nothing."""
        return self.code.startswith("N")

    def is_told_by(self, problem: Problem, root: Path) -> bool:
        """Whether a problem tells of it, at its place."""
        said = f"{problem.message}; {problem.fix}"
        is_it = (problem.code, problem.place.file) == (self.code, self.told_at)
        return is_it and self.says in said and line_from(root, problem.place).startswith(self.at)

    def put_into(self, root: Path) -> None:
        """Make the slip in a copy of the garden."""
        path = root / self.file
        if self.delete:
            path.unlink()
            return
        path.parent.mkdir(exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_bytes(self._slipped(text).encode(self.encoding, "replace"))

    def _slipped(self, text: str) -> str:
        if self.write is not None:
            return self.write
        if self.old is not None:
            text = self._replaced(text, self.old)
        return f"{self.prepend or ''}{text}{self.append or ''}"

    def _replaced(self, text: str, old: str) -> str:
        times = text.count(old)
        near = difflib.get_close_matches(old, text.split("\n"), 1)
        assert times == 1, f"{self.name}: {old!r} stands {times} times in {self.file}; near: {near}"
        start = text.index(old)
        end = text.index(self.until, start + 1) if self.until else start + len(old)
        return text[:start] + self.new + text[end:]


def faults() -> list[Fault]:
    """Return all slips of the list."""
    found = []
    for file in sorted(FOLDER.glob("*.yaml")):
        for fields in yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader):
            count, delete = int(fields.pop("count", 1)), fields.pop("delete", "") == "true"
            told_in, is_shown = fields.pop("in", ""), fields.pop("shown", "") == "true"
            found.append(
                Fault(**fields, count=count, delete=delete, told_in=told_in, is_shown=is_shown)
            )
    return found


def line_from(root: Path, place: Place) -> str:
    """Return the rest of the line from a place on; nothing, where there is no such file."""
    path = root / place.file
    if not path.is_file():
        return ""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return lines[place.line - 1][place.column - 1 :]


def changed_lines(before: str, after: str) -> tuple[str, str]:
    """Return the lines that an edit changes, as they were and as they are, with the one above."""
    old, new = before.split("\n"), after.split("\n")
    first = next((n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]),
                 min(len(old), len(new)))  # fmt: skip
    same = 0
    while same < min(len(old), len(new)) - first and old[-1 - same] == new[-1 - same]:
        same += 1
    start = max(first - 1, 0)
    return _block(old[start : len(old) - same]), _block(new[start : len(new) - same])


def _block(lines: list[str]) -> str:
    """Return lines as a block that starts at the margin, without its middle if it is long."""
    if len(lines) > _LONGEST_BLOCK:
        lines = [*lines[: _LONGEST_BLOCK - 2], "...", lines[-1]]
    lines = [line if len(line) < _LONGEST_LINE else f"{line[:_LONGEST_LINE]}..." for line in lines]
    return textwrap.dedent("\n".join(lines)).strip("\n")

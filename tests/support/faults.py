"""The slips that `tests/data/faults/` lists: put into a copy of the garden, one by one."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

import yaml

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

    @property
    def told_at(self) -> str:
        """The file in which it has to be told."""
        return self.told_in or self.file

    @property
    def is_noted(self) -> bool:
        """Whether it is only noted, and stops nothing."""
        return self.code.startswith("N")

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
            told_in = fields.pop("in", "")
            found.append(Fault(**fields, count=count, delete=delete, told_in=told_in))
    return found

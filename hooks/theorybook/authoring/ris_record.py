"""The lines of one reference in RIS."""

from __future__ import annotations

from dataclasses import dataclass, field

from theorybook.problems import Place


@dataclass
class Record:
    """The lines of one reference, by their tags."""

    place: Place
    lines: dict[str, list[str]] = field(default_factory=dict)
    _tag: str = ""

    def read(self, tag: str, text: str) -> None:
        """Take in a line; one without a tag goes on with the line before."""
        self._tag = tag or self._tag
        if tag:
            self.lines.setdefault(tag, []).append(text)
        elif text:
            self.lines[self._tag][-1] += f" {text}"

    def first(self, *tags: str) -> str:
        """Return the first line with one of these tags that is filled."""
        return next((line for tag in tags for line in self.lines.get(tag, ()) if line), "")

    def all(self, *tags: str) -> list[str]:
        """Return all lines with these tags."""
        return [line for tag in tags for line in self.lines.get(tag, ()) if line]

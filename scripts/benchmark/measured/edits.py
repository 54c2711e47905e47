"""Edits as a maintainer makes them: a sentence of a theory, and a template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_RECORD = re.compile(r"^- id: (T\d+)\n(?:(?!- ).*\n)*", re.MULTILINE)
_SENTENCE = re.compile(r"^  in_a_sentence:\n    text: (.*)\n", re.MULTILINE)
_HISTORY = re.compile(r"^  history:\n(?:  .*\n)+", re.MULTILINE)
_SLUG = re.compile(r"^  slug: (\S+)$", re.MULTILINE)
# What an edit says, as a pattern that Python and browsers read alike.
WORDS = r"This was edit number \d+ of the benchmark\."
_TEMPLATE = "hooks/theorybook/templates/theory.html"


@dataclass(frozen=True)
class SentenceEdit:
    """An edit of the sentence that sums up a theory, in the middle of the file, and its history.

    Attributes:
        file: the data file.
        text: what it held at first.
        record: the record in it that changes.
    """

    file: Path
    text: str
    record: str

    @classmethod
    def of(cls, project: Path) -> SentenceEdit:
        """Choose the theory in the middle of a project's data."""
        file = project / "data" / "theories.yaml"
        text = file.read_text(encoding="utf-8")
        records = [match[0] for match in _RECORD.finditer(text)]
        fit = [record for record in records if "\n  retired:" not in record]
        return cls(file, text, fit[len(fit) // 2])

    @property
    def address(self) -> str:
        """The address of the page that shows it."""
        slug = _SLUG.search(self.record)
        assert slug, "a theory has a slug"
        return f"theories/{slug[1]}/"

    def apply(self, number: int) -> str:
        """Write the edit of a number into the file, and return the words that are new."""
        words = f"This was edit number {number} of the benchmark."
        changed = _SENTENCE.sub(rf"  in_a_sentence:\n    text: {words}\n", self.record, count=1)
        changed = _HISTORY.sub(_with_one_more, changed, count=1)
        self.file.write_text(self.text.replace(self.record, changed), encoding="utf-8")
        return words


def _with_one_more(history: re.Match[str]) -> str:
    version = history[0].count("version:") + 1
    what = "A sentence says something else."
    dates = re.findall(r"date: (\S+)", history[0])
    return f"{history[0]}  - version: {version}\n    date: {dates[-1]}\n    what: {what}\n"


def edit_template(project: Path) -> None:
    """Change the template of theories by a remark that no page shows."""
    template = project / _TEMPLATE
    template.write_text(template.read_text(encoding="utf-8") + "{# changed #}", encoding="utf-8")

"""Blanks of new records, filled as a maintainer fills them: one after the other, in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

# A blank stands alone behind its field, or in a list; long ones are in quotation marks.
_BLANK = re.compile(r'"___(?:[^"\\]|\\.)*"|___[^\n\]]*')


def fill(file: Path, answers: Iterable[tuple[str, str]]) -> None:
    """Put answers in the place of the blanks of a file, in order.

    Args:
        file: the data file.
        answers: for each blank, a word or two that it asks with, and what to write.
    """
    text = file.read_text(encoding="utf-8")
    for asks, answer in answers:
        blank = _BLANK.search(text)
        assert blank, f"there is no blank for {answer}"
        assert asks in blank[0], f"{blank[0]} does not ask for {asks}"
        text = f"{text[: blank.start()]}{answer}{text[blank.end() :]}"
    assert not _BLANK.search(text), "a blank is left"
    file.write_text(text, encoding="utf-8")


def fill_all(text: str, values: Mapping[str, str], otherwise: str) -> str:
    """Return a text with every blank filled: by the name of its field, or else with one value."""

    def filled(match: re.Match[str]) -> str:
        return match[1] + values.get(match[2], otherwise)

    return re.sub(rf"((\w+): \[?)(?:{_BLANK.pattern})", filled, text)

"""Stored texts of publications: what quotations are checked against.

A file starts with a head of `Name: value` lines that say what the text is, where it comes
from and under which licence; an empty line ends the head; the rest is the text.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from theorybook.problems import Place
from theorybook.words.quotation_match import Span

_HEAD_LINE = re.compile(r"([^:\n]+):(?: (.*))?")


@dataclass(frozen=True)
class Source:
    """A stored text, in Unicode NFC, and what its head says.

    `first_line` is the line of the file on which the text starts.
    """

    key: str
    file: str
    head: tuple[tuple[str, str], ...]
    text: str
    first_line: int = 1

    def place_of(self, words: str) -> Place:
        """Return where words of the text stand in the file; runs of white space may differ."""
        found = re.search(r"\s+".join(map(re.escape, words.split())), self.text)
        before = self.text[: found.start()] if found else ""
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Place(self.file, self.first_line + before.count("\n"), column)


@dataclass(frozen=True)
class Segment:
    """A piece of a text, and the ids of the quotations that cover all of it."""

    text: str
    covers: tuple[str, ...]
    starts: tuple[str, ...]


def parse_source(key: str, file: str, content: str) -> Source:
    """Split a stored text into head and text.

    Args:
        key: the publication's key.
        file: the file it was read from.
        content: what the file holds.

    Returns:
        The source; a file without a head has an empty one.
    """
    content = unicodedata.normalize("NFC", content)
    head, _, text = content.partition("\n\n")
    lines = [_HEAD_LINE.fullmatch(line) for line in head.split("\n")]
    fields = tuple((line[1], (line[2] or "").strip()) for line in lines if line)
    if not text or len(fields) < len(lines):
        return Source(key, file, (), content.strip(), _line_of_start(content, 0))
    first_line = _line_of_start(content, len(content) - len(text))
    return Source(key, file, fields, text.strip(), first_line)


def _line_of_start(content: str, at: int) -> int:
    """Return the line of the first sign from a spot on that is no blank."""
    found = re.compile(r"\s*").match(content, at)
    return content.count("\n", 0, found.end() if found else at) + 1


def segments(text: str, spans: Sequence[tuple[str, Span]]) -> tuple[Segment, ...]:
    """Cut a text where quotations start and end, so that overlapping ones can be marked.

    Args:
        text: the stored text.
        spans: quotation ids and where each stands.

    Returns:
        The pieces, in order; together they are the text.
    """
    cuts = sorted({0, len(text), *(s.start for _, s in spans), *(s.end for _, s in spans)})
    return tuple(
        Segment(
            text[start:end],
            tuple(name for name, s in spans if s.start <= start and end <= s.end),
            tuple(name for name, s in spans if s.start == start),
        )
        for start, end in itertools.pairwise(cuts)
    )

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

from theorybook.words.quotation_match import Span

_HEAD_LINE = re.compile(r"([^:\n]+):(?: (.*))?")


@dataclass(frozen=True)
class Source:
    """A stored text, in Unicode NFC, and what its head says."""

    key: str
    file: str
    head: tuple[tuple[str, str], ...]
    text: str


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
        return Source(key, file, (), content.strip())
    return Source(key, file, fields, text.strip())


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

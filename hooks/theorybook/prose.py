"""A hand-written page in parts, so that a long one can open part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

# What Markdown makes of a heading of the second level, its link to itself left aside.
_HEAD = re.compile(r'<h2 id="([^"]+)">(.*?)(?:<a class="headerlink".*?</a>)?</h2>', re.DOTALL)
_NOTES = '<div class="footnote">'


@dataclass(frozen=True)
class ProsePart:
    """A part of a hand-written page: its id, and its title and content as HTML."""

    id: str
    title: Markup
    content: Markup


@dataclass(frozen=True)
class Prose:
    """A hand-written page: what stands before its first part, the parts, and its footnotes."""

    start: Markup
    parts: tuple[ProsePart, ...]
    notes: Markup


def prose(html: str) -> Prose:
    """Take the HTML of a hand-written page apart at its headings of the second level."""
    text, mark, notes = html.partition(_NOTES)
    start, *rest = _HEAD.split(text)
    parts = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return Prose(
        Markup(start),
        tuple(ProsePart(id_, Markup(title), Markup(content)) for id_, title, content in parts),
        Markup(mark + notes),
    )

"""Links in a page written by hand, and the anchors that it has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+).+?\1(?!`)")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+[\"'(][^)]*)?\)|^ {0,3}\[[^\]]+\]:\s+<?([^\s>]+)")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\?", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})\s*$")
_OWN_ANCHOR = re.compile(r"\{[^}]*#([\w.:-]+)[^}]*\}|\b(?:id|name)=\"([^\"]+)\"")
_TARGET = re.compile(r"\]\([^)]*\)|\{[^}]*\}")


@dataclass(frozen=True)
class MarkdownLink:
    """A link to a page or file of this site: its place, and what it says; either may be empty."""

    line: int
    column: int
    path: str
    anchor: str


def links_in(text: str) -> Iterator[MarkdownLink]:
    """Yield each link of a page to this site, code left out."""
    for number, line in _prose(text):
        for found in _LINK.finditer(_CODE.sub(lambda code: " " * len(code[0]), line)):
            group = 1 if found[1] else 2
            if not _ELSEWHERE.match(found[group]):
                whole, _, anchor = found[group].partition("#")
                path = whole.partition("?")[0]
                if not path.endswith("/"):  # MkDocs leaves such a link as it is
                    yield MarkdownLink(number, found.start(group) + 1, path, anchor)


@lru_cache(maxsize=1000)  # many links lead to one page
def anchors_in(text: str) -> frozenset[str]:
    """Return the anchors that a page has: those of its headings, and those that it sets itself."""
    anchors: set[str] = set()
    above = ""
    for _, line in _prose(text):
        anchors.update(found[1] or found[2] for found in _OWN_ANCHOR.finditer(line))
        heading = _HEADING.match(line)
        if heading or _UNDERLINE.match(line):
            anchors.add(_slug(heading[1] if heading else above))
        above = line
    return frozenset(anchors)


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page with their numbers, without blocks of code."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        found = _FENCE.match(line)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        elif not fence:
            yield number, line


def _slug(heading: str) -> str:
    """Return the anchor of a heading, as Python-Markdown makes it."""
    words = _TARGET.sub("", heading)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())

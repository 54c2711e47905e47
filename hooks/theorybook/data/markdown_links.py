"""Links in a page written by hand, and the anchors that it has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(`+).+?\1(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# Blanks in a path are taken as Python-Markdown takes them, so that it is told that they are there.
_LINK = re.compile(
    r"\]\(\s*(?:<(?P<pointed>[^<>]*)>|(?P<plain>(?:[^()]|\([^()]*\))*?))"
    r"(?:\s+(?:\".*?\"|'.*?'))?\s*\)"
)
_OPENED = re.compile(r"\]\(")
_BELOW = re.compile(r"^ {0,3}\[(?P<label>[^\]^][^\]]*)\]:\s+<?(?P<plain>[^\s>]+)")
_HTML = re.compile(
    r"<(?P<tag>a|img)\b[^<>]*?\s(?:href|src)\s*=\s*(?P<quote>[\"'])(?P<plain>.*?)(?P=quote)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*:)|//", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})\s*$")
_OWN_ANCHOR = re.compile(r"\{[^}]*#([\w.:-]+)[^}]*\}|\b(?:id|name)=\"([^\"]+)\"")
_TARGET = re.compile(r"\]\([^)]*\)|\{[^}]*\}")


@dataclass(frozen=True)
class MarkdownLink:
    """A link of a page: its place, what it says, and the tag of HTML that it is, such as `img`.

    The path of a link to this site, and its anchor, may be empty.
    """

    line: int
    column: int
    target: str
    tag: str = ""

    @property
    def scheme(self) -> str:
        """How the address of another site begins, such as `https:`, or nothing."""
        found = _SCHEME.match(self.target)
        return found[0].lower() if found else ""

    @property
    def path(self) -> str:
        """The path to a page or file of this site."""
        return self.target.partition("#")[0].partition("?")[0]

    @property
    def anchor(self) -> str:
        """The part of that page."""
        return self.target.partition("#")[2]


def links_in(text: str) -> Iterator[MarkdownLink]:
    """Yield each link of a page, code left out, and those whose address is filled in later."""
    for number, line in plain_lines(text):
        for pattern in (_LINK, _BELOW, _HTML):
            for found in pattern.finditer(line):
                group = "plain" if found["plain"] is not None else "pointed"
                if "{{" not in found[group]:
                    tag = found["tag"].lower() if pattern is _HTML else ""
                    target = found[group].strip()
                    yield MarkdownLink(number, found.start(group) + 1, target, tag)


def unclosed_links(line: str) -> Iterator[int]:
    """Yield where the address of a link starts that nothing ends in its line."""
    for opened in _OPENED.finditer(line):
        if not _LINK.match(line, opened.start()):
            yield opened.end()


def labels_in(text: str) -> frozenset[str]:
    """Return the labels that have an address at the foot of a page, in small letters."""
    below = (_BELOW.match(line) for _, line in plain_lines(text))
    return frozenset(found["label"].lower() for found in below if found)


@lru_cache(maxsize=1000)  # several checks look at each page
def plain_lines(text: str) -> tuple[tuple[int, str], ...]:
    """Return the lines of a page with their numbers, and blanks in place of code and comments."""
    prose = _prose(_COMMENT.sub(_blanks, text))
    return tuple((number, _CODE.sub(_blanks, line)) for number, line in prose)


def _blanks(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


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

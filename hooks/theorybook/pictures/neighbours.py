"""The theories linked to a theory, and their picture: where its boxes, words and lines stand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from theorybook.model.base import Statement
from theorybook.model.theory import Link, Relation, Theory
from theorybook.site import Site

# All lengths are in units of the picture's viewBox. On a phone of 320 pixels one unit is a
# little less than a CSS pixel, so a box is 50 units high at least for a finger.
_WIDE = 300
_LINE = 22
_PAD = 14
_GAP = 18
_LOWEST = 54
_BADGE = 52
# The spine stands at this distance from the left; boxes and words begin at the next.
_SPINE = 10
_INDENT = 30
# The average width of a character at the size that the style sheet gives to words, in DejaVu Sans:
# a wide typeface, which some devices show for as long as ours has not come.
_CHARACTER = 8.5

# How the other theory's link reads from here.
_BACK = {
    Relation.NEEDS: "is needed by",
    Relation.FEEDS: "is fed by",
    Relation.CLASHES: "clashes with",
    Relation.SHARES: "shares ground with",
}


@dataclass(frozen=True)
class Reason:
    """How a theory meets a neighbour, and why, as one of their two pages says it."""

    relation: str
    why: Statement
    theirs: bool  # whether the neighbour's page says it


@dataclass(frozen=True)
class Neighbour:
    """A linked theory, with every link between the two, whichever of them names it."""

    theory: Theory
    reasons: tuple[Reason, ...]

    @property
    def relation(self) -> str:
        """All relations in one phrase, each once."""
        return ", and ".join(dict.fromkeys(reason.relation for reason in self.reasons))


@dataclass(frozen=True)
class Box:
    """A theory's box; its words are lines of its short name, each with the place it begins."""

    x: int
    y: int
    width: int
    height: int
    id: str
    lines: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Row:
    """A neighbour's row: the relation in lines of words, and below it the box.

    `branch` is the start and the end of the line from the spine to the box.
    """

    relation: str
    words: tuple[tuple[int, int, str], ...]
    box: Box
    branch: tuple[int, int, int, int]


@dataclass(frozen=True)
class Picture:
    """The whole picture: the theory on top, a spine, and a row for each neighbour."""

    width: int
    height: int
    top: Box
    spine: tuple[int, int, int, int]
    rows: tuple[Row, ...]


def neighbours(site: Site, theory: Theory) -> tuple[Neighbour, ...]:
    """Return the theories that a theory links to, then the others that link to it.

    Args:
        site: what the site says.
        theory: the theory to look around.

    Returns:
        Each linked theory once, with the theory's own reasons first.
    """
    by_id: dict[str, list[Reason]] = {}
    for id_, reason in (*_own(theory), *_theirs(site.links_to(theory.id))):
        by_id.setdefault(id_, []).append(reason)
    return tuple(Neighbour(site.theory(id_), tuple(found)) for id_, found in by_id.items())


def _own(theory: Theory) -> Iterator[tuple[str, Reason]]:
    for link in theory.links:
        yield link.theory, Reason(link.relation.value, link.why, theirs=False)


def _theirs(links: Sequence[tuple[Theory, Link]]) -> Iterator[tuple[str, Reason]]:
    for other, link in links:
        yield other.id, Reason(_BACK[link.relation], link.why, theirs=True)


def picture(theory: Theory, around: Sequence[Neighbour]) -> Picture:
    """Lay out a theory and its neighbours, one below the other, for every width of screen.

    Args:
        theory: the theory on top.
        around: its neighbours, one at least.

    Returns:
        The picture, `_WIDE` units wide.
    """
    top = _box(theory, 0, 0)
    rows: list[Row] = []
    under = top.height + _GAP
    for neighbour in around:
        rows.append(_row(neighbour, under))
        under = rows[-1].box.y + rows[-1].box.height + _GAP
    spine = (_SPINE, top.height, _SPINE, rows[-1].branch[1])
    return Picture(_WIDE, under - _GAP, top, spine, tuple(rows))


def _row(neighbour: Neighbour, y: int) -> Row:
    words = _lines(neighbour.relation, _INDENT, y, _WIDE - _INDENT)
    box = _box(neighbour.theory, _INDENT, y + _LINE * len(words) + 6)
    middle = box.y + box.height // 2
    return Row(neighbour.relation, words, box, (_SPINE, middle, _INDENT, middle))


def _box(theory: Theory, x: int, y: int) -> Box:
    width = _WIDE - x
    left = x + _PAD + _BADGE
    lines = _lines(theory.short, left, y, width - 2 * _PAD - _BADGE)
    height = max(_LOWEST, _LINE * len(lines) + _PAD)
    down = (height - _LINE * len(lines)) // 2
    lines = tuple((at, below + down, words) for at, below, words in lines)
    return Box(x, y, width, height, theory.id, lines)


def _lines(text: str, x: int, y: int, width: int) -> tuple[tuple[int, int, str], ...]:
    """Wrap a text, and place each line's foot; the first line's top is at `y`."""
    wrapped = textwrap.wrap(text, int(width / _CHARACTER), break_on_hyphens=False)
    return tuple((x, y + _LINE * i - 6, words) for i, words in enumerate(wrapped, 1))

"""The chain of a theory as a picture: where its boxes and arrows stand, how its words wrap."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from theorybook.model.base import Voice
from theorybook.model.term import TermKind
from theorybook.model.theory import Slot, Theory
from theorybook.site import Site

# All lengths are in units of the picture's viewBox; one is a CSS pixel at full size.
_LINE = 20
_PAD = 14
_GAP = 30
_HEAD = 24
_WIDE = 920
_NARROW = 320


@dataclass(frozen=True)
class Step:
    """One box of the chain: its two names, and what stands in it."""

    plain: str
    research: str
    words: tuple[tuple[str, str], ...]  # each with its role: text, unknown or guess
    unknown: bool = False


@dataclass(frozen=True)
class Line:
    """A line of words and where it stands."""

    x: int
    y: int
    words: str
    role: str


@dataclass(frozen=True)
class Box:
    """A step, laid out."""

    x: int
    y: int
    width: int
    height: int
    kind: str
    unknown: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Chain:
    """The whole picture; `arrows` are start and end points."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[int, int, int, int], ...]


def steps(site: Site, theory: Theory) -> tuple[Step, ...]:
    """Return the five boxes of a theory: for whom, and its four slots."""
    whom = Step("For whom", "who it is about", ((site.person(theory.about), "text"),))
    return (whom, *(_step(site, TermKind(name), slot) for name, slot in theory.slots.items()))


def _step(site: Site, kind: TermKind, slot: Slot) -> Step:
    unknown = slot.unknown is not None
    words = [("Not known", "unknown")] if unknown else []
    for part in slot.parts:
        name = site.term(part.term).name
        # Beside what is not known, a part is either what some study says or a guess of ours.
        is_guess = unknown and part.voice is not Voice.STUDY
        words.append((f"Our guess: {name}", "guess") if is_guess else (name, "text"))
    return Step(kind.plain, kind.value, tuple(dict.fromkeys(words)), unknown)


def across(boxes: Sequence[Step]) -> Chain:
    """Lay the boxes out from left to right, for wide screens.

    Args:
        boxes: the steps.

    Returns:
        The picture, `_WIDE` units wide.
    """
    width = (_WIDE - _GAP * (len(boxes) - 1)) // len(boxes)
    heights = [_height(step, width) for step in boxes]
    height = max(heights)
    laid = tuple(_box(step, i * (width + _GAP), 0, width, height) for i, step in enumerate(boxes))
    middle = height // 2
    arrows = tuple((b.x + width + 4, middle, b.x + width + _GAP - 4, middle) for b in laid[:-1])
    return Chain(_WIDE, height, laid, arrows)


def down(boxes: Sequence[Step]) -> Chain:
    """Lay the boxes out from top to bottom, for phones; `_NARROW` units wide."""
    width, top, laid = _NARROW, 0, []
    for step in boxes:
        height = _height(step, width)
        laid.append(_box(step, 0, top, width, height))
        top += height + _GAP
    middle = width // 2
    arrows = tuple(
        (middle, b.y + b.height + 4, middle, b.y + b.height + _GAP - 4) for b in laid[:-1]
    )
    return Chain(width, top - _GAP, tuple(laid), arrows)


def _wrap(text: str, width: int, role: str) -> list[str]:
    """Wrap by the average width of a character, wider in the bold heading."""
    character = 10 if role == "plain" else 8
    return textwrap.wrap(text, (width - 2 * _PAD) // character, break_on_hyphens=False)


def _height(step: Step, width: int) -> int:
    lines = sum(len(_wrap(text, width, role)) for text, role in step.words)
    return _PAD + _HEAD * len(_wrap(step.plain, width, "plain")) + _LINE * (lines + 1) + _PAD


def _box(step: Step, x: int, y: int, width: int, height: int) -> Box:
    lines, down_to = [], y + _PAD
    for text, role, advance in (
        (step.plain, "plain", _HEAD),
        (step.research, "research", _LINE),
        *((text, role, _LINE) for text, role in step.words),
    ):
        for words in _wrap(text, width, role):
            down_to += advance
            lines.append(Line(x + _PAD, down_to - 6, words, role))
    return Box(x, y, width, height, step.research, step.unknown, tuple(lines))

"""The chain of a theory as a picture: where its boxes and arrows stand, how its words wrap."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from theorybook.model.base import Voice
from theorybook.model.term import TermKind
from theorybook.model.theory import Part, Slot, Theory
from theorybook.named_part import Mark
from theorybook.site import Site

# All lengths are in units of the picture's viewBox; one is a CSS pixel at full size.
_LINE = 20
_PAD = 14
_GAP = 30
_HEAD = 24
_WIDE = 920
_NARROW = 320
# A mark is as wide and high as this; the words beside it begin so far from it.
_MARK = 15
_MARK_GAP = 6


@dataclass(frozen=True)
class Words:
    """What stands in a box, one below the other; its role is text, unknown or guess."""

    text: str
    role: str
    mark: Mark | None = None

    @property
    def indent(self) -> int:
        """How far its lines stand in, to leave room for the mark."""
        return _MARK + _MARK_GAP if self.mark else 0


@dataclass(frozen=True)
class Step:
    """One box of the chain: its two names, and what stands in it."""

    plain: str
    research: str
    words: tuple[Words, ...]
    unknown: bool = False

    @property
    def lacking(self) -> bool:
        """Whether something that is lacking stands in it."""
        return any(words.mark in (Mark.LACKING, Mark.IN_THE_WAY) for words in self.words)


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
    lacking: bool
    lines: tuple[Line, ...]
    marks: tuple[tuple[int, int, Mark], ...]  # each with its upper left corner


@dataclass(frozen=True)
class Chain:
    """The whole picture; `arrows` are start and end points."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[tuple[int, int, int, int], ...]


def steps(site: Site, theory: Theory) -> tuple[Step, ...]:
    """Return the five boxes of a theory: for whom, and its four slots."""
    whom = Step("For whom", "who it is about", (Words(site.person(theory.about), "text"),))
    return (whom, *(_step(site, TermKind(name), slot) for name, slot in theory.slots.items()))


def _step(site: Site, kind: TermKind, slot: Slot) -> Step:
    unknown = slot.unknown is not None
    words = [Words("Not known", "unknown")] if unknown else []
    # Beside what is not known, a part is either what some study says or a guess of ours.
    said = site.named(part for part in slot.parts if part.voice is Voice.STUDY)
    for part in slot.parts:
        is_guess = unknown and part.voice is not Voice.STUDY
        if not is_guess or site.named((part,))[0] not in said:  # a guess that is said is no guess
            words.append(_words(site, part, is_guess))
    return Step(kind.plain, kind.value, tuple(dict.fromkeys(words)), unknown)


def _words(site: Site, part: Part, is_guess: bool) -> Words:
    (named,) = site.named((part,))
    told = ", ".join(filter(None, ("our guess" if is_guess else "", named.told)))
    text = f"{told[0].upper()}{told[1:]}: {named.words}" if told else named.words
    return Words(text, "guess" if is_guess else "text", named.mark)


def marks(boxes: Sequence[Step]) -> tuple[Mark, ...]:
    """Return the marks that stand in some box, in the order in which a key explains them."""
    there = {words.mark for step in boxes for words in step.words}
    return tuple(mark for mark in Mark if mark in there)


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
    lines = sum(len(_wrap(words.text, width - words.indent, words.role)) for words in step.words)
    return _PAD + _HEAD * len(_wrap(step.plain, width, "plain")) + _LINE * (lines + 1) + _PAD


def _box(step: Step, x: int, y: int, width: int, height: int) -> Box:
    lines: list[Line] = []
    marks: list[tuple[int, int, Mark]] = []
    down_to = y + _PAD
    for words, advance in (
        (Words(step.plain, "plain"), _HEAD),
        (Words(step.research, "research"), _LINE),
        *((words, _LINE) for words in step.words),
    ):
        if words.mark:
            marks.append((x + _PAD, down_to + 1, words.mark))
        for line in _wrap(words.text, width - words.indent, words.role):
            down_to += advance
            lines.append(Line(x + _PAD + words.indent, down_to - 6, line, words.role))
    kind, unknown, lacking = step.research, step.unknown, step.lacking
    return Box(x, y, width, height, kind, unknown, lacking, tuple(lines), tuple(marks))

"""A quiz about a theory, made of what its record says: nothing is asked that it does not answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.model.base import Placed, Statement, Voice
from theorybook.model.evidence import Evidence, Stance
from theorybook.model.theory import Part, Theory
from theorybook.pictures.chain import steps
from theorybook.site import Site

_OF_EACH_VOICE = 2
_FEWEST_PAIRS = 3  # Moodle takes no fewer
_UNKNOWN = "unknown"


@dataclass(frozen=True)
class WhoSpeaks:
    """A sentence of the theory: whose voice is it?"""

    key: str
    said: Statement
    choices: tuple[Voice, ...] = tuple(Voice)

    @property
    def is_arguable(self) -> bool:
        """Whether its place in the theory is our reading."""
        return isinstance(self.said, Part) and self.said.placed is Placed.ARGUABLE


@dataclass(frozen=True)
class WhichWay:
    """What a study adds: does it speak for the theory?"""

    item: Evidence
    choices: tuple[Stance, ...] = tuple(Stance)

    @property
    def key(self) -> str:
        """The id of the piece of evidence."""
        return self.item.id


@dataclass(frozen=True)
class Pieces:
    """The words in the boxes of the theory: which stands where? Each with the name of its box."""

    key: str
    pairs: tuple[tuple[str, str], ...]
    arguable: tuple[str, ...]


@dataclass(frozen=True)
class Quiz:
    """All that is asked about a theory; a retired one asks nothing."""

    theory: Theory
    voices: tuple[WhoSpeaks, ...] = ()
    ways: tuple[WhichWay, ...] = ()
    pieces: Pieces | None = None


def quiz(site: Site, theory: Theory) -> Quiz:
    """Return the quiz about a theory."""
    if theory.retired:
        return Quiz(theory)
    ways = tuple(WhichWay(item) for item in theory.evidence)
    return Quiz(theory, tuple(_voices(theory)), ways, _pieces(site, theory))


def _voices(theory: Theory) -> Iterator[WhoSpeaks]:
    """Yield the first sentences in each voice, each sentence once."""
    asked: dict[Voice, set[str]] = {voice: set() for voice in Voice}
    for path, statement in theory.statements:
        told = asked[statement.voice]
        if len(told) < _OF_EACH_VOICE and statement.text not in told:
            told.add(statement.text)
            yield WhoSpeaks("-".join((theory.id, *map(str, path))), statement)


def _pieces(site: Site, theory: Theory) -> Pieces | None:
    """Return the boxes that hold words, unless they are few, or two hold the same."""
    boxes = [
        (box, "; ".join(words.text for words in box.words if words.role != _UNKNOWN))
        for box in steps(site, theory)[1:]
    ]
    pairs = tuple((box.plain, words) for box, words in boxes if words)
    if len(pairs) < _FEWEST_PAIRS or len({words for _, words in pairs}) < len(pairs):
        return None
    arguable = tuple(
        box.plain
        for box, slot in zip((box for box, _ in boxes), theory.slots.values(), strict=True)
        if any(part.placed is Placed.ARGUABLE for part in slot.parts)
    )
    return Pieces(f"{theory.id}-pieces", pairs, arguable)

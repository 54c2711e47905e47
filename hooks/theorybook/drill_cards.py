"""The cards of a drill: what theories say, each with what is to be told of it.

Nothing here is written for a drill. So a card is as well founded as the theory it is from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from theorybook.model.base import Placed, Voice
from theorybook.model.drill import Drill, Game
from theorybook.model.evidence import Directness, Stance
from theorybook.model.term import TermKind
from theorybook.model.theory import Theory

# How many cards of one answer a theory gives, so that a drill is short and no answer fills it.
_MOST_ALIKE = 2
# Whom a theory is about is often told in a phrase, of which nobody can say who speaks.
_NO_SENTENCE = "for_whom"
_CHOICES = {
    Game.PIECES: tuple(kind.plain for kind in TermKind),
    Game.SPEAKER: tuple(voice.value for voice in Voice),
    Game.STANCE: tuple(stance.value for stance in Stance),
}


@dataclass(frozen=True)
class Card:
    """Words to judge, and the answer.

    `theory` is the id of the theory that they are from, `cites` what they rest on. An answer is
    `arguable` where the record itself says that it is our reading.
    """

    text: str
    voice: Voice
    answer: str
    theory: str
    cites: tuple[str, ...] = ()
    arguable: bool = False


def cards_of(drill: Drill, theories: Iterable[Theory]) -> tuple[Card, ...]:
    """Return the cards of a drill, in an order that gives no answer away.

    Args:
        drill: the drill.
        theories: the theories that it names, those in force.
    """
    makers = {
        Game.PIECES: _pieces,
        Game.SPEAKER: _voices,
        Game.STANCE: _stances,
    }
    found = (card for theory in theories for card in _few(makers[drill.game](theory)))
    return tuple(sorted(found, key=lambda card: card.text))


def choices_of(drill: Drill, cards: Iterable[Card]) -> tuple[str, ...]:
    """Return the answers to choose from: those that some card has, in their usual order."""
    there = {card.answer for card in cards}
    return tuple(each for each in _CHOICES[drill.game] if each in there)


def _few(cards: Iterable[Card]) -> Iterator[Card]:
    seen: Counter[str] = Counter()
    for card in cards:
        seen[card.answer] += 1
        if seen[card.answer] <= _MOST_ALIKE:
            yield card


def _pieces(theory: Theory) -> Iterator[Card]:
    for name, slot in theory.slots.items():
        for part in slot.parts:
            arguable = part.placed is Placed.ARGUABLE
            plain = TermKind(name).plain
            yield Card(part.text, part.voice, plain, theory.id, part.cites, arguable)


def _voices(theory: Theory) -> Iterator[Card]:
    for path, said in theory.statements:
        if path[0] == _NO_SENTENCE:
            continue
        yield Card(said.text, said.voice, said.voice.value, theory.id, said.cites)


def _stances(theory: Theory) -> Iterator[Card]:
    for item in theory.evidence:
        arguable = item.directness is Directness.INFERENCE
        stance, cites = item.stance.value, (item.source.id,)
        yield Card(item.adds, Voice.STUDY, stance, theory.id, cites, arguable)

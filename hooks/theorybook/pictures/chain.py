"""The chain of a theory as it is shown at a glance: its five boxes and what stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theorybook.model.base import Voice
from theorybook.model.term import TermKind
from theorybook.model.theory import Part, Slot, Theory
from theorybook.named_part import Mark
from theorybook.site import Site


@dataclass(frozen=True)
class Words:
    """What stands in a box; its role is text, reading (ours), unknown or guess (ours, too)."""

    text: str
    role: str
    mark: Mark | None = None


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


def steps(site: Site, theory: Theory) -> tuple[Step, ...]:
    """Return the five boxes of a theory: for whom, and its four slots."""
    whom = Words(site.person(theory.about), _role(theory.for_whom.voice, partly_unknown=False))
    first = Step("For whom", "who it is about", (whom,))
    return (first, *(_step(site, TermKind(name), slot) for name, slot in theory.slots.items()))


def marks(boxes: Sequence[Step]) -> tuple[Mark, ...]:
    """Return the marks that stand in some box, in the order in which a key explains them."""
    there = {words.mark for step in boxes for words in step.words}
    return tuple(mark for mark in Mark if mark in there)


def _step(site: Site, kind: TermKind, slot: Slot) -> Step:
    said = site.named(part for part in slot.parts if part.voice is Voice.STUDY)
    words = [
        _words(site, part, slot.unknown is not None)
        for part in slot.parts
        # What a study says needs no word of ours beside it.
        if part.voice is Voice.STUDY or site.named((part,))[0] not in said
    ]
    if slot.unknown:
        words.insert(0, Words("Partly not known" if said else "Not known", "unknown"))
    return Step(kind.plain, kind.value, tuple(dict.fromkeys(words)), slot.unknown is not None)


def _words(site: Site, part: Part, partly_unknown: bool) -> Words:
    """Return the words for a part; beside what is not known, what we read into it is a guess."""
    (named,) = site.named((part,))
    role = _role(part.voice, partly_unknown)
    told = ", ".join(filter(None, ("our guess" if role == "guess" else "", named.told)))
    text = f"{told[0].upper()}{told[1:]}: {named.words}" if told else named.words
    return Words(text, role, named.mark)


def _role(voice: Voice, partly_unknown: bool) -> str:
    if voice is Voice.STUDY:
        return "text"
    return "guess" if partly_unknown else "reading"

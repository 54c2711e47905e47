"""What a part of a theory is called where it is shown as a box: its words, and its mark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from theorybook.model.polarity import Polarity
from theorybook.model.term import Term
from theorybook.model.theory import Theory


class Mark(StrEnum):
    """The mark beside a name, in words: it is lacking, differs, or is a harm."""

    LACKING = "lacking"
    IN_THE_WAY = "in the way"
    VARIES = "differs"
    HARM = "unwanted"


@dataclass(frozen=True)
class NamedPart:
    """A part as readers see it named: the id of its term, its words, and its mark, if any."""

    term: str
    words: str
    mark: Mark | None = None

    @property
    def is_lack(self) -> bool:
        """Whether the words are those of a lack."""
        return self.mark in (Mark.LACKING, Mark.IN_THE_WAY)

    @property
    def told(self) -> str:
        """What the mark adds to the words; the words of a lack say it themselves."""
        return "" if self.mark is Mark.LACKING or self.mark is None else self.mark.value

    @property
    def label(self) -> str:
        """The words, with what the mark says before them, for where no mark can be drawn."""
        return f"{self.told.capitalize()}: {self.words}" if self.told else self.words


def named_part(term: Term, polarity: Polarity) -> NamedPart:
    """Return what a term is called where it is present, lacking, or not the same for all."""
    match polarity:
        case Polarity.LACKING:
            return NamedPart(term.id, words_of_lack(term), Mark.LACKING)
        case Polarity.IN_THE_WAY:
            return NamedPart(term.id, words_of_lack(term), Mark.IN_THE_WAY)
        case Polarity.VARIES:
            return NamedPart(term.id, term.name, Mark.VARIES)
    return NamedPart(term.id, term.name, Mark.HARM if term.wanted is False else None)


def lacks_of(theory: Theory) -> tuple[str, ...]:
    """Return the ids of the terms that are lacking in a theory, each once, in order."""
    return tuple(dict.fromkeys(part.term for part in theory.parts if part.polarity.is_lack))


def words_of_lack(term: Term) -> str:
    """Return the words for the lack of a term; where there are none, its name never stands alone.

    A term that is reported as lacking has such words: the checks see to it.
    """
    return term.lack or f"{Mark.LACKING.value.capitalize()}: {term.name}"

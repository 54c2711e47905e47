"""What the studies say of a cell of the evidence map, and how that is shown: a sign, and words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What the studies say of a cell, in words."""

    BACKED = "backed by studies"
    PROPOSED = "only proposed by studies"
    MIXED = "mixed"
    AGAINST = "goes against"
    NOT_FOUND = "looked for and not found"
    BACKGROUND = "told only as background"
    LINKED = "linked only by us"
    NOBODY = "no study we read looked"

    @property
    def sign(self) -> str:
        """The sign that stands for it in tables and pictures; blank where nobody looked."""
        return _SIGNS[self]

    def reading(self, *, harm: bool) -> Reading:
        """Return how it is said of an outcome, which may be a harm."""
        return _OF_HARMS.get(self, self._plainly) if harm else self._plainly

    @property
    def _plainly(self) -> Reading:
        return Reading(self.sign, self.value)


@dataclass(frozen=True)
class Reading:
    """How a state is shown: a sign, and the same in words."""

    sign: str
    words: str


_SIGNS = {
    State.BACKED: "●",
    State.PROPOSED: "⊙",
    State.MIXED: "◑",
    State.AGAINST: "✕",
    State.NOT_FOUND: "○",
    State.BACKGROUND: "□",
    State.LINKED: "◇",
    State.NOBODY: "",
}
# Of a harm, "backed" would sound like good news.
_OF_HARMS = {
    State.BACKED: Reading("▲", "harm reported here"),
    State.PROPOSED: Reading("◬", "harm only proposed by studies"),
    State.MIXED: Reading("◭", "studies differ on the harm"),
    State.AGAINST: Reading("▼", "less of the harm"),
    State.NOT_FOUND: Reading("△", "looked for, no change in the harm"),
}

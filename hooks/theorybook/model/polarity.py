"""How what a part names stands in its theory: there, lacking, or not the same for all."""

from __future__ import annotations

from enum import StrEnum


class Polarity(StrEnum):
    """Whether a theory is about what a part names, or about its lack."""

    PRESENT = "present"
    LACKING = "lacking"
    IN_THE_WAY = "in the way"
    VARIES = "varies"

    @property
    def is_lack(self) -> bool:
        """Whether what the part names is not there."""
        return self in (Polarity.LACKING, Polarity.IN_THE_WAY)

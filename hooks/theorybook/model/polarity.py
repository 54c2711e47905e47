"""How what a part names stands in its theory: there, lacking, or not the same for all."""

from __future__ import annotations

from enum import StrEnum


class Polarity(StrEnum):
    """Whether a theory is about what a part names, or about its lack."""

    PRESENT = "present"
    LACKING = "lacking"
    VARIES = "varies"

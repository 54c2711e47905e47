"""The cells of the evidence map, counted another way: from plain data, finding by finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations, product
from typing import Any

from theorybook.site import Site

SENSE = {"supports": 1, "goes against": -1, "reports its lack": -1}
FOUND, PROPOSED = "backed by studies", "only proposed by studies"


@dataclass
class Count:
    """What was counted for a pair of terms."""

    verdicts: set[str] = field(default_factory=set)
    studies: set[str] = field(default_factory=set)
    findings: set[str] = field(default_factory=set)
    background: set[str] = field(default_factory=set)
    theories: set[str] = field(default_factory=set)

    @property
    def state(self) -> str:
        """The words for it."""
        if self.verdicts == {FOUND, PROPOSED}:
            return FOUND
        if self.verdicts:
            return "mixed" if len(self.verdicts) > 1 else next(iter(self.verdicts))
        if self.background:
            return "told only as background"
        return "linked only by us" if self.theories else "no study we read looked"


def recount(
    site: Site, about: str = "", group: str = "", design: str = ""
) -> dict[tuple[str, str], Count]:
    """Return what is counted for every pair of terms that has anything."""
    studies = [
        study
        for study in (s.model_dump(mode="json") for s in site.studies)
        if group in ("", *study["groups"]) and design in ("", study["design"])
    ]
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    for study, finding in ((s, f) for s in studies for f in s["findings"]):
        for pair, verdict in pairs(finding["terms"]):
            if finding["standing"] == "background":
                counts[pair].background.add(finding["id"])
            else:
                is_proposed = verdict == FOUND and finding["standing"] == "theory"
                counts[pair].verdicts.add(PROPOSED if is_proposed else verdict)
                counts[pair].studies.add(study["key"])
                counts[pair].findings.add(finding["id"])
    keys = {study["key"] for study in studies}
    for theory in (t.model_dump(mode="json") for t in site.theories):
        if about in ("", theory["about"]) and any(e["study"] in keys for e in theory["evidence"]):
            for pair in held(theory):
                counts[pair].theories.add(theory["id"])
    return counts


def pairs(placements: list[dict[str, Any]]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield every ordered pair of two terms that a finding stands under, and how it points."""
    for one, other in permutations(placements, 2):
        yield (one["term"], other["term"]), both(one["points"], other["points"])


def both(one: str, other: str) -> str:
    """Return which way a finding points that stands under two terms."""
    if "no change found" in (one, other):
        return "looked for and not found"
    if "mixed" in (one, other):
        return "mixed"
    return FOUND if SENSE[one] == SENSE[other] else "goes against"


def held(theory: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that a theory links: what the program does or why, and what changes."""
    first = {p["term"] for slot in ("strategy", "mechanism") for p in theory[slot]["parts"]}
    yield from product(first, {part["term"] for part in theory["outcome"]["parts"]})

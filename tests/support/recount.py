"""The cells of the evidence map, counted another way: from plain data, study by study."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from theorybook.site import Site

SENSE = {"supports": 1, "goes against": -1, "reports its lack": -1}


@dataclass
class Count:
    """What was counted for a pair of terms."""

    verdicts: set[str] = field(default_factory=set)
    studies: set[str] = field(default_factory=set)
    theories: set[str] = field(default_factory=set)

    @property
    def state(self) -> str:
        """The words for it."""
        if not self.verdicts:
            return "nobody has looked"
        return "mixed" if len(self.verdicts) > 1 else next(iter(self.verdicts))


def recount(
    site: Site, about: str = "", group: str = "", design: str = ""
) -> dict[tuple[str, str], Count]:
    """Return what is counted for every pair of terms that has anything."""
    studies = [
        study
        for study in (s.model_dump(mode="json") for s in site.studies)
        if group in ("", *study["groups"]) and design in ("", study["design"])
    ]
    theories = [
        theory
        for theory in (t.model_dump(mode="json") for t in site.theories)
        if about in ("", theory["about"])
    ]
    findings = {f["id"]: (study["key"], f) for study in studies for f in study["findings"]}
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    for key, finding in findings.values():
        for one, other in pairs(finding["terms"]):
            verdict = both(one["points"], other["points"])
            counts[one["term"], other["term"]].verdicts.add(verdict)
            counts[one["term"], other["term"]].studies.add(key)
    for theory in theories:
        outcomes = {part["term"] for part in theory["outcome"]["parts"]}
        rows = {p["term"] for slot in ("strategy", "mechanism") for p in theory[slot]["parts"]}
        for row in rows:
            for outcome in outcomes:
                bear(counts[row, outcome], theory, outcome, findings)
    return counts


def pairs(placements: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every ordered pair of two placements."""
    for one in placements:
        yield from ((one, other) for other in placements if other is not one)


def both(one: str, other: str) -> str:
    """Return which way a finding points that stands under two terms."""
    if "no change found" in (one, other):
        return "looked for and not found"
    if "mixed" in (one, other):
        return "mixed"
    return "backed by studies" if SENSE[one] == SENSE[other] else "goes against"


def bear(count: Count, theory: dict[str, Any], outcome: str, findings: dict[str, Any]) -> None:
    """Add what a theory brings to a pair of its terms."""
    studies = {key for key, _ in findings.values()}
    if any(item["study"] in studies for item in theory["evidence"]):
        count.theories.add(theory["id"])
    for item in theory["evidence"]:
        if item["finding"] not in findings:
            continue
        key, finding = findings[item["finding"]]
        points = {p["term"]: p["points"] for p in finding["terms"]}.get(outcome)
        verdict = {
            "supports": "backed by studies",
            "points both ways": "mixed",
            "goes against": "looked for and not found"
            if points == "no change found"
            else "goes against",
        }.get(item["stance"])
        if points and verdict:
            count.verdicts.add(verdict)
            count.studies.add(key)

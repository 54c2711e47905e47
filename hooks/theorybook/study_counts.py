"""Which kinds of study an answer on what works is told by, counted."""

from __future__ import annotations

from collections import Counter

from theorybook.model.answer import Answer
from theorybook.model.base import Voice
from theorybook.site import Site

# What one and several are called, in the order in which they are told.
_KINDS = (("trial", "trials"), ("review", "reviews"), ("other study", "other studies"))


def study_counts(site: Site, answer: Answer) -> str:
    """Say how many trials, reviews and other studies an answer lets speak.

    Returns:
        Words such as `2 trials, 1 review`; empty if no study speaks.
    """
    counts = Counter(
        _kind(site, site.study(key).design) for key in site.cited(cited_by_studies(answer))
    )
    return ", ".join(
        f"{counts[one]} {one if counts[one] == 1 else several}"
        for one, several in _KINDS
        if counts[one]
    )


def cited_by_studies(answer: Answer) -> list[str]:
    """Return what an answer cites in the voice of a study."""
    return [id_ for said in answer.says if said.voice is Voice.STUDY for id_ in said.cites]


def _kind(site: Site, design: str) -> str:
    tests = {each.id for each in site.settings.designs if each.tests}
    if design in tests:
        return "trial"
    return "review" if design.endswith("review") else "other study"

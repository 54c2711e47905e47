"""What the page that plans a program, and its workbook, choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from theorybook.harm import leads_to_harm
from theorybook.model.term import Term, TermKind
from theorybook.model.topic import Topic
from theorybook.site import Site


def planned(site: Site) -> Mapping[str, Any]:
    """Return the groups, the aims by whom they concern, the harms, and what safety asks for.

    An aim is an outcome that some theory in force has. It stands with each person it concerns
    first.
    """
    had = {part.term for theory in site.theories for part in theory.outcome.parts}
    terms = [term for term in site.terms_of(TermKind.OUTCOME) if term.id in had]
    wanted = [term for term in terms if term.wanted]
    return {
        "groups": [(group.id, group.name) for group in site.settings.groups],
        "aims": [
            (
                person.name,
                [(term.id, term.name) for term in wanted if term.concerns[0] == person.id],
            )
            for person in site.settings.people
            if any(term.concerns[0] == person.id for term in wanted)
        ],
        "harms": [(term.id, term.name) for term in terms if not term.wanted],
        "all_aims": [
            {"name": term.name, "wanted": term.wanted, "theories": _with(site, term)}
            for term in terms
        ],
        **warned_of(site),
        "safety": [topic for topic in site.of(Topic) if topic.before_start],
    }


def warned_of(site: Site) -> Mapping[str, Any]:
    """Return which theories warn of harm, as a part of a context."""
    return {"harmful": {theory.id for theory in site.theories if leads_to_harm(site, theory)}}


def _with(site: Site, term: Term) -> list[str]:
    return [
        theory.id
        for theory in site.theories
        if any(part.term == term.id for part in theory.outcome.parts)
    ]

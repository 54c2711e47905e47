"""The pages of the evidence map: two views, each whole and for one part of the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theorybook.addresses import MAP
from theorybook.evidence_map.cells import EvidenceMap, Sieve, State, evidence_map
from theorybook.model.settings import Choice
from theorybook.model.term import Kind
from theorybook.site import Site

# What the map can be filtered by, and how readers see it named.
FIELDS = (
    ("about", "Who it is about"),
    ("group", "People in the studies"),
    ("design", "Kind of study"),
)
VIEWS = {Kind.STRATEGY: MAP, Kind.MECHANISM: f"{MAP}mechanisms/"}


@dataclass(frozen=True)
class Part:
    """A part of the evidence that has a page: by which field, which value, and its name."""

    field: str
    value: str
    name: str

    @property
    def sieve(self) -> Sieve:
        """What lets this part through."""
        return Sieve(**{self.field: self.value})

    def address(self, kind: Kind) -> str:
        """Address of its page in a view."""
        return f"{VIEWS[kind]}{self.field}/{self.value}/"


def parts(site: Site) -> tuple[Part, ...]:
    """Return every part that has a page: only what some record has, retired ones included."""
    used = {
        "about": {theory.about for theory in site.everything.theories},
        "group": {group for study in site.everything.studies for group in study.groups},
        "design": {study.design for study in site.everything.studies},
    }
    lists: dict[str, tuple[Choice, ...]] = {
        "about": site.settings.people,
        "group": site.settings.groups,
        "design": site.settings.designs,
    }
    return tuple(
        Part(field, choice.id, choice.name)
        for field, choices in lists.items()
        for choice in choices
        if choice.id in used[field]
    )


def maps(site: Site) -> Iterator[tuple[str, Part | None, EvidenceMap]]:
    """Yield every page of the map: its address, its part or None for the whole, and the map."""
    for kind, address in VIEWS.items():
        yield address, None, evidence_map(site, kind, Sieve())
        for part in parts(site):
            yield part.address(kind), part, evidence_map(site, kind, part.sieve)


def map_data(site: Site, whole: EvidenceMap) -> dict[str, Any]:
    """Return what the browser needs to work out any filter by itself.

    Args:
        site: what the site says.
        whole: a view with nothing filtered out.

    Returns:
        Plain data: `studies` (groups and design by key), `theories` (whom they are about and
        their studies by id), `outcomes` (whom they concern by id), and `cells` (by anchor:
        witnesses as study, finding, name of the verdict and theory; and theories).
    """
    cells = [cell for row in whole.cells for cell in row if cell.witnesses or cell.theories]
    return {
        "states": {state.name: state.value for state in State},
        "studies": {
            study.key: {"group": study.groups, "design": study.design} for study in site.studies
        },
        "theories": {
            theory.id: {
                "about": theory.about,
                "studies": sorted({item.study for item in theory.evidence}),
            }
            for theory in site.theories
        },
        "outcomes": {column.id: column.concerns for column in whole.columns},
        "cells": {
            cell.anchor: {
                "witnesses": [
                    (w.study.key, w.finding.id, w.verdict.name, w.theory) for w in cell.witnesses
                ],
                "theories": [theory.id for theory in cell.theories],
            }
            for cell in cells
        },
    }

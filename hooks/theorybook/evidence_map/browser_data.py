"""What the browser needs to filter the evidence map by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from theorybook.evidence_map.cells import Cell
from theorybook.evidence_map.drawn import EvidenceMap
from theorybook.evidence_map.state import State
from theorybook.site import Site


def browser_data(site: Site, whole: EvidenceMap) -> dict[str, Any]:
    """Return what the browser needs to work out any filter by itself.

    There are many studies, theories and cells, so each is a list and no object. What repeats is
    known by its place: a study among `studies`, a theory among `theories`, whom either is about or
    what kind it is among `names`, and the verdict of a witness among `verdicts`.

    Args:
        site: what the site says.
        whole: a view with nothing filtered out.

    Returns:
        Plain data: `wanted` and `harm` (sign and words of each state, by its name), `verdicts`
        (names of states), `names` (what can be chosen, by the field of the filter), `studies` (each
        its groups and its design), `theories` (each its id, whom it is about, and its studies),
        `outcomes` (whom they concern, and which readings they take, by id), and `cells` (by anchor:
        witnesses as study, finding, verdict and 1 where it is background; and theories). The
        findings of a long map are empty, as its page does not list them.
    """
    names = {
        "about": [person.id for person in site.settings.people],
        "group": [group.id for group in site.settings.groups],
        "design": [design.id for design in site.settings.designs],
    }
    places = _Places(
        {study.key: place for place, study in enumerate(site.studies)},
        {theory.id: place for place, theory in enumerate(site.theories)},
    )
    return {
        "wanted": _readings(harm=False),
        "harm": _readings(harm=True),
        "verdicts": [state.name for state in State],
        "names": names,
        "studies": [
            ([names["group"].index(group) for group in study.groups],
             names["design"].index(study.design))
            for study in site.studies
        ],
        "theories": [
            (theory.id, names["about"].index(theory.about),
             sorted({places.studies[item.study] for item in theory.evidence}))
            for theory in site.theories
        ],
        "outcomes": {
            column.id: {
                "concerns": column.concerns,
                "reading": "wanted" if column.wanted else "harm",
            }
            for column in whole.columns
        },
        "cells": {
            cell.anchor: _cell(cell, places, whole.is_long)
            for row in whole.cells
            for cell in row
            if not cell.is_empty
        },
    }  # fmt: skip


@dataclass(frozen=True)
class _Places:
    """Where each study and each theory is in its list."""

    studies: Mapping[str, int]
    theories: Mapping[str, int]


def _cell(cell: Cell, places: _Places, is_long: bool) -> tuple[list[Any], list[int]]:
    verdicts = [*State]
    witnesses = [
        (
            places.studies[witness.study.key],
            "" if is_long else witness.finding.id,
            verdicts.index(witness.verdict),
            int(witness.is_background),
        )
        for witness in cell.witnesses
    ]
    return witnesses, [places.theories[theory.id] for theory in cell.theories]


def _readings(*, harm: bool) -> dict[str, dict[str, str]]:
    """Return sign and words of each state, by its name."""
    return {state.name: asdict(state.reading(harm=harm)) for state in State}

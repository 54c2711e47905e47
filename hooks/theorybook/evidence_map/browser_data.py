"""What the browser needs to filter the evidence map by itself."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from theorybook.evidence_map.drawn import EvidenceMap
from theorybook.evidence_map.state import State
from theorybook.site import Site


def browser_data(site: Site, whole: EvidenceMap) -> dict[str, Any]:
    """Return what the browser needs to work out any filter by itself.

    Args:
        site: what the site says.
        whole: a view with nothing filtered out.

    Returns:
        Plain data: `wanted` and `harm` (sign and words of each state, by its name), `studies`
        (groups and design), `theories` (whom they are about and their studies by id),
        `outcomes` (whom they concern, and which readings they take, by id), and
        `cells` (by anchor: witnesses as study, finding, name of the verdict
        and whether it is background; and theories). A study is known by its place among `studies`.
    """
    places = {study.key: place for place, study in enumerate(site.studies)}
    cells = [cell for row in whole.cells for cell in row if not cell.is_empty]
    return {
        "wanted": _readings(harm=False),
        "harm": _readings(harm=True),
        "studies": [{"group": study.groups, "design": study.design} for study in site.studies],
        "theories": {
            theory.id: {
                "about": theory.about,
                "studies": sorted({places[item.study] for item in theory.evidence}),
            }
            for theory in site.theories
        },
        "outcomes": {
            column.id: {
                "concerns": column.concerns,
                "reading": "wanted" if column.wanted else "harm",
            }
            for column in whole.columns
        },
        "cells": {
            cell.anchor: {
                "witnesses": [
                    (places[w.study.key], w.finding.id, w.verdict.name, w.is_background)
                    for w in cell.witnesses
                ],
                "theories": [theory.id for theory in cell.theories],
            }
            for cell in cells
        },
    }


def _readings(*, harm: bool) -> dict[str, dict[str, str]]:
    """Return sign and words of each state, by its name."""
    return {state.name: asdict(state.reading(harm=harm)) for state in State}

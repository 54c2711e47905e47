"""What pages of trainings list: activities, packs, drills, and what each of them is made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from theorybook.addresses import QUESTIONS, volume_address
from theorybook.agenda import agenda
from theorybook.changes.in_use import parts_of, rests_on, rows_in_use
from theorybook.changes.versions import rows
from theorybook.checks.training import LONGEST_WITHOUT_PAUSE
from theorybook.drill_cards import cards_of
from theorybook.own_packs import own_items
from theorybook.site import Site
from theorybook.training_filters import activity_filters, activity_values


def training_context(site: Site) -> Mapping[str, Any]:
    """Return all that the way in to trainings shows.

    Of the questions it lists those of the first volume, since all of them stood on it once.
    """
    first = [t for t in site.everything.theories if volume_address(QUESTIONS, t.id) == QUESTIONS]
    return {
        "filters": activity_filters(site),
        "activities": [(each, activity_values(site, each)) for each in site.activities],
        "packs": [(pack, agenda(site.everything, pack)) for pack in site.packs],
        "drills": [
            (drill, len(cards_of(drill, (site.theory(id_) for id_ in drill.theories))))
            for drill in site.drills
        ],
        "questions_of": [site.everything.theory(theory.id) for theory in first],
    }


def own_pack_context(site: Site) -> Mapping[str, Any]:
    """Return all that the page shows on which trainers put packs together."""
    return {
        **since_context(site),
        "filters": activity_filters(site),
        "values_of": partial(activity_values, site),
        "longest": LONGEST_WITHOUT_PAUSE,
        "own_items": own_items,
    }


def since_context(site: Site) -> Mapping[str, Any]:
    """Return all that the page shows that tells what has changed of what a trainer uses."""
    return {
        "rows": rows_in_use(site),
        "version_pages": tuple(rows(site)),
        "parts_of": parts_of,
        "rests_on": rests_on,
    }

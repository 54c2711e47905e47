"""What the way in to trainings shows: activities, packs and drills, and what to filter them by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from theorybook.addresses import QUESTIONS, volume_address
from theorybook.agenda import agenda
from theorybook.drill_cards import cards_of
from theorybook.site import Site
from theorybook.training_filters import activity_filters, activity_values


def training_context(site: Site) -> Mapping[str, Any]:
    """Return all that the page shows.

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

"""Theories that somebody should have read through by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from theorybook.data.folder import Folder
from theorybook.model.theory import Status
from theorybook.problems import Problem


def overdue_reviews(folder: Folder, today: date) -> Iterator[Problem]:
    """Yield a note for each theory on the site whose day of review is over."""
    for index, theory in enumerate(folder.records.theories):
        is_shown = theory.status is Status.PUBLISHED and not theory.retired
        if is_shown and theory.review_by < today:
            place = folder.files["theories"].place(("theories", index, "review_by"))
            message = f"{theory.id} was to be read through by {theory.review_by}"
            fix = "read it through, then set `reviewed:` to today and `review_by:` to a later day"
            yield Problem(place, "N10", message, fix)

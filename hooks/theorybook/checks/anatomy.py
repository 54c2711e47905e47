"""The anatomy of a theory: a published one has every part."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.folder import Folder
from theorybook.model.theory import Status
from theorybook.problems import Problem

_PARTS = ("conditions", "actions", "risks", "signs", "unknowns", "would_change", "talk")


def missing_parts(folder: Folder) -> Iterator[Problem]:
    """Yield every part of a published theory that is empty."""
    for index, theory in enumerate(folder.records.theories):
        for part in _PARTS if theory.status is Status.PUBLISHED else ():
            if not getattr(theory, part):
                place = folder.files["theories"].place(("theories", index, part))
                message = f"{theory.id} is published, and its `{part}` are empty"
                fix = f"fill `{part}:`, or make the theory a draft until they are"
                yield Problem(place, "C02", message, fix)

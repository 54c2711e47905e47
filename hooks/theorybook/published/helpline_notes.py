"""Notes for the maintainer: which help lines should be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from theorybook.data.folder import Folder
from theorybook.kinds import kind_of
from theorybook.model.helpline import Helpline
from theorybook.problems import Place, Problem

SIX_MONTHS = timedelta(days=183)


def helpline_notes(folder: Folder, today: date) -> Iterator[Problem]:
    """Yield a note for each help line that nobody looked at lately, and one for all never opened.

    Args:
        folder: the data folder, read.
        today: the day to count from. It is in no page, so that two builds are alike.
    """
    lines = [
        (index, line) for index, line in enumerate(folder.records.of(Helpline)) if not line.retired
    ]
    for index, line in lines:
        if today - line.looked_on > SIX_MONTHS:
            message = f"nobody has looked at `{line.id}` since {line.looked_on}"
            fix = "open its page, mend what changed, and set `looked_on:` to today"
            yield Problem(_place(folder, index, "looked_on"), "N04", message, fix)
    if unopened := [(index, line.id) for index, line in lines if not line.live]:
        named = ", ".join(id_ for _, id_ in unopened)
        message = f"nobody opened the live pages of these, only stored copies: {named}"
        fix = "open each, mend what changed, and set `looked_on:` to today and `live: true`"
        yield Problem(_place(folder, unopened[0][0], "id"), "N03", message, fix)


def _place(folder: Folder, index: int, field: str) -> Place:
    many = kind_of(Helpline).many
    return folder.files[many].place((many, index, field))

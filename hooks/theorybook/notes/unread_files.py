"""What lies in the data folder and is not read: what stands in it is on no page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from theorybook.data.unread_files import SOURCES, read_like, unread_files
from theorybook.problems import Place, Problem


def notes_on_unread_files(data: Path) -> Iterator[Problem]:
    """Yield a note for each file or folder that looks like data and is not read.

    Args:
        data: the data folder.
    """
    for name in unread_files(data):
        place = Place(f"{data.name}/{name}")
        if name.startswith(f"{SOURCES}/"):
            message, fix = "nobody reads this file", "save it as plain text, with the ending `.txt`"
        else:
            near = read_like(name)
            message = "nobody reads what is in here" + (
                f" (did you mean `{near}`?)" if near else ""
            )
            fix = f"put what is to be read into `{near or 'theories.yaml'}`, and take this out"
        yield Problem(place, "N19", message, fix)

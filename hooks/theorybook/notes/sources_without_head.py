"""Stored texts that do not say what they are: a quotation could be checked against that itself."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.folder import Folder
from theorybook.problems import Place, Problem


def sources_without_head(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each stored text that has no head, or none that an empty line ends."""
    for source in folder.sources.values():
        if not source.head:
            message = "this text does not say what it is, and under which license"
            fix = "start with lines such as `What this is:` and `Licence:`, then leave a line empty"
            yield Problem(Place(source.file), "N20", message, fix)

"""Notes on drafts: what has still to be written before they can be published."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.blanks import BLANK, blank_paths, is_in_draft
from theorybook.data.folder import Folder
from theorybook.data.marks import Path
from theorybook.problems import Problem


def draft_notes(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each draft that has blanks, at the first of them. It stops nothing."""
    marked = folder.files["theories"].marked
    drafts = {raw.path[:2]: raw.names.id for raw in folder.raw_ids if raw.names.kind == "theory"}
    blanks: dict[Path, list[Path]] = {}
    # To look for a text is far faster than to walk through all that the file holds.
    for path in blank_paths(marked.data) if BLANK in marked.text else ():
        if is_in_draft(marked.data, path):
            blanks.setdefault(path[:2], []).append(path)
    for draft, paths in blanks.items():
        count = "a blank" if len(paths) == 1 else f"{len(paths)} blanks"
        message = f"the draft {drafts.get(draft, '')} has {count} to fill; this is the first"
        fix = "write what it asks for in place of `___` and the words behind it"
        yield Problem(marked.value_place(paths[0]), "N17", message, fix)

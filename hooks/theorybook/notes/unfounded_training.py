"""Activities and drills that nothing in force stands behind any more."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.folder import Folder
from theorybook.problems import Problem


def unfounded_training(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each activity and drill in force all of whose theories are retired."""
    gone = {theory.id for theory in folder.records.theories if theory.retired}
    for i, activity in enumerate(folder.records.activities):
        if not activity.retired and gone.issuperset(item.theory for item in activity.rests_on):
            yield _note(folder, activity.id, ("activities", i, "rests_on"))
    for i, drill in enumerate(folder.records.drills):
        if not drill.retired and gone.issuperset(drill.theories):
            yield _note(folder, drill.id, ("drills", i, "theories"))


def _note(folder: Folder, id: str, path: tuple[str, int, str]) -> Problem:
    place = folder.files[path[0]].place(path)
    fix = "name a theory that holds, or retire it, too"
    return Problem(place, "N18", f"all that {id} rests on is retired", fix)

"""Activities and drills that nothing in force stands behind any more."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.folder import Folder
from theorybook.problems import Problem


def unfounded_training(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each activity and drill in force all of whose theories are retired."""
    gone = {theory.id for theory in folder.records.theories if theory.retired}
    behind = [
        ("activities", "rests_on", i, each, {item.theory for item in each.rests_on})
        for i, each in enumerate(folder.records.activities)
    ]
    drills = enumerate(folder.records.drills)
    for file, field, i, record, theories in (
        *behind,
        *(("drills", "theories", i, each, {*each.theories}) for i, each in drills),
    ):
        if not record.retired and theories <= gone:
            place = folder.files[file].place((file, i, field))
            message = f"all that {record.id} rests on is retired"
            yield Problem(place, "N18", message, "name a theory that holds, or retire it, too")

"""Entries of the lists in site.yaml that are gone though records choose them.

Each is told once, in site.yaml, and not at each record.
"""

from __future__ import annotations

from collections.abc import Mapping

from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest
from theorybook.data.raw_ids import RawId
from theorybook.kinds import CHOICES
from theorybook.multimap import multimap
from theorybook.problems import Problem
from theorybook.record_id import RecordId

# From so many records on, a name that leads nowhere is no slip of the pen: its entry is gone.
_SO_MANY = 3


def lost_choices(folder: Folder) -> Mapping[RecordId, Problem]:
    """Return what is wrong, by the name of each entry that is gone."""
    there = {raw.names: raw for raw in folder.raw_ids}
    named = multimap((raw.names, raw) for raw in folder.raw_references if raw.names.kind in CHOICES)
    unused = [raw for id_, raw in there.items() if id_.kind in CHOICES and id_ not in named]
    emptied = CHOICES.keys() - {id_.kind for id_ in there}
    lost: dict[RecordId, Problem] = {}
    for id_, naming in named.items():
        if id_ in there or folder.lacks_choices(id_.kind):
            continue
        records = {(raw.file.name, raw.path[:2]) for raw in naming}
        if id_.kind in emptied:
            lost[id_] = _emptied(folder, id_.kind)
        elif len(records) >= _SO_MANY:
            lost[id_] = _gone(folder, id_, len(records), unused)
    return lost


def _emptied(folder: Folder, kind: str) -> Problem:
    place = folder.files["site"].marked.place((CHOICES[kind],))
    message = f"`{CHOICES[kind]}` is empty, and records name entries of it"
    return Problem(place, "R04", message, "put its entries back")


def _gone(folder: Folder, id_: RecordId, records: int, unused: list[RawId]) -> Problem:
    """Tell of an entry that is gone: at the one that it seems to have become, if there is one."""
    field = CHOICES[id_.kind]
    message = f"{records} records name the {id_.kind} `{id_.id}`, which is not in `{field}`"
    new = {raw.names.id: raw for raw in unused if raw.names.kind == id_.kind}
    near = nearest(id_.id, new)
    if near:
        message += f", and none names `{near}`"
        return Problem(new[near].place, "R04", message, f"write `id: {id_.id}` here again")
    place = folder.files["site"].marked.place((field,))
    fix = f"put its entry back: `- {{id: {id_.id}, name: ...}}`, with its name in place of the dots"
    return Problem(place, "R04", message, fix)

"""Fields that seem to be missing and stand there under a wrong name, or too deep."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from theorybook.codes import CODES
from theorybook.data.guesses import nearest
from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path, value_at
from theorybook.data.model_paths import model_at

_ASKED_FOR = ("missing", *(code.code for code in CODES))
# What says that a group has the wrong fields together.
_OF_THE_GROUP = "M02"


def meant_fields(
    model: type[BaseModel], marked: Marked, details: Sequence[ErrorDetails]
) -> set[Path]:
    """Return the fields that are not there, and are told where they stand, and only there.

    Args:
        model: the model of the whole file.
        marked: its data, with places.
        details: all that is wrong with them.
    """
    missing = {d["loc"]: d["type"] for d in details if d["type"] in _ASKED_FOR}
    missing = {path: kind for path, kind in missing.items() if not marked.has(path)}
    meant: set[Path] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *parent, name = detail["loc"]
            meant.add((*parent, near_field(model, marked, detail["loc"])))
            meant.update((*parent[:depth], name) for depth in range(len(parent)))
            meant.update(
                path
                for path, kind in missing.items()
                if kind == _OF_THE_GROUP and path[:-1] == (*parent,)
            )
    return meant & missing.keys()


def near_field(model: type[BaseModel], marked: Marked, path: Path) -> str:
    """Return the field that an unknown one is meant to be, or nothing.

    It is the one that it looks like, or the only one missing where there is no other to be it.
    """
    fields = model_at(model, path[:-1]).model_fields
    name = str(path[-1])
    stuck = name.partition(":")[0].strip().lstrip("-")
    near = stuck if stuck in fields else nearest(name, fields)
    if near:
        return near
    group = value_at(marked.data, path[:-1])
    there = group.keys() if isinstance(group, dict) else ()
    lacking = [each for each, field in fields.items() if field.is_required() and each not in there]
    unknown = [each for each in there if each not in fields]
    return lacking[0] if len(lacking) == len(unknown) == 1 else ""

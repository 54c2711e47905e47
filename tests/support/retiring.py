"""A copy of the garden in which something is retired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theorybook.record_id import RecordId
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

WHY = "It was <b>wrong</b>."


def retire(project: Project, name: str, instead: str = "") -> Site:
    """Retire a record or a part of one with one edit, and load the site."""
    names = RecordId.parse(name)
    place = Site.load(project.root).places[names]
    field = "key" if names.kind == "study" else "id"
    id_ = names.id
    indent = " " * (place.column - 1 - len(f"{field}: "))
    retired = f"retired: {{on: 2032-02-01, why: {WHY}, instead: [{instead}]}}"
    project.edit_at(place, id_, f"{id_}\n{indent}{retired}")
    return Site.load(project.root)

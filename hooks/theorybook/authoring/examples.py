"""A whole record of each kind, with a remark on each field: taken from the data, so it is valid."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from theorybook.authoring.record_template import OnOneLine, Remark, Tree, in_order
from theorybook.authoring.yaml_text import Leaves, item_lines
from theorybook.data.model_paths import inner_models
from theorybook.kinds import KINDS
from theorybook.model.versioned import Change, VersionedRecord
from theorybook.site import Site


def examples(site: Site) -> dict[str, str]:
    """Return the shortest record of each kind as YAML, by the name of its data file.

    What each field holds is said where it stands first.
    """
    found = {kind.many: site.of(kind.model) for kind in KINDS}
    return {
        name: example(min(records, key=lambda record: len(record.model_dump_json())))
        for name, records in found.items()
        if records
    }


def example(record: VersionedRecord) -> str:
    """Return a record as YAML, with a remark on each field."""
    said = record.model_dump(mode="json", exclude_defaults=True, round_trip=True)
    ordered = {name: said[name] for name in in_order(said)}
    return "\n".join(item_lines(_told(ordered, type(record), set()), Leaves())) + "\n"


def _told(
    said: dict[str, Any], model: type[BaseModel], seen: set[tuple[type[BaseModel], str]]
) -> dict[str, Tree]:
    """Put before each field what it is for, unless that was said before."""
    tree: dict[str, Tree] = {}
    inner = inner_models(model)
    for name, value in said.items():
        if (model, name) not in seen:
            seen.add((model, name))
            tree[model.model_fields[name].description or ""] = Remark()
        tree[name] = _value(value, inner[name], seen)
    return tree


def _value(
    value: Any, model: type[BaseModel] | None, seen: set[tuple[type[BaseModel], str]]
) -> Tree:
    if isinstance(value, list):
        return [_value(item, model, seen) for item in value]
    if isinstance(value, dict):
        if model is Change:
            return OnOneLine({name: _value(item, None, seen) for name, item in value.items()})
        return _told(value, model or BaseModel, seen)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, int) else str(value)

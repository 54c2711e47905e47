"""What to do about a value of the wrong kind: the value itself, written as it should be."""

from __future__ import annotations

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from theorybook.data.marks import Path
from theorybook.data.model_paths import model_at

_NUMBER = "write the number alone, in figures and without a unit, such as `10`"
_DAY = "write year, month and day in figures, such as `2026-11-30`"
_FIXES = {
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "day": _DAY,
    "date_type": _DAY,
    "year": "look at the year: it has to be one from 1970 to 2099",
    "future": "write the day on which it was done; look at the year first",
    "groups": "write how many work together, and not more than `most:`",
    "most": "write the smaller number under `least:`",
    "due": "write a day after `reviewed:`, such as a year later",
}


def way_out(model: type[BaseModel], path: Path, detail: ErrorDetails) -> str:
    """Return what to write in place of a value that is of the wrong kind, or nothing.

    Args:
        model: the model of the whole file.
        path: where the value stands.
        detail: what is wrong with it.
    """
    given = detail["input"]
    match detail["type"]:
        case "tuple_type":
            return _as_list(model, path, given)
        case "model_type":
            return _as_group(model, path, given)
        case "string_type" if isinstance(given, list):
            return _as_text(path, given)
        case "greater_than_equal":
            return f"write {detail['ctx']['ge']} or more"
        case "less_than_equal":
            return f"write {detail['ctx']['le']} or less"
    return _FIXES.get(detail["type"], "")


def _as_list(model: type[BaseModel], path: Path, given: object) -> str:
    if isinstance(given, str) and not _fields(model, path):
        return f"put square brackets round it: `[{given}]`"
    return "write an item a line below it, each with a dash and a space before it"


def _as_group(model: type[BaseModel], path: Path, given: object) -> str:
    fields = _fields(model, path)
    shown = ", ".join(f"`{name}:`" for name in fields)
    fix = f"write its fields, such as {shown}, each with its value" if fields else ""
    return f"{fix}; or take the dash out" if fix and given is None else fix


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """Return the fields that a group at a path needs, or all if it needs none."""
    inner = model_at(model, path)
    if inner is model:
        return []
    needed = [name for name, field in inner.model_fields.items() if field.is_required()]
    return needed or [*inner.model_fields]


def _as_text(path: Path, given: list[object]) -> str:
    if isinstance(path[-1], int):
        return "take these brackets or this dash out: the list has its own round it"
    if len(given) == 1:
        return f"write it without brackets and without a dash: `{given[0]}`"
    return "write one of them, without brackets and without a dash"

"""From plain data to records: every field checked, every fault with its place and cure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from theorybook.codes import CODES
from theorybook.data.cut_texts import cut_text
from theorybook.data.guesses import suggestion
from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path
from theorybook.data.meant_fields import meant_fields, near_field
from theorybook.data.misplaced_items import misplaced_items
from theorybook.data.model_paths import choices_at, description, is_needed, model_at
from theorybook.data.swallowed_fields import swallowed_in
from theorybook.data.ways_out import way_out
from theorybook.model.base import LATEST
from theorybook.problems import Place, Problem

R = TypeVar("R", bound=BaseModel)
_CURES = {code.code: code.cure for code in CODES}
_LONGEST_SHOWN = 60

_NOT_FILLED = ("C01", "this step is neither filled nor marked as not known")
_MISSING = {
    "voice": ("V01", "this sentence does not say whose voice it is"),
    "evidence": ("E01", "this theory has no evidence"),
    "context": _NOT_FILLED,
    "strategy": _NOT_FILLED,
    "mechanism": _NOT_FILLED,
    "outcome": _NOT_FILLED,
}
_REASONS = {
    "model_type": "a group of fields is wanted here",
    "tuple_type": "a list is wanted here",
    "string_type": "a text is wanted here",
    "string_too_short": "a text is wanted here",
    "string_pattern_mismatch": "it does not have the form it should have",
    "int_parsing": "a whole number is wanted here",
    "int_type": "a whole number is wanted here",
    "string_too_long": "it is too long",
    "day": "a date such as 2026-11-30 is wanted here",
    "date_type": "a date such as 2026-11-30 is wanted here",
    "date_from_datetime_parsing": "the calendar has no such day",
    "date_parsing": "the calendar has no such day",
    "greater_than_equal": "the number is too small",
    "less_than_equal": "the number is too large",
}


@dataclass(frozen=True)
class Checked(Generic[R]):
    """What came out of one file.

    Where there are problems, `record` holds the items of the file's list that have none, or is
    None if there is no such list; it serves to find further problems, never to publish.
    `kept` says, for a file that lost items, which of them `record` holds.
    """

    record: R | None
    problems: tuple[Problem, ...]
    marked: Marked
    kept: tuple[int, ...] | None = None

    def place(self, path: Path) -> Place:
        """Return where the value at this path of `record` stands in the file."""
        if self.kept is not None and len(path) > 1:
            path = (path[0], self.kept[int(path[1])], *path[2:])
        return self.marked.value_place(path)


def validate(model: type[R], marked: Marked, latest: datetime.date | None = None) -> Checked[R]:
    """Check plain data against a model.

    Args:
        model: the model of the whole file.
        marked: its data, with places.
        latest: the last day that something can have been done on, if there is one.

    Returns:
        The record and every problem found.
    """
    if marked.data == {}:
        return Checked(None, (_nothing(model, marked),), marked)
    context = {LATEST: latest} if latest else {}
    try:
        return Checked(model.model_validate(marked.data, context=context), (), marked)
    except ValidationError as error:
        details = error.errors()
    misplaced = misplaced_items(model, marked, [_path(detail) for detail in details])
    if misplaced:
        details = [d for d in details if not _is_in(_path(d), misplaced)]
    meant = meant_fields(model, marked, details)
    found = (
        _problem(model, marked, detail)
        for detail in details
        if _path(detail) not in meant and not _is_long_enough(detail)
    )
    problems = tuple(dict.fromkeys(found))
    if misplaced:
        # Which record has which item is not known, so nothing is told that follows from it.
        unread = replace(marked, data={})
        return Checked(None, (*misplaced.values(), *problems), unread)
    return _without_faulty_items(model, marked, problems, [_path(d) for d in details])


def _is_in(path: Path, items: Iterable[Path]) -> bool:
    return any(path[: len(item)] == item for item in items)


def _is_long_enough(detail: ErrorDetails) -> bool:
    """Whether a list is too short only without its faulty items, which are told."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _nothing(model: type[BaseModel], marked: Marked) -> Problem:
    """Tell of a file that holds nothing once, and not of each field and record that it lacks."""
    fields = ", ".join(name for name, field in model.model_fields.items() if field.is_required())
    fix = f"take it back from the last commit, or fill it; it needs: {fields}"
    return Problem(Place(marked.file), "M02", "the file holds nothing", fix)


def _without_faulty_items(
    model: type[R], marked: Marked, problems: tuple[Problem, ...], faults: list[Path]
) -> Checked[R]:
    name = next(iter(model.model_fields))
    items = marked.data.get(name) if isinstance(marked.data, dict) else None
    if len(model.model_fields) > 1 or not isinstance(items, list):
        return Checked(None, problems, marked)
    faulty = {path[1] for path in faults if len(path) > 1}
    kept = tuple(i for i in range(len(items)) if i not in faulty)
    record = model.model_validate({name: [items[i] for i in kept]})
    return Checked(record, problems, marked, kept)


def _path(detail: ErrorDetails) -> Path:
    return tuple(detail["loc"])


def _problem(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    kind = detail["type"]
    if kind in _CURES:
        place = marked.place(_path(detail))
        fix = "add it, or take it out" if kind == "M02" else _sentence(_CURES[kind])
        problem = Problem(place, kind, detail["msg"], fix)
    else:
        if detail["input"] is None and is_needed(model, _path(detail)):
            kind = "missing"
        problem = _TRANSLATIONS.get(kind, _wrong_value)(model, marked, detail)
    swallowed = swallowed_in(marked, _path(detail))
    return Problem(swallowed[0], problem.code, *swallowed[1:]) if swallowed else problem


def _sentence(cure: str) -> str:
    """Fit a cure into a message: no capital at its start, no full stop at its end."""
    return cure[0].lower() + cure[1:].removesuffix(".")


def _unknown_field(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    *parent, name = _path(detail)
    cut = cut_text(marked, _path(detail))
    if cut:
        first, owner = cut
        message = f"a comma ends the text of `{owner}:` here, since it stands in braces"
        fix = f"put quotation marks round the whole text of `{owner}:`"
        return Problem(marked.place(first), "M01", message, fix)
    fields = model_at(model, tuple(parent)).model_fields
    near = near_field(model, marked, (*parent, name))
    guess = _glued(str(name), fields) or (f" (did you mean `{near}`?)" if near else "")
    fix = "use one of: " + ", ".join(fields)
    above = (model_at(model, tuple(parent[:depth])) for depth in range(1, len(parent)))
    if not near and any(name in owner.model_fields for owner in above):
        guess = ", and there is one farther out"
        fix = "start the line less far in, as far as the fields that it belongs to"
    place = marked.place(_path(detail))
    return Problem(place, "M01", f"there is no field `{name}` here{guess}", fix)


def _glued(name: str, fields: Iterable[str]) -> str:
    """Say so where a field has something stuck to its name."""
    start, colon, _ = name.partition(":")
    if name.endswith(":") and start in fields:
        return " (take one of the two colons out)"
    if colon and start.strip() in fields:
        return " (put a space after the colon)"
    bare = name.strip()
    if bare != name and bare in fields:
        return f" (there is a blank in `{bare}` that is no plain space)"
    if name.lstrip("-") in fields:
        return " (put a space after the dash)"
    return ""


def _too_short(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    path, limits = _path(detail), detail["ctx"]
    message = (
        f"`{path[-1]}` has {limits['actual_length']}, and needs {limits['min_length']} at least"
    )
    fix = f"add what is missing ({_sentence(description(model, path))})"
    return Problem(marked.place(path), "M02", message, fix)


def _missing_field(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    path = _path(detail)
    name = str(path[-1])
    is_there = marked.has(path)
    place = marked.place(path) if is_there else marked.value_place(path[:-1])
    otherwise = ("M02", f"the field `{name}` is {'empty' if is_there else 'missing'}")
    code, message = _MISSING.get(name, otherwise)
    allowed = choices_at(model, path)
    holds = f"with one of: {', '.join(allowed)}" if allowed else f"({description(model, path)})"
    return Problem(place, code, message, f"add `{name}:` {holds}")


def _wrong_value(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    path = _path(detail)
    given = detail["input"]
    place = marked.value_place(path)
    if not path and isinstance(given, list):
        field = next(iter(model.model_fields))
        fix = f"write `{field}:` at the margin, on a line of its own above the first item"
        return Problem(place, "M02", f"the line `{field}:` is missing above this list", fix)
    name = next((part for part in reversed(path) if isinstance(part, str)), marked.file)
    allowed = choices_at(model, path)
    if allowed:
        return Problem(place, "M03", *_wrong_choice(model, path, given, allowed))
    reason = _REASONS.get(detail["type"], _sentence(detail["msg"]))
    holds = f"what `{name}` holds: {_sentence(description(model, path))}"
    fix = way_out(model, path, detail)
    message = f"`{name}` cannot be {_shown(given)}: {reason}"
    return Problem(place, "M03", message, f"{fix}; {holds}" if fix else holds)


def _wrong_choice(
    model: type[BaseModel], path: Path, given: object, allowed: tuple[str, ...]
) -> tuple[str, str]:
    """Say what is wrong with a value that is none to choose, and what to do."""
    name = next(part for part in reversed(path) if isinstance(part, str))
    fix = "use one of: " + ", ".join(allowed)
    if not isinstance(given, str):
        return f"`{name}` cannot be {_shown(given)}", fix
    plain = " ".join(given.split())
    if plain in allowed:
        message = f"a blank in this `{plain}` is no plain space, or there is one too many"
        return message, f"type it again: `{plain}`"
    if given in model_at(model, path[:-1]).model_fields:
        fix = f"{fix}; `{given}:` is a field of its own, beside `{name}:`"
    return f"`{name}` cannot be {_shown(given)}{suggestion(given, allowed)}", fix


_TRANSLATIONS: dict[str, Callable[[type[BaseModel], Marked, ErrorDetails], Problem]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
    "too_short": _too_short,
}


def _shown(value: object) -> str:
    names: dict[type, str] = {dict: "a group of fields", list: "a list", type(None): "empty"}
    if not isinstance(value, str):
        return names.get(type(value), f"`{value}`")
    text = " ".join(value.split())
    return f"`{text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + '...'}`"

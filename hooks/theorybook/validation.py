"""From plain data to records: every field checked, every fault with its place and cure."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from theorybook.marked_yaml import Marked, Path, Plain
from theorybook.model.base import Voice
from theorybook.problems import CODES, Place, Problem

R = TypeVar("R", bound=BaseModel)
_CURES = {code.code: code.cure for code in CODES}
_ATTEMPTS = 5


@dataclass(frozen=True)
class Checked(Generic[R]):
    """What came out of one file.

    Where there are problems, `record` is what remains when the faulty parts are left out, or
    None if too little remains; it serves to find further problems, never to publish.
    """

    record: R | None
    problems: tuple[Problem, ...]
    marked: Marked
    draft: Draft

    def place(self, path: Path) -> Place:
        """Return where the value at this path of `record` stands in the file."""
        return self.marked.value_place(self.draft.original(path))


class Draft:
    """Plain data from which faulty parts can be taken out without losing their places."""

    def __init__(self, data: Plain) -> None:
        self.data = deepcopy(data)
        self._origins: dict[int, list[int]] = {}

    def leave_out(self, paths: Iterable[Path]) -> None:
        """Take out what is faulty: an unknown field itself, else the nearest item of a list."""
        targets = {self._target(path) for path in paths} - {None}
        for target in sorted(targets, key=str, reverse=True):
            self._remove(target or ())

    def original(self, path: Path) -> Path:
        """Translate a path in what remains into the path in what was read."""
        here: Any = self.data
        found: list[str | int] = []
        for part in path:
            origins = self._origins.get(id(here)) if isinstance(part, int) else None
            found.append(origins[int(part)] if origins else part)
            try:
                here = here[part]
            except (KeyError, IndexError, TypeError):
                here = None
        return tuple(found)

    def _target(self, path: Path) -> Path | None:
        if self._holds(path) and isinstance(path[-1], str) and len(path) > 1:
            return path
        items = [i for i, part in enumerate(path) if isinstance(part, int)]
        return path[: items[-1] + 1] if items else None

    def _holds(self, path: Path) -> bool:
        parent = self._at(path[:-1])
        return isinstance(parent, dict) and path[-1] in parent

    def _at(self, path: Path) -> Any:
        here: Any = self.data
        for part in path:
            try:
                here = here[part]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def _remove(self, path: Path) -> None:
        parent, part = self._at(path[:-1]), path[-1]
        if isinstance(parent, list) and isinstance(part, int) and part < len(parent):
            self._origins.setdefault(id(parent), list(range(len(parent)))).pop(part)
            parent.pop(part)
        elif isinstance(parent, dict) and isinstance(part, str):
            parent.pop(part, None)


def validate(model: type[R], marked: Marked) -> Checked[R]:
    """Check plain data against a model.

    Args:
        model: the model of the whole file.
        marked: its data, with places.

    Returns:
        The record and every problem found.
    """
    problems: list[Problem] = []
    draft = Draft(marked.data)
    for attempt in range(_ATTEMPTS):
        try:
            record = model.model_validate(draft.data)
        except ValidationError as error:
            if attempt == 0:
                problems = [_problem(model, marked, detail) for detail in error.errors()]
            draft.leave_out(_path(detail) for detail in error.errors())
        else:
            return Checked(record, tuple(problems), marked, draft)
    return Checked(None, tuple(problems), marked, draft)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean X?)` for the known word nearest to `word`, or nothing."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean `{near[0]}`?)" if near else ""


def _path(detail: ErrorDetails) -> Path:
    return tuple(detail["loc"])


def _problem(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    path = _path(detail)
    kind = detail["type"]
    if kind in _CURES:
        return Problem(marked.place(path), kind, detail["msg"], _sentence(_CURES[kind]))
    translate = _TRANSLATIONS.get(kind, _wrong_value)
    return translate(model, marked, detail)


def _sentence(cure: str) -> str:
    """Fit a cure into a message: no capital at its start, no full stop at its end."""
    return cure[0].lower() + cure[1:].removesuffix(".")


def _unknown_field(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    *parent, name = _path(detail)
    fields = _model_at(model, tuple(parent)).model_fields
    guess = suggestion(str(name), fields)
    return Problem(
        marked.place(_path(detail)),
        "M01",
        f"there is no field `{name}` here{guess}",
        "use one of: " + ", ".join(fields),
    )


def _missing_field(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    *parent, name = _path(detail)
    place = marked.value_place(tuple(parent))
    if name == "voice":
        return Problem(
            place,
            "V01",
            "this sentence does not say whose voice it is",
            "add `voice:` with one of: " + ", ".join(Voice),
        )
    field = _model_at(model, tuple(parent)).model_fields.get(str(name))
    means = f" ({field.description})" if field is not None and field.description else ""
    return Problem(place, "M02", f"the field `{name}` is missing", f"add `{name}:`{means}")


def _wrong_value(model: type[BaseModel], marked: Marked, detail: ErrorDetails) -> Problem:
    path = _path(detail)
    given = detail["input"]
    shown = f"`{given}`" if isinstance(given, str) else _kind_of(given)
    allowed = _allowed(model, path)
    if allowed:
        guess = suggestion(given, allowed) if isinstance(given, str) else ""
        message = f"`{path[-1]}` cannot be {shown}{guess}"
        return Problem(marked.value_place(path), "M03", message, "use one of: " + ", ".join(allowed))
    reason = detail["msg"][0].lower() + detail["msg"][1:]
    name = next((part for part in reversed(path) if isinstance(part, str)), marked.file)
    return Problem(
        marked.value_place(path),
        "M03",
        f"`{name}` cannot be {shown}: {reason}",
        f"see `{name}` on the schema page for what it may hold",
    )


_TRANSLATIONS: dict[str, Callable[[type[BaseModel], Marked, ErrorDetails], Problem]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing_field,
}


def _kind_of(value: object) -> str:
    names: dict[type, str] = {dict: "a group of fields", list: "a list", type(None): "empty"}
    return names.get(type(value), f"`{value}`")


def _annotation_at(model: type[BaseModel], path: Path) -> Any:
    """Follow `path` through the model; return the type that is expected there, or None."""
    here: Any = model
    for part in path:
        if isinstance(part, int):
            here = next(iter(get_args(here)), None)
        else:
            owner = _model_in(here)
            field = owner.model_fields.get(part) if owner else None
            here = field.annotation if field else None
    return here


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model in a type such as `Slot`, `Slot | None` or `tuple[Slot, ...]`."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    return _model_in(_annotation_at(model, path)) or model


def _allowed(model: type[BaseModel], path: Path) -> list[str]:
    annotation = _annotation_at(model, path)
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, StrEnum):
            return [member.value for member in candidate]
        if candidate is bool:
            return ["true", "false"]
    return []

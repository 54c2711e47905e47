"""What a new record looks like: all that its model needs, with blanks that say what to write.

All words come from the model, so a template cannot go stale. Only the tables below are ours: which
fields that a record may lack are nearly always wanted, and what most records start with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from theorybook.data.model_paths import choices_in, model_in, types_in
from theorybook.model.activity import Activity, AskedQuestion, TimedStep
from theorybook.model.answer import Answer, Found
from theorybook.model.base import Day, Statement, Voice
from theorybook.model.evidence import Directness, Evidence
from theorybook.model.pack import Item, Pack
from theorybook.model.situation import Step
from theorybook.model.study import Fact, Finding, Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term, TermKind
from theorybook.model.theory import (
    Action,
    Condition,
    ResearchName,
    Risk,
    Slot,
    Status,
    Talk,
    Theory,
)
from theorybook.model.topic import Topic
from theorybook.model.versioned import Change


@dataclass(frozen=True)
class Blank:
    """Something to be written: what, in the words of the model, and what may be chosen from."""

    says: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Today:
    """The day on which the record is made, or the same day some years on."""

    years_on: int = 0


class OnOneLine(dict[str, Any]):
    """A group of fields that is written on one line."""


@dataclass(frozen=True)
class Remark:
    """Marks a name in a group of fields as a remark on the field behind it."""


Leaf: TypeAlias = "str | int | Blank | Today"
Tree: TypeAlias = "dict[str, Tree] | list[Tree] | Remark | Leaf"
# What is written in place of a blank, by the path of its field without places in lists, such as
# `evidence.finding`.
Given: TypeAlias = Mapping[str, "Tree"]

# Fields that a record may lack, and mostly has.
_WANTED: Mapping[type[BaseModel], tuple[str, ...]] = {
    Answer: ("says",),
    AskedQuestion: ("own",),
    Evidence: ("finding",),
    Finding: ("terms",),
    Item: ("activity",),
    ResearchName: ("text",),
    Slot: ("unknown",),
    Step: ("own",),
    Study: ("countries",),
    Term: ("definition",),
}
# Fields that belong to a record only if another field of it says this.
_WANTED_IF: Mapping[type[BaseModel], Mapping[str, tuple[str, str]]] = {
    Answer: {"unknown": ("found", Found.UNTESTED.value)},
    Term: {"wanted": ("kind", TermKind.OUTCOME.value)},
}
_READING, _ADVICE, _QUESTION = Voice.READING.value, Voice.ADVICE.value, Voice.QUESTION.value
_FIRST: Tree = [OnOneLine(version=1, date=Today(), what="First version.")]
# What most records start with, by the path below their model.
_STARTS: Mapping[type[BaseModel], Mapping[str, Tree]] = {
    Action: {"voice": _ADVICE},
    Activity: {"before.voice": _ADVICE},
    AskedQuestion: {"own.voice": _QUESTION},
    Evidence: {"directness": Directness.INFERENCE.value},
    Condition: {"ask.voice": _QUESTION, "first_fix.voice": _ADVICE},
    Pack: {"before.voice": _ADVICE},
    Risk: {"voice": _ADVICE},
    Step: {"own.voice": _ADVICE},
    Talk: {"voice": _QUESTION, "minutes": 10},
    TimedStep: {"voice": _ADVICE},
    Tension: {"sides.voice": Voice.STUDY.value, "advice.voice": _ADVICE},
    Topic: {"says.voice": _ADVICE},
    Theory: {
        "status": Status.DRAFT.value,
        "review_by": Today(years_on=1),
        "signs.voice": _ADVICE,
    },
}
_VOICES_THAT_CITE = (Voice.STUDY.value, _READING)


def template(model: type[BaseModel], given: Given) -> dict[str, Tree]:
    """Return a new record.

    Args:
        model: the model of the record.
        given: what is known of it.

    Returns:
        Its fields, in the order of the files.
    """
    fields = _Template(given).record(model, "")
    return {name: fields[name] for name in in_order(fields)}


def in_order(names: Iterable[str]) -> list[str]:
    """Return the fields of a record in the order of the files: its id first, its history last."""
    last = ("other_names", "history")
    return sorted(names, key=lambda n: (n not in ("id", "key"), n in last, n == "history"))


@dataclass(frozen=True)
class _Template:
    given: Given

    def record(self, model: type[BaseModel], path: str, says: str = "") -> dict[str, Tree]:
        """Return the fields of a record, or of a part of one.

        Args:
            model: its model.
            path: where it stands in the whole record, with a point at its end.
            says: what the field that holds it is for; its text is for the same.
        """
        fields: dict[str, Tree] = {}
        says = says if issubclass(model, (Statement, Fact)) else ""
        starts = {f"{path}{name}": value for name, value in _STARTS.get(model, {}).items()}
        inner = _Template({**starts, **self.given})
        for name, field in model.model_fields.items():
            here = f"{path}{name}"
            if inner.is_asked_for(model, name, here, field):
                fields[name] = inner.value(field, here, says if name == "text" else "")
        if issubclass(model, Statement):
            inner.add_citation(model, fields, path)
        return fields

    def is_asked_for(self, model: type[BaseModel], name: str, path: str, field: FieldInfo) -> bool:
        """Whether a field stands in a new record."""
        return (
            field.is_required()
            or name in _WANTED.get(model, ())
            or self.is_wanted_by_another(model, name, path)
            or any(known == path or known.startswith(f"{path}.") for known in self.given)
        )

    def is_wanted_by_another(self, model: type[BaseModel], name: str, path: str) -> bool:
        """Whether what another field says asks for a field."""
        other, said = _WANTED_IF.get(model, {}).get(name, ("", ""))
        return bool(other) and self.given.get(path.removesuffix(name) + other) == said

    def value(self, field: FieldInfo, path: str, says: str) -> Tree:
        """Return what stands in a field: what is known, or a blank."""
        if path in self.given:
            return self.given[path]
        inner = model_in(field.annotation)
        is_list = any(issubclass(found, tuple) for found in types_in(_outer(field)))
        says = says or field.description or ""
        value: Tree
        if inner is Change:
            return _FIRST
        if inner is not None:
            value = self.record(inner, f"{path}.", says)
        elif _is_day(field):
            value = Today()
        else:
            value = Blank(says, choices_in(field.annotation))
        return [deepcopy(value) for _ in range(_least(field))] if is_list else value

    def add_citation(self, model: type[Statement], fields: dict[str, Tree], path: str) -> None:
        """Have a sentence name what it rests on, where its voice asks for that."""
        voice = fields.get("voice")
        if isinstance(voice, Blank):
            fields["voice"] = voice = self.given.get("voice", _READING)
        if voice in _VOICES_THAT_CITE and model.rests_on_cites_alone and "cites" not in fields:
            says = model.model_fields["cites"].description or ""
            cites = self.given.get(f"{path}cites", self.given.get("cites", [Blank(says)]))
            fields["cites"] = cites


def _outer(field: FieldInfo) -> Any:
    """Return the type of a field itself, and not of what it holds."""
    annotation = field.annotation
    return getattr(annotation, "__origin__", annotation)


def _least(field: FieldInfo) -> int:
    """Return how many items a list in a field has at least, one if nothing is said."""
    return max((getattr(limit, "min_length", 1) for limit in field.metadata), default=1)


def _is_day(field: FieldInfo) -> bool:
    return get_args(Day)[0] in types_in(field.annotation)

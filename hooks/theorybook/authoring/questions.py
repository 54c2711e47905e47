"""What to ask for before a record is made: little, since all the rest are blanks in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from theorybook.authoring.addable import Addable, model_of
from theorybook.checks.names import known_ids
from theorybook.data.folder import Folder
from theorybook.data.model_paths import choices_in, inner_models
from theorybook.model.base import ref_kinds

# Fields that are asked for, by the kind of record; they are named as in `new_record`.
_ASKED: Mapping[str, tuple[str, ...]] = {
    "theory": ("short", "slug", "about", "evidence.finding", "evidence.stance"),
    "study": ("key", "design", "groups", "depth"),
    "quote": ("source", "stands", "speaker"),
    "term": ("name", "kind"),
    "glossary": ("name",),
    "tension": ("title",),
    "gap": ("theme",),
    "topic": ("title",),
    "helpline": ("name", "country"),
    "standard": ("title",),
    "situation": ("title", "slug"),
    "answer": ("what", "found"),
    "activity": ("title", "slug"),
    "pack": ("title", "slug"),
    "drill": ("title", "slug", "game"),
    "question": ("text",),
    "evidence": ("finding", "stance"),
    "finding": ("standing",),
}
_MOST_SHOWN = 40


@dataclass(frozen=True)
class Question:
    """A question about a new record: the field, what it holds, and what may be answered.

    Where there is too much to choose from, `choices` is empty.
    """

    field: str
    says: str
    choices: tuple[str, ...]


def questions(kind: Addable, folder: Folder) -> list[Question]:
    """Return what to ask about a new record, in order.

    Args:
        kind: what it is.
        folder: the data, which hold what may be chosen from.
    """
    return [_question(kind, path, folder) for path in _ASKED.get(kind.name, ())]


def _question(kind: Addable, path: str, folder: Folder) -> Question:
    model = model_of(kind)
    *groups, name = path.split(".")
    for group in groups:
        model = inner_models(model)[group] or model
    field = model.model_fields[name]
    if kind.name == "study" and name == "key":
        studies = {study.key for study in folder.records.studies}
        ids = [key for key in folder.references if key not in studies]
    else:
        target = ref_kinds(model)[name]
        ids = sorted(known_ids(folder)[target]) if target else []
    choices = choices_in(field.annotation) or tuple(ids)
    return Question(path, field.description or "", choices if len(choices) <= _MOST_SHOWN else ())

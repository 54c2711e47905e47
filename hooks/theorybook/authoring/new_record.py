"""A new record for a data file: with the next id, at the end of its list, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from theorybook.authoring.addable import NotAddedError, model_of
from theorybook.authoring.record_template import Tree, template
from theorybook.authoring.yaml_text import Leaves, item_lines
from theorybook.bibliography.sort_key import folded
from theorybook.data.folder import Folder
from theorybook.data.guesses import suggestion
from theorybook.data.marked_yaml import Marked, parse
from theorybook.data.marks import Path
from theorybook.data.model_paths import inner_models, types_in
from theorybook.data.yaml_reader import Plain
from theorybook.kinds import OWNERS, PartKind, RecordKind, whole_of
from theorybook.problems import Place
from theorybook.record_id import RecordId

_NUMBERED = re.compile(r"\^([A-Z])\(?\[0-9\]\{(\d)\}")
_PART_LETTER = re.compile(r"-([A-Z])\[1-9\]")


@dataclass(frozen=True)
class NewRecord:
    """A data file with a record more: the whole text, and where the record starts."""

    id: str
    place: Place
    text: str


def new_record(
    kind: RecordKind, folder: Folder, text: str, answers: Mapping[str, str], today: date
) -> NewRecord:
    """Add a record to the text of its data file.

    Args:
        kind: what it is.
        folder: the data, read.
        text: the file's text.
        answers: what is known of it, by the names of fields, such as `evidence.finding`.
        today: the day that it carries.

    Raises:
        NotAddedError: an answer names no field, or its id cannot be made.
        DataError: the file cannot be read.
    """
    id_ = _new_id(kind, folder, answers)
    given: dict[str, Tree] = {
        **dict(_given(kind.model, answers)),
        kind.id_field: id_,
        **{f"{part.field}.id": f"{id_}-{_letter(part)}1" for part in kind.parts},
    }
    path: Path = (kind.many,)
    lines = item_lines(template(kind.model, given), Leaves(today))
    return NewRecord(id_, *_added(text, f"{folder.name}/{kind.filename}", path, lines))


def new_part(
    part: PartKind, folder: Folder, text: str, owner: str, answers: Mapping[str, str], today: date
) -> NewRecord:
    """Add a part, such as a finding, to a record; as `new_record` does.

    Args:
        part: what it is.
        folder: the data, read.
        text: the text of the file that has the record.
        owner: the id of the record.
        answers: what is known of the part.
        today: the day that it carries.
    """
    kind = OWNERS[part.name]
    found = {raw.names: raw.path for raw in folder.raw_ids}
    if RecordId(kind.name, owner) not in found:
        guess = suggestion(owner, (id_.id for id_ in found if id_.kind == kind.name))
        raise NotAddedError(f"there is no {kind.nouns[0]} `{owner}`{guess}; say which: OF=...")
    start = f"{owner}-{_letter(part)}"
    number = re.compile(rf"{re.escape(start)}([1-9]\d*)")
    numbers = [
        int(match[1]) for id_ in _taken(folder, part.name) if (match := number.fullmatch(id_))
    ]
    id_ = f"{start}{max(numbers, default=0) + 1}"
    model = model_of(part)
    given = {**dict(_given(model, answers)), "id": id_}
    path = (*found[RecordId(kind.name, owner)][:2], part.field)
    lines = item_lines(template(model, given), Leaves(today))
    return NewRecord(id_, *_added(text, f"{folder.name}/{kind.filename}", path, lines))


def _letter(part: PartKind) -> str:
    """Return the letter in the ids of parts, as their model has it."""
    found = _PART_LETTER.search(_pattern(model_of(part), "id"))
    return found[1] if found else part.field[0].upper()


def _pattern(model: type[BaseModel], name: str) -> str:
    """Return the form that a field of texts has to have, if it has one."""
    rules = model.model_fields[name].metadata
    return next((str(p) for rule in rules if (p := getattr(rule, "pattern", None))), "")


def _new_id(kind: RecordKind, folder: Folder, answers: Mapping[str, str]) -> str:
    """Return the next number, or the id that was chosen, or one made of the record's name."""
    taken = _taken(folder, kind.name)
    numbered = _NUMBERED.match(_pattern(kind.model, kind.id_field))
    if numbered:
        letter, width = numbered[1], int(numbered[2])
        numbers = [0, *(int(id_[1:]) for id_ in taken if re.fullmatch(rf"{letter}\d+", id_))]
        return f"{letter}{max(numbers) + 1:0{width}}"
    id_ = answers.get(kind.id_field, "") or slug(answers.get(kind.title, ""))
    if not id_:
        names = " or ".join(dict.fromkeys((kind.id_field, kind.title)))
        raise NotAddedError(f"a new {kind.nouns[0]} needs its {names}")
    if id_ in taken:
        raise NotAddedError(f"there is a {kind.nouns[0]} `{id_}` already; choose another id")
    return id_


def _taken(folder: Folder, kind: str) -> set[str]:
    """Return all ids of a kind that are or were in use: none is ever used twice."""
    known = {*folder.published.records, *(raw.names for raw in folder.raw_ids)}
    return {id_.id for id_ in known if id_.kind == kind}


def slug(name: str) -> str:
    """Return a name as an id: small letters and figures, with hyphens between words."""
    return re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")


def _given(model: type[BaseModel], answers: Mapping[str, str]) -> Iterator[tuple[str, Tree]]:
    """Yield the answers by the paths of fields, those for lists as lists.

    What a whole record rests on may be named once, as `cites`. A finding tells its study.
    """
    for path, answer in _with_studies(answers).items():
        is_list = path == "cites" or _is_list(model, path)
        words: list[Tree] = [word.strip() for word in answer.split(",")]
        yield path, words if is_list else answer


def _with_studies(answers: Mapping[str, str]) -> dict[str, str]:
    """Add what follows from a finding: its study, and that the record rests on it."""
    more: dict[str, str] = {}
    for path, answer in answers.items():
        if path in ("finding", "evidence.finding"):
            more[path.removesuffix("finding") + "study"] = whole_of(RecordId("finding", answer)).id
        if path == "evidence.finding":
            more["cites"] = answer
    return more | dict(answers)


def _is_list(model: type[BaseModel], path: str) -> bool:
    """Whether the field at a path holds a list of texts.

    Raises:
        NotAddedError: there is no such field.
    """
    here: type[BaseModel] | None = model
    annotation: Any = None
    for name in path.split("."):
        fields = here.model_fields if here else {}
        if name not in fields:
            guess = suggestion(name, fields)
            raise NotAddedError(f"there is no field `{name}`{guess}; use: {', '.join(fields)}")
        annotation = fields[name].annotation
        here = inner_models(here)[name] if here else None
    origin = getattr(annotation, "__origin__", annotation)
    return any(issubclass(found, tuple) for found in types_in(origin))


def _added(text: str, file: str, path: Path, lines: list[str]) -> tuple[Place, str]:
    """Add an item to a list in a file.

    Returns:
        Where it starts, and the text, which is the old one but for the new lines.

    Raises:
        NotAddedError: the list is on one line, so that there is no place for it.
    """
    marked = parse(text, file)
    there = _at(marked.data, path)
    old = text.rstrip("\n").split("\n")
    if not there:
        at, indent = _opened(old, marked, path, there)
    else:
        last = marked.value_place((*path, len(there) - 1))
        indent = last.column - 3
        if not old[last.line - 1].startswith("- ", max(indent, 0)):
            message = f"`{path[-1]}` is on one line there; give each item a line of its own first"
            raise NotAddedError(message)
        at = _end_of_item(old, last.line, indent)
    new = [*old[:at], *(" " * indent + line if line else line for line in lines), *old[at:]]
    whole = "\n".join(new) + "\n"
    _hold_only_more(marked.data, parse(whole, file).data, path)
    return Place(file, at + 1, indent + 1), whole


def _opened(old: list[str], marked: Marked, path: Path, there: Plain) -> tuple[int, int]:
    """Make room for the first item of a list that is empty or missing."""
    if not marked.has(path):
        old.append(f"{path[-1]}:")
        return len(old), 0
    place = marked.place(path)
    line = old[place.line - 1]
    if there is not None:
        old[place.line - 1] = re.sub(r"\s*\[\s*\]", "", line, count=1)
    return place.line, place.column - 1


def _end_of_item(lines: list[str], start: int, indent: int) -> int:
    """Return the number of the last line of the item that starts in a line."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        if line.strip():
            end = number
    return end


def _at(data: Plain, path: Path) -> Any:
    for part in path:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list):
            data = data[int(part)]
    return data


def _hold_only_more(before: Plain, after: Plain, path: Path) -> None:
    """Make sure that an item was added at the end of a list, and that all else is as it was."""
    grown = _at(after, path)
    grown.pop()
    if not grown and not _at(before, path):
        return
    if before != after:
        raise NotAddedError("the record does not fit in there; add it by hand")

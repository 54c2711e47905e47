"""Schemas for editors that know every id, so that ids complete and slips show while one types.

They stand in `.cache/schemas/` and are not committed: a list of all ids would change with nearly
every pull request, and two requests would be in each other's way. The committed schemas beside the
data hold the shape alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from theorybook.checks.names import known_ids
from theorybook.data.datafiles import DATA_FILES, DataFile
from theorybook.data.folder import Folder
from theorybook.data.model_paths import inner_models
from theorybook.data.schemas import schema_text
from theorybook.data.whole_file import write_whole
from theorybook.kinds import KINDS
from theorybook.model.base import ref_kinds
from theorybook.problems import Place, Problem

FOLDER = Path(".cache") / "schemas"
_LONGEST_TOLD = 80


def write_editor_schemas(root: Path, folder: Folder) -> list[Problem]:
    """Write the schema of each data file, with the ids that are there now.

    Args:
        root: the project.
        folder: its data, read; where a file has faults, the ids that could be read.

    Returns:
        A problem for each committed schema that cannot be used. It is as if it were not there.
    """
    problems: list[Problem] = []
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    told = _told(folder)
    choices = {kind: _enum(ids, told) for kind, ids in known_ids(folder).items() if ids}
    for file in DATA_FILES:
        path = root / FOLDER / file.schema_filename
        committed = root / folder.name / file.schema_filename
        try:
            shape = committed.read_text(encoding="utf-8") if committed.exists() else None
            text = _schema(file, choices, shape)
        except (ValueError, LookupError, TypeError, AttributeError):
            problems.append(_unusable(Place(f"{folder.name}/{committed.name}")))
            text = _schema(file, choices)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            write_whole(path, text)
    return problems


def _unusable(place: Place) -> Problem:
    message = "this is not the schema that we wrote, which editors use"
    return Problem(place, "Y04", message, "run `make schema`, which writes it anew")


def _schema(
    file: DataFile, choices: Mapping[str, dict[str, Any]], committed: str | None = None
) -> str:
    """Return the schema of a file, as committed, with the ids in place of texts of any kind."""
    schema = json.loads(schema_text(file) if committed is None else committed)
    models = {model.__name__: model for model in _models(file.model)}
    defs = {name: shape for name, shape in schema.get("$defs", {}).items() if name in models}
    for name, shape in defs.items():
        for field, kind in ref_kinds(models[name]).items():
            if kind and kind != "record" and kind in choices:  # any id at all: too many to show
                ids = f"ids-of-{kind.replace(' ', '-')}"  # not every editor decodes a space
                _choose(shape["properties"][field], ids)
                schema["$defs"][ids] = choices[kind]
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"


def _enum(ids: set[str], told: Mapping[str, str]) -> dict[str, Any]:
    listed = sorted(ids)
    return {"enum": listed, "enumDescriptions": [told.get(id_, "") for id_ in listed]}


def _choose(shape: dict[str, Any], name: str) -> None:
    """Have a field, or each item of a list, hold one of the ids."""
    if shape.get("type") == "array":
        _choose(shape["items"], name)
    elif shape.get("type") == "string":
        shape["$ref"] = f"#/$defs/{name}"
    for inner in shape.get("anyOf", ()):
        _choose(inner, name)


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and all models inside it."""
    yield model
    for inner in inner_models(model).values():
        if inner is not None and inner is not model:
            yield from _models(inner)


def _told(folder: Folder) -> dict[str, str]:
    """Return what each id stands for, in a line that editors show beside it."""
    told = {key: f"{ref.short}: {ref.title}" for key, ref in folder.references.items()}
    for kind in KINDS:
        for record in folder.records.of(kind.model):
            told.setdefault(kind.id_of(record).id, str(getattr(record, kind.title)))
            for id_, part in kind.parts_of(record):
                told[id_.id] = str(getattr(part, "text", ""))
    return {id_: text[:_LONGEST_TOLD] for id_, text in told.items()}

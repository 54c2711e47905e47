"""The site as data: JSON files that hold the same records as the pages, with their schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import GenericAlias
from typing import Any, Literal

from pydantic import BaseModel, Field, create_model

from theorybook.exports.exported import Json, exported, retired
from theorybook.exports.record_forms import FOLDER, NOUNS, Noun, RetiredOut
from theorybook.model.base import Record
from theorybook.render import Renderer

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


class Export(Record):
    """What every data file says of itself."""

    version: Literal[1] = Field(1, description="Version of the form of this file.")
    licence: str = Field(description="Licence of the texts and data.")
    credit: tuple[str, ...] = Field(description="Credit lines that reuse has to carry along.")


def _form(name: str, nouns: tuple[Noun, ...]) -> type[Export]:
    """Make the form of a file that holds the lists of some kinds of record."""
    lists: dict[str, Any] = {
        noun.many: (GenericAlias(tuple, (noun.form, ...)), ...) for noun in nouns
    }
    gone = Field(description="What no longer holds: it is in no list, and kept at its address.")
    return create_model(
        f"{name.capitalize()}Export",
        __base__=Export,
        __doc__=f"{FOLDER}{name}.json",
        **lists,
        retired=(tuple[RetiredOut, ...], gone),
    )


EXPORTS: Mapping[str, type[Export]] = {noun.many: _form(noun.many, (noun,)) for noun in NOUNS}
ALL = "all"


def list_address(name: str) -> str:
    """Address of the file that holds a list, or all of them."""
    return f"{FOLDER}{name}.json"


def exports(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield every JSON file with its schema: its address and its text."""
    about = _about(renderer)
    lists: Json = {}
    gone: list[Json] = []
    for noun in NOUNS:
        records = {name: exported(renderer, name) for name in noun.names(renderer.site)}
        for name, record in records.items():
            yield noun.address(name.partition("/")[2]), _json(record)
        yield f"{FOLDER}{noun.many}/record.schema.json", _schema(noun.form)
        lists[noun.many] = [record for record in records.values() if not record["retired"]]
        old = retired(renderer, noun)
        gone += old
        whole = about | {noun.many: lists[noun.many], "retired": old}
        yield from _with_schema(noun.many, whole, EXPORTS[noun.many])
    yield from _with_schema(ALL, about | lists | {"retired": gone}, _form(ALL, NOUNS))


def _about(renderer: Renderer) -> Json:
    site = renderer.site
    return {
        "version": 1,
        "licence": site.settings.content_licence,
        "credit": [study.credit for study in site.everything.studies if study.credit],
    }


def _with_schema(name: str, whole: Json, form: type[Export]) -> Iterator[tuple[str, str]]:
    yield list_address(name), _json(whole)
    yield f"{FOLDER}{name}.schema.json", _schema(form)


def _schema(form: type[BaseModel]) -> str:
    return _json(_DIALECT | form.model_json_schema(mode="serialization"))


def _json(data: Json) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"

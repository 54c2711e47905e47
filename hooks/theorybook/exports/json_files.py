"""The site as data: JSON files that hold the same records as the pages, with their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import GenericAlias
from typing import Any, Literal

from pydantic import BaseModel, Field, create_model

from theorybook.addresses import DATA_V1
from theorybook.edition import Edition
from theorybook.exports.json_records import Json, json_address, json_record, json_retired
from theorybook.exports.json_text import json_text
from theorybook.exports.record_forms import FORMS, RetiredOut
from theorybook.kinds import KINDS, RecordKind, id_of
from theorybook.model.base import Record
from theorybook.site import Site

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


class Export(Record):
    """What every data file says of itself."""

    version: Literal[1] = Field(1, description="Version of the form of this file.")
    licence: str = Field(description="License of the texts and data.")
    credit: tuple[str, ...] = Field(description="Credit lines that reuse has to carry along.")


def _form(name: str, kinds: tuple[RecordKind, ...]) -> type[Export]:
    """Make the form of a file that holds the lists of some kinds of record."""
    lists: dict[str, Any] = {
        kind.many: (GenericAlias(tuple, (FORMS[kind.many], ...)), ...) for kind in kinds
    }
    gone = Field(description="What no longer holds: it is in no list, and kept at its address.")
    return create_model(
        f"{name.capitalize()}Export",
        __base__=Export,
        __doc__=f"{DATA_V1}{name}.json",
        **lists,
        retired=(tuple[RetiredOut, ...], gone),
    )


EXPORTS: Mapping[str, type[Export]] = {kind.many: _form(kind.many, (kind,)) for kind in KINDS}
ALL = "all"
_WHOLE = _form(ALL, KINDS)


def list_address(name: str) -> str:
    """Address of the file that holds a list, or all of them."""
    return f"{DATA_V1}{name}.json"


def schema_address(name: str) -> str:
    """Address of the schema of that file."""
    return f"{DATA_V1}{name}.schema.json"


def json_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield every JSON file with its schema: its address and its text."""
    head = about(edition.site)
    lists: Json = {}
    gone: list[Json] = []
    for kind in KINDS:
        ids = [id_of(record) for record in edition.site.everything.of(kind.model)]
        records = {id_: json_record(edition, id_) for id_ in ids}
        for id_, record in records.items():
            yield json_address(id_), json_text(record)
        yield schema_file(edition, f"{kind.many}/record", FORMS[kind.many])
        lists[kind.many] = [record for record in records.values() if not record["retired"]]
        old = json_retired(edition, kind)
        gone += old
        whole = head | {kind.many: lists[kind.many], "retired": old}
        yield list_address(kind.many), json_text(whole)
        yield schema_file(edition, kind.many, EXPORTS[kind.many])
    yield list_address(ALL), json_text(head | lists | {"retired": gone})
    yield schema_file(edition, ALL, _WHOLE)


def about(site: Site) -> Json:
    """Return what every data file says of itself."""
    return {
        "version": 1,
        "licence": site.settings.content_licence,
        "credit": [study.credit for study in site.everything.studies if study.credit],
    }


def schema_file(edition: Edition, name: str, form: type[BaseModel]) -> tuple[str, str]:
    """Return the schema of a data file by the file's name: its address and its text.

    It follows from the code alone, so it is kept.
    """
    return schema_address(name), edition.cache.text("schema", (name,), lambda: _schema(form))


def _schema(form: type[BaseModel]) -> str:
    return json_text(_DIALECT | form.model_json_schema(mode="serialization"))

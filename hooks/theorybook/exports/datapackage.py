"""The tables as a Data Package: what each column holds, and which tables belong together."""

from __future__ import annotations

import re
from datetime import date

from theorybook.addresses import DATA_V1
from theorybook.bibliography.reference import Reference
from theorybook.exports.json_files import ALL, list_address
from theorybook.exports.json_records import Json
from theorybook.exports.json_text import json_text
from theorybook.exports.tables import TABLES
from theorybook.exports.tables.column import Column
from theorybook.exports.tables.table import Table
from theorybook.kinds import KINDS
from theorybook.render import Renderer
from theorybook.site import Site

DATAPACKAGE = f"{DATA_V1}datapackage.json"
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def datapackage(renderer: Renderer) -> str:
    """Return the descriptor, by version 1 of the standard."""
    edition, site = renderer.edition, renderer.edition.site
    package = {
        "profile": "data-package",
        "name": _NOT_IN_NAMES.sub("-", edition.name.lower()).strip("-") or "data",
        "title": edition.name,
        "description": f"{site.settings.home.lead} {renderer.text('caution.txt').strip()}",
        "id": edition.url + DATAPACKAGE,
        "homepage": edition.url,
        "version": str(_newest(site)),
        "licenses": [
            {
                "name": site.settings.content_licence.replace(" ", "-"),
                "title": site.settings.content_licence,
                "path": site.settings.content_licence_url,
            }
        ],
        "contributors": [{"title": edition.contributors, "role": "author"}],
        "sources": [_source(reference) for reference in site.references.values()],
        "resources": [
            *map(_table, TABLES),
            *map(_json_file, (*(kind.many for kind in KINDS), ALL)),
        ],
    }
    return json_text(package)


def _newest(site: Site) -> date:
    """Return the day of the newest version or retirement."""
    versions = (record.dated for record in site.everything.by_id.values())
    return max((*versions, *(retired.on for retired in site.retirements.values())))


def _source(reference: Reference) -> Json:
    where = {"path": reference.link} if reference.link else {}
    return {"title": f"{reference.short}. {reference.title}", **where}


def _table(table: Table) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.address.removeprefix(DATA_V1),
        "description": f"Each row is {table.row}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [column.name],
                    "reference": {"resource": column.refers, "fields": ["id"]},
                }
                for column in table.columns
                if column.refers
            ],
        },
    }


def _field(column: Column) -> Json:
    words = {"trueValues": ["yes"], "falseValues": ["no"]} if column.type == "boolean" else {}
    needed = {"constraints": {"required": True}} if column.needed else {}
    return {
        "name": column.name,
        "type": column.type,
        "description": column.holds,
        **words,
        **needed,
    }


def _json_file(name: str) -> Json:
    return {
        "profile": "data-resource",
        "name": f"{name}-json",
        "path": list_address(name).removeprefix(DATA_V1),
        "description": f"In full, with what tables cannot hold. Its form: {name}.schema.json",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }

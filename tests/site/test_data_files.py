"""The data files keep what their schemas promise, and so do the files they are made from."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from tests.support.built import REAL
from tests.support.html import documents
from tests.support.made import in_force, retired_records
from tests.support.schemas import check

from theorybook.data.datafiles import DATA_FILES, DataFile
from theorybook.data.schemas import schema_text
from theorybook.exports.json_files import EXPORTS
from theorybook.kinds import KINDS, RecordKind
from theorybook.record_id import RecordId
from theorybook.site import Site


def export(real_site: Path, name: str) -> dict[str, Any]:
    text = (real_site / "data" / "v1" / f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize("name", [*EXPORTS, "all", "design", "design-more"])
def test_an_export_is_what_its_schema_says(real_site: Path, name: str) -> None:
    folder = real_site / "data" / "v1"
    schema = folder / f"{name}.schema.json"
    check(schema, folder / f"{name}.json")
    assert json.loads(schema.read_text(encoding="utf-8"))["properties"]["version"]["const"] == 1


@pytest.mark.parametrize("name", EXPORTS)
def test_every_exported_record_says_where_it_is_and_how_sure(
    site: Site, real_site: Path, name: str
) -> None:
    data = export(real_site, name)
    assert (data["version"], data["licence"]) == (1, site.settings.content_licence)
    credit = " ".join(data["credit"])
    assert [s.credit for s in site.studies if s.credit and s.credit not in credit] == []
    assert [id_ for id_, n in Counter(r["id"] for r in data[name]).items() if n > 1] == []
    ids = {page.url: page.ids for page in documents(real_site)}
    for record in data[name]:
        assert len(record["limits"].split()) > 5
        assert record["url"].startswith(REAL)
        address, fragment = urldefrag(record["url"].removeprefix(REAL))
        assert not fragment or fragment in ids[address]
        assert address in ids


def test_the_exports_hold_every_record(site: Site, real_site: Path) -> None:
    whole = export(real_site, "all")
    for name, ids in (
        ("theories", [t.id for t in site.theories]),
        ("studies", [s.key for s in site.studies]),
        ("quotes", [q.id for q in site.quotes]),
        ("terms", [t.id for t in site.terms]),
        ("glossary", [e.id for e in site.glossary]),
        ("tensions", [t.id for t in site.tensions]),
        ("gaps", [g.id for g in site.gaps]),
        ("situations", [s.id for s in site.situations]),
        ("answers", [a.id for a in site.answers]),
    ):
        records = export(real_site, name)[name]
        assert [r["id"] for r in records] == ids
        assert whole[name] == records
        for record in records:
            assert export(real_site, f"{name}/{record['id']}") == record
    words = [q["exact"] for q in export(real_site, "quotes")["quotes"]]
    assert words == [q.exact for q in site.quotes]


def test_every_record_in_every_json_file_has_its_limits_and_version(
    site: Site, real_site: Path
) -> None:
    versions = {name: kept.version for name, kept in site.everything.by_id.items()}
    kinds = {kind.many: kind.name for kind in KINDS}
    folder = real_site / "data" / "v1"
    checked = 0
    for file in (*folder.glob("*.json"), *folder.glob("*/*.json")):
        # Those for a plan have parts of records, and tests of their own.
        parts = file.name.startswith("design")
        if file.name.endswith(".schema.json") or file.name == "datapackage.json" or parts:
            continue
        content = json.loads(file.read_text(encoding="utf-8"))
        alone = file.parent != folder
        lists = {file.parent.name: [content]} if alone else content
        for many, name in kinds.items():
            for record in lists.get(many, ()):
                assert record["version"] == versions[RecordId(name, record["id"])], file
                assert len(record["limits"].split()) > 5, file
                checked += 1
    # What is retired has a file of its own, and is in no list.
    assert checked == 3 * len(in_force(site)) + len(retired_records(site))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.many))
def test_a_file_of_one_record_is_what_its_schema_says(real_site: Path, kind: RecordKind) -> None:
    folder = real_site / "data" / "v1" / kind.many
    schema = folder / "record.schema.json"
    check(schema, *(file for file in folder.iterdir() if file != schema))


@pytest.mark.parametrize("file", DATA_FILES, ids=lambda file: str(file.name))
def test_a_schema_for_editors_is_the_models(root: Path, file: DataFile) -> None:
    schema = root / "data" / file.schema_filename
    assert schema.read_text(encoding="utf-8") == schema_text(file), "stale: run make schema"

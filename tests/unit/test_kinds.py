"""One registry: what every kind of record has, in every part of the core."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.support.editions import edition, renderer

from theorybook.addresses import LISTS, relative
from theorybook.data.datafiles import DATA_FILES
from theorybook.exports.json_files import EXPORTS, json_files, list_address
from theorybook.exports.json_records import json_address
from theorybook.exports.record_forms import FORMS
from theorybook.exports.tables import TABLES
from theorybook.kinds import KINDS, NOUNS, OWNERS, RecordKind, id_of, kind_named, kind_of, whole_of
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.template_engine import TEMPLATES

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))


def test_no_two_kinds_share_a_name() -> None:
    for of in ("name", "many", "model"):
        assert len({getattr(kind, of) for kind in KINDS}) == len(KINDS)
    parts = [part.name for kind in KINDS for part in kind.parts]
    assert list(NOUNS) == [*(kind.name for kind in KINDS), *parts]
    assert OWNERS.keys() == set(parts)


@each_kind
def test_a_kind_is_found_by_its_name_model_and_records(garden_site: Site, kind: RecordKind) -> None:
    assert kind_named(kind.name) is kind_of(kind.model) is kind
    records = garden_site.everything.of(kind.model)
    assert records
    for record in records:
        assert kind_of(record) is kind
        assert id_of(record) == kind.id_of(record) == (kind.name, getattr(record, kind.id_field))
        assert garden_site.everything.by_id[id_of(record)] is record
        for part, item in kind.parts_of(record):
            assert whole_of(part) == id_of(record) == whole_of(id_of(record))
            assert part.id == item.id


@each_kind
def test_a_kind_has_a_data_file_with_a_schema(root: Path, kind: RecordKind) -> None:
    (file,) = (file for file in DATA_FILES if file.filename == kind.filename)
    (held,) = file.lists
    assert (held.field, held.kind) == (kind.many, kind.name)
    with pytest.raises(ValidationError):
        file.model.model_validate({kind.many: [{}]})
    file.model.model_validate({kind.many: []})
    assert (root / "data" / file.filename).is_file()
    assert (root / "data" / file.schema_filename).is_file()


@each_kind
def test_a_kind_has_the_templates_of_its_list_and_of_its_pages(kind: RecordKind) -> None:
    assert (TEMPLATES / f"{kind.many}.html").is_file()
    assert (TEMPLATES / f"{kind.name}.html").is_file() or not kind.has_pages


@each_kind
def test_each_record_has_an_address_on_a_page_and_a_list(
    garden_site: Site, kind: RecordKind
) -> None:
    addresses = {page.address: page for page in pages(garden_site)}
    made = renderer(garden_site)
    for record in garden_site.everything.of(kind.model):
        id_ = id_of(record)
        address = garden_site.addresses[id_]
        assert address == kind.address_of(record)
        assert kind.list_of(record) in LISTS
        page, _, anchor = address.partition("#")
        assert bool(anchor) is not kind.has_pages
        assert addresses[page].record == (id_ if kind.has_pages else None)
        assert page == kind.list_of(record) or kind.has_pages
        anchors = made.page(addresses[page]).anchors
        assert {anchor} - {""} <= anchors
        parts = [part for part, _ in kind.parts_of(record)]
        assert [garden_site.addresses[part] for part in parts] == [f"{page}#{p.id}" for p in parts]
        assert {part.id for part in parts} <= anchors
        listed = made.page(addresses[kind.list_of(record)])
        is_listed = anchor in listed.anchors
        is_listed |= relative(address, kind.list_of(record)) in listed.links
        assert is_listed or record.retired


@each_kind
def test_a_kind_is_exported_as_json_and_as_a_table(garden_site: Site, kind: RecordKind) -> None:
    assert kind.many in EXPORTS
    assert issubclass(FORMS[kind.many], kind.model)
    files = dict(json_files(edition(garden_site)))
    stem = list_address(kind.many).removesuffix(".json")
    assert {f"{stem}.json", f"{stem}.schema.json", f"{stem}/record.schema.json"} <= files.keys()
    for record in garden_site.everything.of(kind.model):
        assert json_address(id_of(record)) in files
    (table,) = (table for table in TABLES if table.name == kind.many)
    assert table.count(garden_site) == len(garden_site.everything.of(kind.model))


@pytest.mark.parametrize("text", ["theory/T001", "term/x", "glossary/a/b"])
def test_an_id_as_text_is_read_back(text: str) -> None:
    id_ = RecordId.parse(text)
    assert str(id_) == text
    assert id_.kind == text.partition("/")[0]
    assert RecordId(id_.kind, id_.id) == id_


def test_a_text_without_a_kind_is_no_id() -> None:
    with pytest.raises(ValueError, match="T001"):
        RecordId.parse("T001")

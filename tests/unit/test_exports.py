"""The data files: what each record says first, what is retired, and hostile text as typed."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from tests.support import editions
from tests.support.retiring import WHY, retire

from theorybook.bibliography.reading import parse_bibliography
from theorybook.edition import Edition
from theorybook.exports.bibliography_file import bibliography_file
from theorybook.exports.json_files import json_files
from theorybook.exports.json_records import json_record
from theorybook.exports.llms import plain
from theorybook.exports.tables import TABLES
from theorybook.kinds import KINDS
from theorybook.record_id import RecordId
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

ROOT = "https://garden.example/sub/"
FIRST = ["id", "version", "dated", "url", "permalink", "limits", "record_licence"]
FOLDERS = {kind.name: kind.many for kind in KINDS}


def edition(site: Site) -> Edition:
    return editions.edition(site, ROOT, "Gardens & <b>sheds</b>")


def data(site: Site) -> dict[str, Any]:
    """Return every JSON file, parsed, by its address in the folder."""
    files = json_files(edition(site))
    return {address.removeprefix("data/v1/"): json.loads(text) for address, text in files}


def rows(site: Site, name: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table by id."""
    text = next(table for table in TABLES if table.name == name).csv(edition(site))
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text[1:], newline=""))}


def faults(files: dict[str, Any]) -> list[str]:
    """Return what a schema has against its file."""
    found = []
    for address, content in files.items():
        if not address.endswith(".schema.json"):
            beside = address.replace(".json", ".schema.json")
            schema = files.get(beside) or files[f"{address.partition('/')[0]}/record.schema.json"]
            errors = Draft202012Validator(schema).iter_errors(content)
            found += [f"{address}{error.json_path}: {error.message}" for error in errors]
    return found


def test_every_record_says_first_what_it_is_and_how_far_to_trust_it(garden_site: Site) -> None:
    files = data(garden_site)
    for name, kept in garden_site.everything.by_id.items():
        kind, id_ = name
        record = files[f"{FOLDERS[kind]}/{id_}.json"]
        first = ["retired", *FIRST] if kept.retired else FIRST
        assert list(record)[: len(first)] == first
        assert (record["id"], record["version"]) == (id_, kept.version)
        assert record["dated"] == str(kept.dated) == record["history"][-1]["date"]
        assert record["url"] == ROOT + garden_site.addresses[name]
        assert record["permalink"] == ROOT + garden_site.go[name]
        assert len(record["limits"].split()) > 5
        assert record["record_licence"] == "CC0"
        for file in (files[f"{FOLDERS[kind]}.json"], files["all.json"]):
            assert (record in file[FOLDERS[kind]]) is not bool(kept.retired)


def test_every_file_is_what_its_schema_says(garden_site: Site) -> None:
    files = data(garden_site)
    for address, content in files.items():
        if address.endswith(".schema.json"):
            Draft202012Validator.check_schema(content)
    assert faults(files) == []


def test_a_schema_refuses_a_record_without_limits(garden_site: Site) -> None:
    files = data(garden_site)
    del files["theories.json"]["theories"][0]["limits"]
    del files["gaps/G01.json"]["version"]
    assert [fault.partition(":")[0] for fault in faults(files)] == [
        "theories.json$.theories[0]",
        "gaps/G01.json$",
    ]


def test_text_comes_out_as_typed(garden_site: Site) -> None:
    theory = data(garden_site)["theories/T001.json"]
    assert theory["headline"]["text"] == garden_site.theory("T001").headline.text
    assert rows(garden_site, "glossary")["compost"]["definition"] == (
        garden_site.glossary[0].definition
    )


def test_a_record_has_the_credit_lines_of_what_it_rests_on(garden_site: Site) -> None:
    credit = [garden_site.study("example2031beds").credit]
    for name in ("theory/T001", "study/example2031beds", "tension/X01", "glossary/compost"):
        assert json_record(edition(garden_site), RecordId.parse(name))["credit_lines"] == credit
    assert json_record(edition(garden_site), RecordId("gap", "G01"))["credit_lines"] == []


NAMES = ["theory/T002", "study/example_2032-weeds", "quote/Q004", "term/leaving",
         "glossary/compost", "tension/X01", "gap/G01"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_what_is_retired_says_so_first_and_is_in_no_list(project: Project, name: str) -> None:
    site = retire(project, name, "T001")
    files = data(site)
    kind, id_ = names = RecordId.parse(name)
    many = FOLDERS[kind]
    record = files[f"{many}/{id_}.json"]
    assert list(record)[:8] == ["retired", *FIRST]
    assert record["retired"] == {"on": "2032-02-01", "why": WHY, "instead": ["T001"]}
    assert record["limits"].startswith(f"Retired on 1 February 2032. {WHY}")
    for file in (files[f"{many}.json"], files["all.json"]):
        assert id_ not in [other["id"] for other in file[many]]
        gone = next(other for other in file["retired"] if other["id"] == id_)
        assert (gone["id"], gone["kind"], gone["retired"]["why"]) == (id_, kind, WHY)
        assert gone["data"] == f"{ROOT}data/v1/{many}/{id_}.json"
        assert gone["permalink"] == ROOT + site.go[names]
    assert faults(files) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_retired_row_stays_and_does_not_count(project: Project, name: str) -> None:
    site = retire(project, name)
    kind, id_ = RecordId.parse(name)
    row = rows(site, FOLDERS[kind])[id_]
    assert row["in_force"] == "no"
    assert row["limits"].startswith("Retired on 1 February 2032.")


@pytest.mark.parametrize(
    ("name", "table", "id"),
    [
        ("evidence/T002-E2", "evidence", "T002-E2"),
        ("theory/T002", "evidence", "T002-E2"),
        ("finding/example2031beds-F2", "findings", "example2031beds-F2"),
        ("finding/example2031beds-F2", "evidence", "T001-E2"),
        ("finding/example2031beds-F2", "placements", "example2031beds-F2--blisters"),
        ("term/blisters", "placements", "example2031beds-F2--blisters"),
        ("study/example2031beds", "findings", "example2031beds-F2"),
        ("quote/Q002", "evidence", "T001-E1"),
    ],
)
def test_a_part_falls_with_what_it_rests_on(
    project: Project, name: str, table: str, id: str
) -> None:
    before = rows(Site.load(project.root), table)
    after = rows(retire(project, name), table)
    assert (before[id]["in_force"], after[id]["in_force"]) == ("yes", "no")
    assert before.keys() == after.keys()
    if not name.startswith("term/"):
        assert after[id]["limits"].startswith("Retired on 1 February 2032.")


def test_evidence_and_findings_that_were_taken_back_are_kept_apart(garden_site: Site) -> None:
    files = data(garden_site)
    theory, study = files["theories/T001.json"], files["studies/example2031beds.json"]
    assert [item["id"] for item in theory["evidence"]] == ["T001-E1", "T001-E2"]
    assert [item["id"] for item in theory["taken_back"]] == [f"T001-E{n}" for n in (3, 4, 5, 6)]
    assert [item["id"] for item in study["findings"]] == [f"example2031beds-F{n}" for n in (1, 2)]
    assert [item["id"] for item in study["withdrawn"]] == ["example2031beds-F12"]


def test_the_bibliography_is_read_back_as_it_is(garden_site: Site) -> None:
    text = bibliography_file(edition(garden_site))
    read = parse_bibliography(text, "references.bib")
    assert list(read) == list(garden_site.references)
    for key, reference in garden_site.references.items():
        assert replace(read[key], place=reference.place) == reference
    studies = garden_site.everything.studies
    notes = [f"Version {study.version}, {study.dated}: " for study in studies]
    assert text.count("annote = ") == len(read) == len(notes)
    assert all(note in text for note in notes)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[@nokey] *x* <b>", r"\[@nokey\] \*x\* \<b\>"),
        ("# no\nheading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("- no list", r"\- no list"),
        ("&amp; 1.10", r"\&amp; 1.10"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, written: str) -> None:
    assert plain(text) == written

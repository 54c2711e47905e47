"""The tables say what the site says, hold together, and open in other programs."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from frictionless import Package
from tests.support.built import REAL

from theorybook.exports.tables import TABLES
from theorybook.record_id import RecordId
from theorybook.site import Site

NAMES = [table.name for table in TABLES]
MAPS = {"map-strategies": "strategy", "map-mechanisms": "mechanism"}
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def rows(built: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a table as Python reads them."""
    with (built / f"data/v1/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


COUNTS: dict[str, Callable[[Site], int]] = {
    "theories": lambda site: len(site.everything.theories),
    "evidence": lambda site: sum(len(theory.evidence) for theory in site.everything.theories),
    "studies": lambda site: len(site.references),
    "findings": lambda site: sum(len(study.findings) for study in site.everything.studies),
    "placements": lambda site: len(
        {(f.id, p.term) for s in site.everything.studies for f in s.findings for p in f.terms}
    ),
    "quotes": lambda site: len(site.everything.quotes),
    "terms": lambda site: len(site.everything.terms),
    "glossary": lambda site: len(site.everything.glossary),
    "tensions": lambda site: len(site.everything.tensions),
    "gaps": lambda site: len(site.everything.gaps),
    "situations": lambda site: len(site.everything.situations),
    "answers": lambda site: len(site.everything.answers),
    "talk": lambda site: sum(len(theory.talk) for theory in site.everything.theories),
    "activities": lambda site: len(site.everything.activities),
    "packs": lambda site: len(site.everything.packs),
    "drills": lambda site: len(site.everything.drills),
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_table_has_a_row_for_each(site: Site, real_site: Path, name: str) -> None:
    found = rows(real_site, name)
    assert len({row["id"] for row in found}) == len(found) == COUNTS[name](site)


@pytest.mark.parametrize(("name", "kind"), MAPS.items())
def test_a_map_has_a_row_for_each_pair(site: Site, real_site: Path, name: str, kind: str) -> None:
    known = [term for term in site.terms if not term.unknown]
    pairs = [(a.id, b.id) for a in known if a.kind == kind for b in known if b.kind == "outcome"]
    assert sorted((row["row"], row["outcome"]) for row in rows(real_site, name)) == sorted(pairs)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_id_version_address_and_limits(
    site: Site, real_site: Path, name: str
) -> None:
    # A word of the glossary may have the id of a term, and is in its own table only.
    versions = {
        id_.id: kept.version
        for id_, kept in site.everything.by_id.items()
        if (id_.kind == "glossary") == (name == "glossary")
    }
    for row in rows(real_site, name):
        if name == "health":
            versions = {row["id"]: site.record(RecordId(row["kind"], row["id"])).version}
        assert row["id"]
        assert row["url"].startswith(REAL)
        assert len(row["limits"].split()) > 5
        if name in MAPS:
            drawn = dict(part.split(" v") for part in row["version"].split("; "))
            assert {row["row"], row["outcome"], *row["study_keys"].split()} <= drawn.keys()
            assert {id_: str(versions[id_]) for id_ in drawn} == drawn
        else:
            whole = row["theory"] if name in ("evidence", "talk") else row.get("study", row["id"])
            whole = row["id"] if name == "quotes" else whole
            assert row["version"] == str(versions[whole])


def test_the_cells_are_what_the_site_says(site: Site, real_site: Path) -> None:
    for row in rows(real_site, "theories"):
        theory = site.theory(row["id"])
        assert row["headline"] == theory.headline.text
        assert row["headline_voice"] == theory.headline.voice.value
        steps = {
            name: "; ".join(dict.fromkeys(part.term for part in slot.parts))
            for name, slot in theory.slots.items()
        }
        assert {name: row[name] for name in steps} == steps
    items = {item.id: item for t in site.everything.theories for item in t.evidence}
    assert items
    for row in rows(real_site, "evidence"):
        item = items[row["id"]]
        assert (row["study"], row["finding"], row["quote"]) == (
            item.study,
            item.finding or "",
            item.quote or "",
        )
        assert (row["stance"], row["adds"]) == (item.stance.value, item.adds)
    for row in rows(real_site, "quotes"):
        assert row["exact"] == site.quote(row["id"]).exact
    for row in rows(real_site, "terms"):
        wanted = {True: "yes", False: "no", None: ""}[site.term(row["id"]).wanted]
        assert row["wanted"] == wanted


def test_the_maps_keep_the_columns_that_were_published(real_site: Path) -> None:
    for name in MAPS:
        assert list(rows(real_site, name)[0])[:11] == [
            *("row", "row_name", "outcome", "outcome_name", "wanted", "state"),
            *("studies", "theories", "study_keys", "finding_ids", "theory_ids"),
        ]


@pytest.mark.parametrize("built", ["real_site", "garden_built"])
def test_the_data_package_is_sound_and_its_keys_lead_somewhere(
    request: pytest.FixtureRequest, built: str
) -> None:
    file = request.getfixturevalue(built) / "data/v1/datapackage.json"
    report = Package(str(file)).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    checked = [task.name for task in report.tasks if task.type == "table"]
    assert checked == NAMES


def test_a_key_that_leads_nowhere_is_found(garden_built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(garden_built / "data/v1", tmp_path / "v1"))
    evidence = folder / "evidence.csv"
    text = evidence.read_text(encoding="utf-8")
    evidence.write_text(text.replace(",example2031beds,", ",nobody2031,", 1), encoding="utf-8")
    report = Package(str(folder / "datapackage.json")).validate()
    found = [(task.name, error.type) for task in report.tasks for error in task.errors]
    assert found == [("evidence", "foreign-key")]


# The garden has retired records; ours may have none.
@pytest.mark.parametrize(
    ("data", "folder"), [("site", "real_site"), ("garden_site", "garden_built")]
)
def test_the_data_package_says_whose_it_is_and_of_when(
    request: pytest.FixtureRequest, data: str, folder: str
) -> None:
    site: Site = request.getfixturevalue(data)
    built: Path = request.getfixturevalue(folder)
    package = json.loads((built / "data/v1/datapackage.json").read_text(encoding="utf-8"))
    dates = [change.date for kept in site.everything.by_id.values() for change in kept.history]
    dates += [retired.on for retired in site.retirements.values()]
    assert package["version"] == str(max(dates))
    assert package["licenses"][0]["title"] == site.settings.content_licence
    assert package["contributors"] == [{"title": site.settings.all_makers, "role": "author"}]
    assert len(package["sources"]) == len(site.references)
    for resource in package["resources"]:
        assert (built / "data/v1" / resource["path"]).is_file()
        for field in resource.get("schema", {}).get("fields", []):
            assert field["description"]


def test_a_spreadsheet_has_as_many_rows_and_columns(real_site: Path, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    files = sorted((real_site / "data/v1").glob("*.csv"))
    utf_8_with_commas = "--infilter=CSV:44,34,76,1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, "--headless", profile, utf_8_with_commas, "--convert-to", "ods"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), *map(str, files)], check=True, capture_output=True
    )
    for file in files:
        found = rows(real_site, file.stem)
        sheet = zipfile.ZipFile(tmp_path / f"{file.stem}.ods").read("content.xml")
        cells = [filled(row) for row in ElementTree.fromstring(sheet).iter(f"{_TABLE}table-row")]
        assert sum(1 for width in cells if width) == len(found) + 1, file.name
        assert max(cells) == len(found[0]), file.name
        assert b"table:formula" not in sheet, file.name


def filled(row: ElementTree.Element) -> int:
    """Return how many columns a row of a sheet reaches to."""
    width = last = 0
    for cell in row.iter(f"{_TABLE}table-cell"):
        width += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        last = width if len(cell) else last
    return last

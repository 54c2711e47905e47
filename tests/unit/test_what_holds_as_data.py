"""What the garden has retired, in the files for programs: there, marked, and dated."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from tests.support.editions import edition, renderer
from tests.support.made import every_record, retired_records

from theorybook.exports.datapackage import datapackage
from theorybook.exports.tables import TABLES
from theorybook.record_id import RecordId
from theorybook.site import Site


def rows(site: Site, name: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table by id."""
    text = next(table for table in TABLES if table.name == name).csv(edition(site))
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text[1:], newline=""))}


def fallen(site: Site, name: str) -> set[str]:
    """Return the ids of a table that are not in force."""
    return {id_ for id_, row in rows(site, name).items() if row["in_force"] == "no"}


@pytest.mark.parametrize(
    ("table", "ids"),
    [
        ("theories", {"T015"}),
        ("evidence", {*(f"T001-E{n}" for n in (3, 4, 5, 6)), "T015-E1", "T015-E2"}),
        ("studies", {"example2033hedge"}),
        ("findings", {"example2031beds-F12", "example2033hedge-F1"}),
        ("quotes", {"Q016", "Q017"}),
        ("terms", {"digging-alone"}),
        ("glossary", {"spade-law"}),
        ("tensions", {"X03"}),
        ("gaps", {"G03"}),
        (
            "placements",
            {
                "example2031beds-F2--digging-alone",
                "example2031beds-F12--shared-weeding",
                "example2031beds-F12--staying",
                "example2033hedge-F1--digging-alone",
                "example2033hedge-F1--leaving",
                "example2033hedge-F1--shared-tools",
            },
        ),
    ],
)
def test_a_row_says_whether_it_is_in_force(garden_site: Site, table: str, ids: set[str]) -> None:
    assert fallen(garden_site, table) == ids
    assert len(rows(garden_site, table)) > len(ids) - (table == "placements")


FELL = {
    "evidence/T001-E3": "Retired on 10 February 2032. Nobody can find the hedge.",
    "evidence/T001-E4": "Retired on 10 February 2032. It says less than we took it to say",
    "evidence/T001-E5": "Retired on 4 January 2032. It stood in *another* abstract",
    "evidence/T001-E6": "Retired on 3 January 2032. We counted one weed",
    "evidence/T015-E2": "Retired on 10 February 2032. It rested on a hedge that nobody planted.",
    "finding/example2033hedge-F1": "Retired on 10 February 2032. Nobody can find the hedge.",
    "finding/example2031beds-F12": "Retired on 4 January 2032. It stood in *another* abstract",
}


@pytest.mark.parametrize("name", FELL)
def test_a_part_has_the_limits_of_what_it_fell_with(garden_site: Site, name: str) -> None:
    assert edition(garden_site).limits.of(RecordId.parse(name)).startswith(FELL[name])


@pytest.mark.parametrize(
    "name", ["evidence/T001-E1", "evidence/T002-E2", "finding/example2031beds-F1"]
)
def test_a_part_that_holds_has_no_such_limits(garden_site: Site, name: str) -> None:
    assert "Retired" not in edition(garden_site).limits.of(RecordId.parse(name))


def test_the_data_package_is_as_new_as_the_newest_retirement(garden_site: Site) -> None:
    package = json.loads(datapackage(renderer(garden_site)))
    written = [change.date for r in every_record(garden_site).values() for change in r.history]
    retired = [retirement.on for retirement in garden_site.retirements.values()]
    assert max(retired) > max(written)
    assert package["version"] == str(max(retired)) == str(date(2032, 2, 10))


def test_every_limit_of_a_retired_record_starts_with_when_and_why(garden_site: Site) -> None:
    for name, record in retired_records(garden_site).items():
        assert record.retired
        on = f"{record.retired.on.day} {record.retired.on:%B %Y}"
        told = edition(garden_site).limits.of(name)
        assert told.startswith(f"Retired on {on}. {record.retired.why}"), name

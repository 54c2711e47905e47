"""What both sites count is what anybody counts who reads their files another way."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.projects import GARDEN, ROOT
from tests.support.recount import recount
from tests.support.sure import line_of, rung_of

from theorybook.edition import Edition
from theorybook.evidence_map.state import State
from theorybook.evidence_map.views import maps
from theorybook.pictures.charts import Tally, tallies
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.strength import strength

UNKNOWN = "not-known"
LOOKED = {State.BACKED, State.PROPOSED, State.MIXED, State.AGAINST, State.NOT_FOUND}


@dataclass(frozen=True)
class Written:
    """What stands in the files of a data folder, read without the code of the site."""

    studies: list[dict[str, Any]]
    years: dict[str, str]

    @classmethod
    def of(cls, root: Path) -> Written:
        text = (root / "data/studies.yaml").read_text(encoding="utf-8")
        bibliography = (root / "data/references.bib").read_text(encoding="utf-8")
        entries = re.findall(r"^@\w+\{([\w-]+),(.*?)^\}", bibliography, re.DOTALL | re.MULTILINE)
        years = {
            key: re.search(r"^\s*year\s*=\s*\{(\d{4})\}", e, re.MULTILINE) for key, e in entries
        }
        studies = [s for s in yaml.load(text, yaml.CSafeLoader)["studies"] if not s.get("retired")]
        return cls(studies, {key: year[1] for key, year in years.items() if year})

    def values(self, name: str) -> list[list[str]]:
        """Return what each study is counted under in a tally."""
        return {
            "year": [[self.years[study["key"]]] for study in self.studies],
            "country": [study.get("countries") or [UNKNOWN] for study in self.studies],
            "group": [study["groups"] or [UNKNOWN] for study in self.studies],
            "clients": [
                [study["clients"]["took_part"].replace(" ", "-")] for study in self.studies
            ],
            "design": [[study["design"]] for study in self.studies],
            "depth": [[study["depth"].replace(" ", "-")] for study in self.studies],
        }[name]


@pytest.fixture(params=["site", "garden_site"])
def every(request: pytest.FixtureRequest) -> Site:
    """Return each site in turn."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def written(every: Site, garden_site: Site) -> Written:
    """Return what stands in the files of that site."""
    return Written.of(GARDEN if every is garden_site else ROOT)


def numbers(tally: Tally) -> dict[str, int]:
    return {count.value: count.studies for count in tally.counts}


def test_every_count_is_what_the_files_say(every: Site, written: Written) -> None:
    found = tallies(every)
    assert [t.filter for t in found] == ["year", "country", "group", "clients", "design", "depth"]
    for tally in found:
        values = written.values(tally.filter)
        counted = {value: n for value, n in numbers(tally).items() if n}
        assert counted == Counter(value for of_study in values for value in of_study)
        assert tally.several == len([v for v in values if len(v) > 1])
        assert tally.unknown == values.count([UNKNOWN])


def test_sums_are_right(every: Site, written: Written) -> None:
    for tally in tallies(every):
        total = sum(numbers(tally).values())
        more = sum(len(v) - 1 for v in written.values(tally.filter))
        assert total - more == len(written.studies)
        assert (tally.several > 0) == (more > 0)


def test_most_come_first_and_what_is_not_known_last(every: Site) -> None:
    for tally in tallies(every)[1:]:
        known = [count for count in tally.counts if count.value != UNKNOWN]
        by_number = sorted(known, key=lambda count: (-count.studies, count.name.lower()))
        assert known == by_number
        assert UNKNOWN not in [count.value for count in tally.counts[:-1]]


def test_every_line_on_how_sure_we_are_is_what_the_data_say(every: Site) -> None:
    limits = Edition(every, "https://example.org/").limits
    for theory in every.theories:
        assert strength(every, theory).rung == rung_of(every, theory.id), theory.id
        said = limits.of(RecordId("theory", theory.id))
        assert said.startswith(line_of(every, theory.id)), theory.id
    assert every.theories


def test_every_cell_of_every_part_is_what_the_findings_say(every: Site) -> None:
    terms = {f.id: {p.term for p in f.terms} for s in every.studies for f in s.findings}
    for address, part, drawn in maps(every):
        counts = recount(every, **({part.field: part.value} if part else {}))
        for cell in (cell for row in drawn.cells for cell in row):
            count, where = counts[cell.row.id, cell.column.id], (address, cell.anchor)
            assert cell.state.value == count.state, where
            assert {study.key for study in cell.studies} == count.studies, where
            assert {finding.id for finding in cell.findings} == count.findings, where
            assert {finding.id for finding in cell.background} == count.background, where
            assert {theory.id for theory in cell.theories} == count.theories, where
            # No cell says that studies looked without a finding about that very pair.
            both = {cell.row.id, cell.column.id}
            about = [finding for finding in cell.findings if both <= terms[finding.id]]
            assert (cell.state in LOOKED) == bool(about), where

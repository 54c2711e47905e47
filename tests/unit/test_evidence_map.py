"""The evidence map: every cell says what the data say, whatever part of it is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.recount import recount

from theorybook.evidence_map.cells import evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.evidence_map.views import VIEWS, maps, parts
from theorybook.exports.tables.maps import map_rows
from theorybook.model.term import TermKind
from theorybook.pictures.poster import poster
from theorybook.render import Renderer
from theorybook.site import Site


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return Site.load(root)


SIEVES = [
    EvidenceFilter(),
    EvidenceFilter(about="peer-worker"),
    EvidenceFilter(about="young-person", group="young-people"),
    EvidenceFilter(group="adults"),
    EvidenceFilter(design="trial"),
    EvidenceFilter(about="young-person", group="adults", design="trial"),
    EvidenceFilter(group="nobody"),
]


@pytest.mark.parametrize("kind", VIEWS)
@pytest.mark.parametrize("sieve", SIEVES, ids=str)
def test_every_cell_is_what_the_data_say(site: Site, kind: TermKind, sieve: EvidenceFilter) -> None:
    counts = recount(site, sieve.about, sieve.group, sieve.design)
    drawn = evidence_map(site, kind, sieve)
    cells = [cell for row in drawn.cells for cell in row]
    assert len(cells) == len(drawn.rows) * len(drawn.columns)
    for cell in cells:
        count = counts[cell.row.id, cell.column.id]
        assert cell.state.value == count.state, cell.anchor
        assert {study.key for study in cell.studies} == count.studies, cell.anchor
        assert {theory.id for theory in cell.theories} == count.theories, cell.anchor


def test_the_whole_has_every_term_that_is_known(site: Site) -> None:
    for kind in VIEWS:
        drawn = evidence_map(site, kind, EvidenceFilter())
        for terms, shown in ((kind, drawn.rows), (TermKind.OUTCOME, drawn.columns)):
            known = [term.id for term in site.terms_of(terms) if not term.unknown]
            assert sorted(term.id for term in shown) == sorted(known)


def test_what_is_studied_most_comes_first(site: Site) -> None:
    drawn = evidence_map(site, TermKind.STRATEGY, EvidenceFilter())
    rows = [sum(bool(cell.studies) for cell in row) for row in drawn.cells]
    columns = [sum(bool(cell.studies) for cell in c) for c in zip(*drawn.cells, strict=True)]
    assert rows == sorted(rows, reverse=True)
    assert columns == sorted(columns, reverse=True)


def test_each_state_comes_up_in_some_part(site: Site) -> None:
    states = {c.state.value for _, _, drawn in maps(site) for row in drawn.cells for c in row}
    assert states == {
        "backed by studies",
        "mixed",
        "goes against",
        "looked for and not found",
        "told only as background",
        "linked only by us",
        "no study we read looked",
    }


def test_columns_are_the_outcomes_that_concern_a_person(site: Site) -> None:
    drawn = evidence_map(site, TermKind.STRATEGY, EvidenceFilter(about="peer-worker"))
    assert drawn.columns
    assert all("peer-worker" in column.concerns for column in drawn.columns)


def test_every_part_has_a_page_of_its_own(garden_site: Site) -> None:
    found = [address for address, _, _ in maps(garden_site)]
    assert len(found) == len(set(found)) == 2 * (1 + len(parts(garden_site)))
    assert found[0] == "map/"
    assert "map/about/gardener/" in found
    assert "map/mechanisms/design/talk/" in found


def test_a_finding_of_the_garden_is_in_its_cell(garden_site: Site) -> None:
    drawn = evidence_map(garden_site, TermKind.STRATEGY, EvidenceFilter())
    cells = {cell.anchor: cell for row in drawn.cells for cell in row}
    leaving = cells["shared-weeding--leaving"]
    assert leaving.state.value == "backed by studies"
    assert [finding.id for finding in leaving.findings] == ["example_2032-weeds-F1"]
    assert [theory.id for theory in leaving.theories] == ["T002"]


@pytest.mark.parametrize("kind", VIEWS)
def test_the_table_says_what_the_map_says(site: Site, kind: TermKind) -> None:
    drawn = evidence_map(site, kind, EvidenceFilter())
    cells = [cell for row in drawn.cells for cell in row]
    rows = map_rows(Renderer(site, {}, "https://example.org/", "Site"), drawn)
    for cell, row in zip(cells, rows, strict=True):
        assert (row["row"], row["outcome"]) == (cell.row.id, cell.column.id)
        assert row["state"] == cell.state.value
        assert row["studies"] == len(str(row["study_keys"]).split()) == len(cell.studies)
        assert row["theories"] == len(str(row["theory_ids"]).split()) == len(cell.theories)


def test_everything_is_on_the_poster(site: Site) -> None:
    for kind in VIEWS:
        drawn = evidence_map(site, kind, EvidenceFilter())
        laid = poster(drawn)
        assert [label.words for label in laid.rows] == [row.name for row in drawn.rows]
        assert [label.words for label in laid.columns] == [column.name for column in drawn.columns]
        spots = {(spot.x, spot.y) for spot in laid.spots}
        assert len(spots) == len(laid.spots) == len(drawn.rows) * len(drawn.columns)
        assert max(x for x, _ in spots) + laid.cell <= laid.width
        assert max(y for _, y in spots) + laid.cell <= laid.foot

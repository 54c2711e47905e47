"""The evidence map: every cell says what the data say, whatever part of it is looked at."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, product

import pytest
from tests.support.editions import edition, renderer
from tests.support.made_up import made_up
from tests.support.projects import ROOT
from tests.support.recount import Count, both, recount

from theorybook.addresses import poster_address
from theorybook.evidence_map.browser_data import browser_data
from theorybook.evidence_map.cells import Cell
from theorybook.evidence_map.drawn import EvidenceMap, evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.evidence_map.state import State
from theorybook.evidence_map.views import VIEWS, maps, parts
from theorybook.exports.map_files import map_files
from theorybook.exports.tables.maps import map_rows
from theorybook.model.base import Placed
from theorybook.model.study import Direction, Placement, Study
from theorybook.model.term import Term, TermKind
from theorybook.model.theory import Theory
from theorybook.pictures.palette import read_palette
from theorybook.pictures.poster import poster
from theorybook.records import Collections
from theorybook.site import Site

# Ours or a fork's; the garden; and one with every direction and stance, made up.
PALETTE = read_palette(ROOT / "docs")
SITES = ["site", "garden_site", "plenty"]


@pytest.fixture(scope="module")
def plenty(garden_site: Site) -> Site:
    return made_up(garden_site)


@pytest.fixture(params=SITES)
def any_site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def filters(site: Site) -> list[EvidenceFilter]:
    """Return some of all ways to look at a site: nothing, and its first choices, in each field."""
    choices = (site.settings.people, site.settings.groups, site.settings.designs)
    values = [["", *(choice.id for choice in listed[:2])] for listed in choices]
    return [
        *(EvidenceFilter(*chosen) for chosen in product(*values)),
        EvidenceFilter(group="nobody"),
    ]


def with_records(site: Site, records: Collections) -> Site:
    """Return a site in which the records of some models are these."""
    return replace(site, collections={**site.collections, **records})


def cells_of(drawn: EvidenceMap) -> list[Cell]:
    return [cell for row in drawn.cells for cell in row]


@pytest.mark.parametrize("kind", VIEWS)
def test_every_cell_is_what_the_data_say(any_site: Site, kind: TermKind) -> None:
    for chosen in filters(any_site):
        counts = recount(any_site, chosen.about, chosen.group, chosen.design)
        drawn = evidence_map(any_site, kind, chosen)
        assert (drawn.kind, drawn.chosen) == (kind, chosen)
        cells = cells_of(drawn)
        assert len(cells) == len(drawn.rows) * len(drawn.columns)
        for cell in cells:
            count = counts[cell.row.id, cell.column.id]
            assert cell.state.value == count.state, cell.anchor
            assert {study.key for study in cell.studies} == count.studies, cell.anchor
            assert len(cell.studies) == len(count.studies)
            assert {theory.id for theory in cell.theories} == count.theories, cell.anchor
            assert len(cell.theories) == len(count.theories)


@pytest.mark.parametrize("kind", VIEWS)
def test_a_cell_has_each_finding_once_and_of_its_studies(plenty: Site, kind: TermKind) -> None:
    for cell in cells_of(evidence_map(plenty, kind, EvidenceFilter())):
        ids = [finding.id for finding in cell.findings]
        assert len(ids) == len(set(ids))
        assert set(ids) == {witness.finding.id for witness in cell.counted}
        assert not {finding.id for finding in cell.background} & set(ids)
        assert {id_.rpartition("-")[0] for id_ in ids} == {study.key for study in cell.studies}


def test_the_whole_has_every_term_that_is_known(any_site: Site) -> None:
    for kind in VIEWS:
        drawn = evidence_map(any_site, kind, EvidenceFilter())
        for terms, shown in ((kind, drawn.rows), (TermKind.OUTCOME, drawn.columns)):
            known = [term.id for term in any_site.terms_of(terms) if not term.unknown]
            assert sorted(term.id for term in shown) == sorted(known)


def test_a_term_that_nobody_could_name_has_neither_row_nor_column(plenty: Site) -> None:
    unnamed = plenty.term("one-context-unknown").unknown
    for id_ in ("staying", "shared-tools"):
        term = plenty.term(id_).model_copy(update={"unknown": unnamed})
        terms = tuple(term if t.id == id_ else t for t in plenty.terms)
        drawn = evidence_map(
            with_records(plenty, {Term: terms}), TermKind.STRATEGY, EvidenceFilter()
        )
        assert id_ not in [t.id for t in (*drawn.rows, *drawn.columns)]


def test_what_is_studied_most_comes_first(any_site: Site) -> None:
    for kind in VIEWS:
        drawn = evidence_map(any_site, kind, EvidenceFilter())
        rows = [sum(bool(cell.studies) for cell in row) for row in drawn.cells]
        assert rows == sorted(rows, reverse=True)
        for group in drawn.groups:
            full = [sum(bool(cell.studies) for cell in drawn.cells_of(c)) for c in group.columns]
            assert full == sorted(full, reverse=True)


def test_outcomes_stand_under_whom_they_concern_and_harms_apart(any_site: Site) -> None:
    groups = evidence_map(any_site, TermKind.STRATEGY, EvidenceFilter()).groups
    people = [group.person.id for group in groups if group.person]
    order = [person.id for person in any_site.settings.people]
    assert people == [person for person in order if person in people]
    for group in groups:
        for column in group.columns:
            first = next(person for person in order if person in column.concerns)
            assert (group.person.id if group.person else None) == (first if column.wanted else None)


def test_each_state_comes_up(garden_site: Site) -> None:
    sites = [made_up(garden_site, seed) for seed in range(3)]
    states = {c.state for s in sites for _, _, drawn in maps(s) for c in cells_of(drawn)}
    assert states == set(State)
    assert [state.value for state in State] == [
        "backed by studies",
        "only proposed by studies",
        "mixed",
        "goes against",
        "looked for and not found",
        "told only as background",
        "linked only by us",
        "no study we read looked",
    ]


def test_columns_are_the_outcomes_that_concern_a_person(any_site: Site) -> None:
    for person in any_site.settings.people:
        drawn = evidence_map(any_site, TermKind.STRATEGY, EvidenceFilter(about=person.id))
        outcomes = any_site.terms_of(TermKind.OUTCOME)
        wanted = [o.id for o in outcomes if person.id in o.concerns and not o.unknown]
        assert sorted(column.id for column in drawn.columns) == sorted(wanted)


def test_every_part_has_a_page_of_its_own(garden_site: Site) -> None:
    found = [address for address, _, _ in maps(garden_site)]
    assert len(found) == len(set(found)) == 2 * (1 + len(parts(garden_site)))
    assert found[0] == "map/"
    assert "map/about/gardener/" in found
    assert "map/mechanisms/design/talk/" in found


def test_a_page_of_a_part_shows_that_part(plenty: Site) -> None:
    for address, part, drawn in maps(plenty):
        wanted = EvidenceFilter(**{part.field: part.value}) if part else EvidenceFilter()
        assert drawn == evidence_map(plenty, drawn.kind, wanted)
        assert address == (part.address(drawn.kind) if part else VIEWS[drawn.kind])


def test_a_finding_of_the_garden_is_in_its_cell(garden_site: Site) -> None:
    drawn = evidence_map(garden_site, TermKind.STRATEGY, EvidenceFilter())
    cells = {cell.anchor: cell for cell in cells_of(drawn)}
    leaving = cells["shared-weeding--leaving"]
    assert leaving.state.value == "backed by studies"
    assert [finding.id for finding in leaving.findings] == ["example_2032-weeds-F1"]
    assert [theory.id for theory in leaving.theories] == ["T002"]


def test_what_is_retired_counts_in_no_cell(garden_site: Site) -> None:
    gone = {name.id for name in garden_site.retirements}
    for _, _, drawn in maps(garden_site):
        for cell in cells_of(drawn):
            shown = {study.key for study in cell.studies} | {f.id for f in cell.findings}
            shown |= {theory.id for theory in cell.theories} | {cell.row.id, cell.column.id}
            assert shown & gone == set()


@pytest.mark.parametrize("kind", VIEWS)
def test_what_the_browser_gets_holds_every_cell_that_has_something(
    plenty: Site, kind: TermKind
) -> None:
    drawn = evidence_map(plenty, kind, EvidenceFilter())
    data = browser_data(plenty, drawn)
    filled = {c.anchor: c for c in cells_of(drawn) if c.witnesses or c.theories}
    assert data["cells"].keys() == filled.keys()
    assert any(c.theories and not c.witnesses for c in filled.values())
    for anchor, cell in filled.items():
        witnesses, theories = data["cells"][anchor]
        assert [State[data["verdicts"][verdict]] for *_, verdict, _ in witnesses] == [
            witness.verdict for witness in cell.witnesses
        ]
        assert [plenty.studies[place] for place, *_ in witnesses] == [
            witness.study for witness in cell.witnesses
        ]
        assert [plenty.theories[place] for place in theories] == list(cell.theories)
    names = data["names"]
    assert [
        (tuple(names["group"][group] for group in groups), names["design"][design])
        for groups, design in data["studies"]
    ] == [(study.groups, study.design) for study in plenty.studies]
    assert [
        (id_, names["about"][about], {plenty.studies[place].key for place in studies})
        for id_, about, studies in data["theories"]
    ] == [(t.id, t.about, {item.study for item in t.evidence}) for t in plenty.theories]
    assert data["outcomes"].keys() == {column.id for column in drawn.columns}


@pytest.mark.parametrize("kind", VIEWS)
def test_the_table_says_what_the_map_says(any_site: Site, kind: TermKind) -> None:
    cells = cells_of(evidence_map(any_site, kind, EvidenceFilter()))
    rows = list(map_rows(edition(any_site), evidence_map(any_site, kind, EvidenceFilter())))
    assert cells
    for cell, row in zip(cells, rows, strict=True):
        assert (row["row"], row["outcome"]) == (cell.row.id, cell.column.id)
        assert row["state"] == cell.state.value
        assert str(row["study_keys"]).split() == [study.key for study in cell.studies]
        assert str(row["theory_ids"]).split() == [theory.id for theory in cell.theories]
        assert str(row["finding_ids"]).split() == [finding.id for finding in cell.findings]
        assert (row["studies"], row["theories"]) == (len(cell.studies), len(cell.theories))


def test_every_row_and_column_is_named_on_the_poster(any_site: Site) -> None:
    for kind in VIEWS:
        drawn = evidence_map(any_site, kind, EvidenceFilter())
        laid = poster(drawn)
        assert [label.words for label in laid.rows] == [row.name for row in drawn.rows]
        assert [label.words for label in laid.columns] == [column.name for column in drawn.columns]
        spots = {(spot.x, spot.y) for spot in laid.spots}
        assert len(spots) == len(laid.spots) == len(drawn.rows) * len(drawn.columns)
        assert max(x for x, _ in spots) + laid.cell <= laid.width
        assert max(y for _, y in spots) + laid.cell <= laid.foot


def test_the_names_of_two_groups_side_by_side_are_on_two_lines(any_site: Site) -> None:
    for kind in VIEWS:
        drawn = evidence_map(any_site, kind, EvidenceFilter())
        names = poster(drawn).groups
        assert [name.words for name in names] == [group.heading for group in drawn.groups]
        assert all(one.y != next_.y for one, next_ in pairwise(names))


def counted(count: Count, outcome: Term) -> tuple[str, int, int]:
    words = State(count.state).reading(harm=not outcome.wanted).words
    return words, len(count.studies), len(count.theories)


@pytest.mark.parametrize("kind", VIEWS)
def test_every_spot_of_the_poster_says_what_was_counted(any_site: Site, kind: TermKind) -> None:
    counts, drawn = recount(any_site), evidence_map(any_site, kind, EvidenceFilter())
    laid = poster(drawn)
    # Which row and column a spot stands under, by where their names stand.
    half = laid.cell // 2
    rows = {label.y - half: row.id for label, row in zip(laid.rows, drawn.rows, strict=True)}
    columns = {
        label.x - half: column.id for label, column in zip(laid.columns, drawn.columns, strict=True)
    }
    said = {
        (rows[spot.y], columns[spot.x]): (spot.says.words, spot.studies, spot.theories)
        for spot in laid.spots
    }
    pairs = product(drawn.rows, drawn.columns)
    assert said == {(r.id, c.id): counted(counts[r.id, c.id], c) for r, c in pairs}


@pytest.mark.parametrize("kind", VIEWS)
def test_the_poster_as_it_is_drawn_says_the_same(any_site: Site, kind: TermKind) -> None:
    counts, drawn = recount(any_site), evidence_map(any_site, kind, EvidenceFilter())
    svg = dict(map_files(renderer(any_site), PALETTE))[poster_address(kind)]
    wanted = [counted(counts[r.id, c.id], c) for r, c in product(drawn.rows, drawn.columns)]
    filled = [cell for cell in wanted if cell[0] != State.NOBODY.value]
    titles = re.findall(r"<g><title>([^<]*)</title>", svg)
    assert titles == [f"{state}: studies {n}, theories {m}" for state, n, m in filled]
    shown = [(int(n), int(m)) for n, m in re.findall(r">(\d+) · (\d+)</text>", svg)]
    assert shown == [(n, m) for _, n, m in wanted if n or m]


def test_the_poster_of_plenty_has_unlike_counts_and_states(plenty: Site) -> None:
    """What the tests of the poster rely on: they would see counts swapped, and one state alone."""
    spots = poster(evidence_map(plenty, TermKind.STRATEGY, EvidenceFilter())).spots
    assert [spot for spot in spots if spot.studies != spot.theories]
    assert len({spot.says for spot in spots}) > 2


def with_one_finding(garden: Site, row: Direction, outcome: Direction) -> Site:
    """Return the garden with one finding, under one strategy and one outcome, and no theory."""
    first = garden.studies[0]
    placements = tuple(
        Placement(term=term, placed=Placed.STATED, points=points)
        for term, points in (("shared-tools", row), ("staying", outcome))
    )
    finding = first.findings[0].model_copy(update={"terms": placements})
    study = first.model_copy(update={"findings": (finding,)})
    return with_records(garden, {Study: (study,), Theory: ()})


@pytest.mark.parametrize("row", Direction)
@pytest.mark.parametrize("outcome", Direction)
def test_a_finding_under_both_terms_points_as_both_do(
    garden_site: Site, row: Direction, outcome: Direction
) -> None:
    site = with_one_finding(garden_site, row, outcome)
    cells = cells_of(evidence_map(site, TermKind.STRATEGY, EvidenceFilter()))
    (cell,) = (c for c in cells if c.anchor == "shared-tools--staying")
    assert cell.state.value == both(row.value, outcome.value)
    assert {c.anchor for c in cells if c.state is not State.NOBODY} == {cell.anchor}


def test_all_maps_share_their_blank_cells(plenty: Site) -> None:
    blank: dict[str, int] = {}
    for _, _, drawn in maps(plenty):
        for cell in (cell for row in drawn.cells for cell in row if cell.is_empty):
            assert blank.setdefault(cell.anchor, id(cell)) == id(cell)
    assert blank

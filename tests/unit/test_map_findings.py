"""The evidence map says what studies studied: a cell counts findings about its very pair."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import Project

from theorybook.edition import Edition
from theorybook.evidence_map.browser_data import browser_data
from theorybook.evidence_map.cells import Cell
from theorybook.evidence_map.drawn import evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.evidence_map.state import State
from theorybook.evidence_map.views import VIEWS
from theorybook.model.term import TermKind
from theorybook.site import Site

WEEDS = "shared-weeding--leaving"
PLACED = """    - {term: shared-weeding, placed: arguable}
    - {term: leaving, placed: stated}"""


def cells(site: Site, chosen: EvidenceFilter | None = None) -> dict[str, Cell]:
    """Return the cells of the whole map of strategies, by their anchors."""
    drawn = evidence_map(site, TermKind.STRATEGY, chosen or EvidenceFilter())
    return {cell.anchor: cell for row in drawn.cells for cell in row}


def add_version(project: Project, what: str) -> None:
    """Add a line to the history of the study on weeds."""
    first = "  unread: []\n  history:\n  - {version: 1, date: 2032-01-01, what: First version.}\n"
    second = f"  - {{version: 2, date: 2032-01-02, what: {what}}}\n"
    project.edit("data/studies.yaml", first, first + second)


def test_a_theory_of_ours_brings_in_no_finding(project: Project) -> None:
    project.edit("data/studies.yaml", PLACED, "    - {term: leaving, placed: stated}")
    add_version(project, "It stands elsewhere.")
    assert project.problems() == ()
    site = Site.load(project.root)
    cell = cells(site)[WEEDS]
    assert cell.state is State.LINKED
    assert [theory.id for theory in cell.theories] == ["T002"]
    assert not cell.studies
    assert not cell.findings
    limits = Edition(site, "https://example.org/").limits.of_cell(cell)
    assert limits.startswith("We link these; no study we read looked at both.")


def test_what_is_only_proposed_is_not_shown_as_found(project: Project) -> None:
    (found,) = cells(Site.load(project.root))[WEEDS].counted
    project.edit(
        "data/studies.yaml",
        "  - id: example_2032-weeds-F1\n    standing: result",
        "  - id: example_2032-weeds-F1\n    standing: theory",
    )
    add_version(project, "It was only proposed.")
    cell = cells(Site.load(project.root))[WEEDS]
    (proposed,) = cell.counted
    assert cell.state is State.PROPOSED
    assert replace(cell, witnesses=(proposed, found)).state is State.BACKED
    against = replace(found, verdict=State.AGAINST)
    assert replace(cell, witnesses=(proposed, against)).state is State.MIXED


def test_what_is_only_background_does_not_count(garden_site: Site, project: Project) -> None:
    assert cells(garden_site)[WEEDS].state is State.BACKED
    project.edit(
        "data/studies.yaml",
        "  - id: example_2032-weeds-F1\n    standing: result",
        "  - id: example_2032-weeds-F1\n    standing: background",
    )
    add_version(project, "It was only told.")
    site = Site.load(project.root)
    cell = cells(site)[WEEDS]
    assert cell.state is State.BACKGROUND
    assert not cell.studies
    assert not cell.findings
    assert [finding.id for finding in cell.background] == ["example_2032-weeds-F1"]
    whole = evidence_map(site, TermKind.STRATEGY, EvidenceFilter())
    data = browser_data(site, whole)
    ((place, finding, verdict, is_background),), _ = data["cells"][WEEDS]
    assert site.studies[place].key == "example_2032-weeds"
    assert (finding, data["verdicts"][verdict]) == ("example_2032-weeds-F1", "BACKED")
    assert is_background
    directions = [finding.id for _, found in site.findings_by_direction("leaving")
                  for _, finding, _ in found]  # fmt: skip
    assert directions == []
    assert [f.id for _, f, _ in site.background_with_term("leaving")] == ["example_2032-weeds-F1"]


@pytest.mark.parametrize("kind", VIEWS)
def test_the_browser_has_all_that_the_cells_have(garden_site: Site, kind: TermKind) -> None:
    whole = evidence_map(garden_site, kind, EvidenceFilter())
    data = browser_data(garden_site, whole)
    filled = {c.anchor: c for row in whole.cells for c in row if c.state is not State.NOBODY}
    assert set(data["cells"]) == set(filled)
    assert set(data["wanted"]) == set(data["harm"]) == {state.name for state in State}
    for anchor, cell in filled.items():
        found, _ = data["cells"][anchor]
        assert [id_ for _, id_, _, back in found if not back] == [f.id for f in cell.findings]
        assert [id_ for _, id_, _, back in found if back] == [f.id for f in cell.background]


def test_each_state_has_a_sign_and_words_of_its_own() -> None:
    readings = {state.reading(harm=harm) for state in State for harm in (True, False)}
    assert len({reading.sign for reading in readings}) == len(readings)
    assert len({reading.words for reading in readings}) == len(readings)
    # A blank is the lack of any study, and nothing else.
    assert [state for state in State if not state.sign] == [State.NOBODY]

"""The poster of the evidence map has room for names of any length."""

from __future__ import annotations

from dataclasses import replace

from theorybook.evidence_map.drawn import evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.model.term import Term, TermKind
from theorybook.pictures.poster import Poster, poster
from theorybook.site import Site

LETTER = 8  # what a letter takes, at the size of the poster's names


def drawn(garden: Site, longest: int) -> Poster:
    """Return the poster of the garden's strategies, with names of terms that are so long."""
    terms = tuple(term.model_copy(update={"name": longest * "n"}) for term in garden.terms)
    site = replace(garden, collections={**garden.collections, Term: terms})
    return poster(evidence_map(site, TermKind.STRATEGY, EvidenceFilter()))


def test_names_that_are_long_make_room_for_themselves(garden_site: Site) -> None:
    laid = drawn(garden_site, 80)
    assert min(label.x for label in laid.rows) >= 80 * LETTER
    assert min(label.y for label in laid.columns) >= 80 * LETTER * 4 // 5  # they lean
    assert {spot.x + laid.cell // 2 for spot in laid.spots} == {label.x for label in laid.columns}
    assert {spot.y + laid.cell // 2 for spot in laid.spots} == {label.y for label in laid.rows}
    assert max(label.x for label in laid.columns) + 80 * LETTER * 5 // 8 <= laid.width

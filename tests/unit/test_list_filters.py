"""What lists can be filtered by: what some record has, by its name, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.made_up import made_up

from theorybook.list_filters import (
    by_rung,
    how_many,
    newest_first,
    quote_filters,
    study_filters,
    theory_filters,
    theory_values,
)
from theorybook.site import Site
from theorybook.strength import Rung, strength

if TYPE_CHECKING:
    from tests.conftest import Project

EMPTIED = """    parts:
    - term: shared-tools
      placed: stated
      text: One set of tools is there for all.
      voice: from the study
      cites: [example2031beds-F1]
"""


def test_studies_are_filtered_by_what_they_have(garden_site: Site) -> None:
    filters = {name: options for name, _, options in study_filters(garden_site)}
    assert filters == {
        "group": [("gardeners", "gardeners"), ("neighbors", "neighbors & {{ 7 * 7 }}")],
        "design": [("talk", "talk over a fence"), ("page", "a page, <b>short</b>")],
        "clients": [("no", "no"), ("not-stated", "not stated")],
        # One study names no country.
        "country": [("nowhere", "Nowhere"), ("not-known", "not known")],
        "year": [("2032", "2032"), ("2031", "2031")],
        "depth": [("abstract", "abstract"), ("full-text", "full text")],
    }


def test_quotations_are_filtered_by_what_they_have(garden_site: Site) -> None:
    filters = {name: options for name, _, options in quote_filters(garden_site)}
    assert [value for value, _ in filters["stands"]] == ["abstract", "title"]
    assert [value for value, _ in filters["speaker"]] == ["researcher", "gardener", "not-stated"]
    assert [value for value, _ in filters["source"]] == ["example2031beds", "example_2032-weeds"]


def test_the_newest_study_comes_first(garden_site: Site) -> None:
    assert [study.key for study in newest_first(garden_site)] == [
        "example_2032-weeds",
        "example2031beds",
    ]


def test_theories_are_filtered_by_what_they_have(garden_site: Site) -> None:
    filters = {name: options for name, _, options in theory_filters(garden_site)}
    assert filters == {
        "about": [(p.id, p.name) for p in garden_site.settings.people],
        "outcome": [
            ("blisters", "Unwanted: Blisters"),
            ("leaving", "Unwanted: Leaving the garden"),
            ("staying", "Staying in the garden"),
        ],
        "strategy": [
            (id_, garden_site.term(id_).name) for id_ in ("shared-tools", "shared-weeding")
        ],
        "rung": [("proposed-by-one-project", "proposed by one project")],
        "sure": [("one", "one project"), ("not-all-agree", "not all agree")],
    }


def test_a_theory_fits_what_its_record_says(garden_site: Site) -> None:
    assert theory_values(garden_site, garden_site.theory("T001")) == {
        "about": ("gardener",),
        "outcome": ("staying", "blisters"),
        "strategy": ("shared-tools",),
        "rung": ("proposed-by-one-project",),
        "sure": ("one",),
        "person": ("0",),
        "projects": ("1",),
    }
    # Two studies of one project, one of them against it.
    other = theory_values(garden_site, garden_site.theory("T002"))
    assert (other["sure"], other["person"]) == (("one", "not-all-agree"), ("1",))


def test_a_step_that_no_term_fills_is_not_known(project: Project) -> None:
    project.edit(
        "data/theories.yaml", EMPTIED, "    unknown:\n      what: X.\n      would_fill: Y.\n"
    )
    site = Site.load(project.root)
    assert theory_values(site, site.theory("T001"))["strategy"] == ("not-known",)
    options = {name: options for name, _, options in theory_filters(site)}["strategy"]
    assert options == [("shared-weeding", "Weeding together"), ("not-known", "not known")]


@pytest.mark.parametrize(
    ("separate", "size"),
    [(1, "one"), (2, "two-to-four"), (4, "two-to-four"), (5, "five-to-seven"),
     (7, "five-to-seven"), (8, "eight-or-more"), (50, "eight-or-more")],
)  # fmt: skip
def test_projects_are_counted_in_classes(separate: int, size: str) -> None:
    assert how_many(separate) == size


def test_theories_come_by_how_sure_we_are_then_by_whom(garden_site: Site) -> None:
    site = made_up(garden_site)
    order = [person.id for person in site.settings.people]
    groups = by_rung(site)
    assert [rung for rung, _ in groups] == list(reversed(Rung)), "the empty steps too"
    listed = [
        (-rung.step, order.index(theory.about), theory.id)
        for rung, theories in groups
        for theory in theories
    ]
    assert listed == sorted(listed)
    assert {id_ for _, _, id_ in listed} == {theory.id for theory in site.theories}
    assert all(strength(site, t).rung is rung for rung, theories in groups for t in theories)
    assert len({place for _, place, _ in listed}) > 1

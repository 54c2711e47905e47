"""Theories side by side: each linked pair once, what both rest on named as one."""

from __future__ import annotations

from collections import Counter

from tests.support.editions import renderer

from theorybook.addresses import pair_address
from theorybook.comparison import shared, side
from theorybook.model.theory import Theory
from theorybook.pages.compare_pages import compare_pages
from theorybook.site import Site


def test_studies_of_one_project_are_one(garden_site: Site) -> None:
    (own,) = (side(garden_site, t) for t in garden_site.theories if t.id == "T001")
    behind = garden_site.studies_behind(own.theory)
    assert Counter(s.key for p in own.projects for s in p.studies) == Counter(s.key for s in behind)
    assert len(own.projects) == garden_site.separate(behind)
    named = {project.id: project.name for project in own.projects}
    for project in garden_site.settings.projects:
        assert named.get(project.id, project.name) == project.name


def test_what_is_shared_is_behind_every_side(garden_site: Site) -> None:
    sides = [side(garden_site, theory) for theory in garden_site.theories]
    for one in sides:
        for other in sides:
            found = {project.id for project in shared((one, other))}
            assert found == {p.id for p in one.projects} & {p.id for p in other.projects}


def test_each_linked_pair_stands_once_where_its_address_says(garden_site: Site) -> None:
    linked = {
        frozenset((theory.id, link.theory))
        for theory in garden_site.theories
        for link in theory.links
    }
    linked = {
        pair for pair in linked if all(garden_site.theory(id_).retired is None for id_ in pair)
    }
    assert linked
    made = list(compare_pages(garden_site))
    assert len(made) == len(garden_site.all_of(Theory)), "a page each, never one for each pair"
    found = [
        f"{page.address}#{pair.neighbour.theory.id}"
        for page in made
        for pair in page.context["pairs"]
    ]
    assert sorted(found) == sorted(pair_address(*pair) for pair in linked)
    assert pair_address("T002", "T001") == pair_address("T001", "T002")


def test_each_side_can_be_taken_from_the_page_of_its_theory(garden_site: Site) -> None:
    made = renderer(garden_site)
    for page in compare_pages(garden_site):
        id_ = page.context["own"].theory.id
        html = made.page(page).html
        assert html.count(f'data-side="{id_}"') == 7 * max(1, len(page.context["pairs"]))

"""What is not known belongs to topics: a gap to its own, a record to those of its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theorybook.list_filters import gap_filters, gap_values, with_gaps
from theorybook.site import Site
from theorybook.themes import by_theme, themes_of

if TYPE_CHECKING:
    from tests.conftest import Project


def test_a_gap_belongs_to_its_own_topic_and_a_record_to_those_of_its_terms(
    garden_site: Site,
) -> None:
    assert [themes_of(garden_site, gap) for gap in garden_site.gaps] == [("snails",)]
    assert themes_of(garden_site, garden_site.theory("T001")) == ("sharing",)
    assert themes_of(garden_site, garden_site.study("example2031beds")) == ("sharing",)
    assert themes_of(garden_site, garden_site.term("one-context-unknown")) == ()


def test_only_topics_that_something_belongs_to_can_be_chosen(garden_site: Site) -> None:
    ((name, label, options),) = gap_filters(garden_site)
    assert (name, label) == ("theme", "Topic")
    assert [value for value, _ in options] == ["snails", "sharing", "other"]
    owners = [*with_gaps(garden_site)]
    assert {value for owner in owners for value in gap_values(garden_site, owner)["theme"]} == {
        value for value, _ in options
    }


def test_gaps_of_the_field_stand_under_their_topics(garden_site: Site) -> None:
    found = [
        (t.id, [gap.id for gap in gaps]) for t, gaps in by_theme(garden_site, garden_site.gaps)
    ]
    assert found == [("snails", ["G01"])]


def test_a_topic_that_is_not_there_is_told(project: Project) -> None:
    project.edit("data/gaps.yaml", "- id: G01\n  theme: snails", "- id: G01\n  theme: slugs")
    (problem,) = (p for p in project.problems() if p.code != "H02")
    assert problem.code == "R04"
    assert "slugs" in problem.message

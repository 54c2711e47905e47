"""The whole, loaded: lookups between records, drafts hidden, every quotation where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from theorybook.data.folder import read_folder
from theorybook.data.published_list import Published
from theorybook.model.base import Depth
from theorybook.model.study import Direction
from theorybook.model.term import TermKind
from theorybook.model.theory import Status, Theory
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.words.quotation_match import find

if TYPE_CHECKING:
    from tests.conftest import Project


CHOICES = {
    "audience",
    "person", "speaker", "design", "group", "country", "project", "theme", "guide topic", "waiting",
}  # fmt: skip


def test_lookups(garden_site: Site) -> None:
    site = garden_site
    assert site.theory("T002").slug == "weeding-together"
    assert site.term("blisters").kind is TermKind.OUTCOME
    assert site.study("example2031beds").depth is Depth.ABSTRACT
    assert site.quote("Q004").source == "example_2032-weeds"
    assert site.person("neighbor") == "Neighbors | שכנים"
    assert site.speaker("researcher") == 'Ada "the {{ 7 * 7 }}" O\'Example'


def test_what_belongs_together(garden_site: Site) -> None:
    site = garden_site
    assert [t.id for t in site.terms_of(TermKind.OUTCOME)] == ["staying", "leaving", "blisters"]
    assert [q.id for q in site.quotes_of("example2031beds")] == ["Q001", "Q002", "Q003", "Q005"]
    assert [t.id for t in site.theories_with_term("one-context-unknown")] == ["T002"]
    assert [t.id for t in site.theories_with_study("example2031beds")] == ["T001", "T002"]
    assert [t.id for t in site.theories_with_quote("Q003")] == ["T002"]
    assert [(t.id, link.relation.value) for t, link in site.links_to("T002")] == [
        ("T001", "clashes with")
    ]
    assert site.links_to("T001") == ()
    ((study, finding, placement),) = site.findings_with_term("leaving")
    assert (study.key, finding.id) == ("example_2032-weeds", "example_2032-weeds-F1")
    assert placement.points is Direction.FOR
    assert site.study_of("example_2032-weeds-F1") == site.study_of("Q004") == "example_2032-weeds"
    assert site.cited(["Q001", "example2031beds-F1", "example_2032-weeds"]) == {
        "example2031beds": [("quote", "Q001"), ("finding", "example2031beds-F1")],
        "example_2032-weeds": [("study", "example_2032-weeds")],
    }
    for kind, id_ in (("theory", "T001"), ("term", "shared-weeding"), ("study", "example2031beds")):
        record = site.record(RecordId(kind, id_))
        assert [tension.id for tension in site.tensions_with(record)] == ["X01"]
    assert site.tensions_with(site.theory("T002")) == ()
    assert [s.key for s in site.studies_behind(site.theory("T002"))] == [
        "example2031beds",
        "example_2032-weeds",
    ]
    assert site.closest(site.studies_behind(site.theory("T001"))) is Depth.ABSTRACT
    assert site.closest(site.studies_behind(site.theory("T002"))) is Depth.FULL_TEXT


@pytest.mark.parametrize("lookup", ["theory", "term", "study", "quote", "person", "speaker"])
def test_what_is_not_there_is_a_mistake_of_ours(garden_site: Site, lookup: str) -> None:
    with pytest.raises((KeyError, StopIteration)):
        getattr(garden_site, lookup)("nobody")


def test_every_quotation_stands_in_its_source(garden_site: Site) -> None:
    for quote in garden_site.quotes:
        text = garden_site.references[quote.source].title
        if quote.stands != "title":
            text = garden_site.sources[quote.source].text
        assert find(quote.exact, text) is not None


def test_every_record_has_a_place_and_an_address(garden_site: Site) -> None:
    addresses = {n for n in garden_site.addresses if n.kind != "reference"}
    choices = {n for n in garden_site.places if n.kind in CHOICES}
    assert set(garden_site.places) == addresses | choices


def test_places_are_the_lines_of_the_records(project: Project) -> None:
    for name, place in Site.load(project.root).places.items():
        assert project.text_at(place).startswith(name.id)


def test_a_draft_is_nowhere(project: Project) -> None:
    project.edit(
        "data/theories.yaml",
        "slug: weeding-together\n  status: published",
        "slug: weeding-together\n  status: draft",
    )
    project.edit("data/theories.yaml", "    theory: T002", "    theory: T015")
    path = project.root / "data/published.json"
    path.write_text(Published().text, encoding="utf-8")
    site = Site.load(project.root)
    assert [theory.id for theory in site.theories] == ["T001"]
    assert not [name for name in [*site.places, *site.addresses] if "T002" in name.id]
    preview = Site.load(project.root, preview=True)
    assert [theory.id for theory in preview.theories] == ["T001", "T002"]
    assert preview.theory("T002").status is Status.DRAFT


def test_no_theory_is_compared_with_others_to_tell_drafts_apart(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where each is compared with each, a thousand took a fifth of the check."""

    def compared(*_: object) -> bool:
        raise AssertionError("two theories were compared")

    folder = read_folder(project.root / "data")
    assert len(folder.records.theories) > 1
    monkeypatch.setattr(Theory, "__eq__", compared)
    shown = Site.made_of(folder).everything.theories
    assert [theory.id for theory in shown] == [theory.id for theory in folder.records.theories]

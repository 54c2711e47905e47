"""What is retired keeps its page, leaves lists and counts, and is told to the maintainer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.support import editions
from tests.support.made import rendered
from tests.support.retiring import retire

from theorybook.model.term import TermKind
from theorybook.pages.site_pages import pages
from theorybook.problems import Problem
from theorybook.record_id import RecordId
from theorybook.search.documents import piece_documents
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project


NAMES = ["theory/T002", "study/example_2032-weeds", "quote/Q004", "term/leaving",
         "glossary/compost", "tension/X01", "gap/G01", "evidence/T002-E2",
         "finding/example2031beds-F2"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_anything_is_retired_with_one_edit(project: Project, name: str) -> None:
    before = Site.load(project.root)
    site = retire(project, name)
    assert set(site.retirements) == {*before.retirements, RecordId.parse(name)}
    assert site.addresses == before.addresses
    assert site.go == before.go
    assert [page.address for page in pages(site)] == [page.address for page in pages(before)]


def test_nothing_that_can_be_linked_is_lost(project: Project) -> None:
    before = lasting(Site.load(project.root))
    # Terms that have a row in either view of the map are among them.
    for name in (*NAMES, "term/shared-weeding", "term/feeling-trusted"):
        site = retire(project, name)
    assert before - lasting(site) == set()


def lasting(site: Site) -> set[str]:
    """Return every page, and every anchor on it that is there for good."""
    renderer = editions.renderer(site)
    return {
        f"{page.address}#{anchor}"
        for page in pages(site)
        for anchor in ("", *renderer.page(page).lasting)
    }


@pytest.mark.parametrize("name", NAMES)
def test_its_page_says_so_before_its_old_text(project: Project, name: str) -> None:
    old = {"evidence/T002-E2": "Trust grows slowly.", "term/leaving": "Not coming back."}
    site = retire(project, name, "T001")
    page, _, anchor = site.addresses[RecordId.parse(name)].partition("#")
    html = rendered(site, page)
    notice = html.index("It was &lt;b&gt;wrong&lt;/b&gt;.")
    assert "1 February 2032" in html[: notice + 400]
    if anchor:
        assert f'id="{anchor}"' in html
    if name in old:
        assert notice < html.index(old[name], notice)


def test_a_theory_leaves_lists_and_counts(project: Project) -> None:
    site = retire(project, "theory/T002")
    assert [theory.id for theory in site.theories] == ["T001"]
    assert site.theory("T001").links == ()
    assert site.theories_with_study("example_2032-weeds") == ()
    assert site.theory("T002").short == "Weeds and eyes"
    page = next(page for page in pages(site) if page.record == RecordId("theory", "T002"))
    assert not page.in_search
    link = site.theory("T002").slug
    for address in ("theories/", "map/", "map/gaps/"):
        assert f"{link}/" not in rendered(site, address), address


def test_a_theory_leaves_the_home_page(project: Project) -> None:
    before = Site.load(project.root)
    address = before.addresses[RecordId("theory", "T001")]
    assert address in rendered(before, "")
    site = retire(project, "theory/T001")
    assert site.settings.home.first == ()
    assert address not in rendered(site, "")


def test_links_into_the_lists_still_find_the_theory(project: Project) -> None:
    site = retire(project, "theory/T002")
    assert 'id="T002"' in rendered(site, "design/check/")
    assert 'id="T002-talk-1"' in rendered(site, "train/")


def test_a_study_takes_what_rests_on_it_along(project: Project) -> None:
    site = retire(project, "study/example_2032-weeds")
    assert [study.key for study in site.studies] == ["example2031beds"]
    theory = site.theory("T002")
    assert [item.id for item in theory.evidence] == ["T002-E2"]
    assert [item.id for item in site.taken_back(theory)] == ["T002-E1"]
    assert site.findings_with_term("leaving") == ()
    html = rendered(site, "theories/weeding-together/")
    assert 'id="T002-E1"' in html
    assert 'id="Q004"' in html


def test_a_finding_and_a_quotation_take_their_evidence_along(project: Project) -> None:
    retire(project, "finding/example2031beds-F2")
    site = retire(project, "quote/Q003")
    assert [item.id for item in site.theory("T001").evidence] == ["T001-E1"]
    assert "T001-E2" in [item.id for item in site.taken_back(site.theory("T001"))]
    assert [item.id for item in site.theory("T002").evidence] == ["T002-E1"]
    study = site.study("example2031beds")
    gone = [finding.id for finding in site.withdrawn(study)]
    assert gone == ["example2031beds-F2", "example2031beds-F12"]
    assert "Q003" not in [quote.id for quote in site.quotes]


def test_a_term_leaves_its_list_and_the_map(project: Project) -> None:
    site = retire(project, "term/leaving")
    assert "leaving" not in [term.id for term in site.terms_of(TermKind.OUTCOME)]
    assert "outcomes/leaving/" not in rendered(site, "outcomes/")
    assert "leaving" not in rendered(site, "map/")


@pytest.mark.parametrize("name", ["quote/Q001", "glossary/compost", "tension/X01", "gap/G01"])
def test_a_part_of_a_list_leaves_search(project: Project, name: str) -> None:
    def found(site: Site) -> list[str]:
        return [each.address for each in piece_documents(site) if not each.is_found_by_id]

    address = Site.load(project.root).addresses[RecordId.parse(name)]
    assert address in found(Site.load(project.root))
    assert address not in found(retire(project, name))


def named(site: Site) -> list[Problem]:
    """Return the notes on what names a retired record."""
    return [note for note in site.notes if note.code == "N01"]


def test_what_names_it_is_told(project: Project) -> None:
    before = Site.load(project.root).notes
    site = retire(project, "theory/T002", "T001")
    notes = [note for note in named(site) if note not in before]
    assert [project.text_at(note.place) for note in notes] == ["T002"]
    assert "was retired on 2032-02-01" in notes[0].message
    assert "name T001 in its place" in notes[0].fix


@pytest.mark.parametrize(
    ("instead", "fix"),
    [("T015", "name T001 in its place, or take it out"), ("shared-tools", "take it out, or leave")],
)
def test_what_is_named_in_its_place_holds_and_is_of_its_kind(
    project: Project, instead: str, fix: str
) -> None:
    before = Site.load(project.root).notes
    (note,) = [n for n in named(retire(project, "theory/T002", instead)) if n not in before]
    assert note.fix.startswith(fix)


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("theory/T002", "../theories/weeding-together/index.md#words"),
        ("quote/Q001", "../quotes/index.md#Q001"),
        ("study/example2031beds", "../studies/example2031beds/index.md"),
    ],
)
def test_a_page_that_links_to_it_is_told(project: Project, name: str, link: str) -> None:
    page = project.root / "docs/about/more.md"
    page.write_text(f"# More\n\nSee [this]({link}) and [that](index.md).\n", encoding="utf-8")
    assert [n for n in Site.load(project.root).notes if n.place.file == "docs/about/more.md"] == []
    notes = [n for n in retire(project, name).notes if n.place.file == "docs/about/more.md"]
    assert [(n.place.line, project.text_at(n.place)[:7]) for n in notes] == [(3, link[3:10])]


def test_what_a_retired_record_names_is_not_told(project: Project) -> None:
    retire(project, "theory/T002")
    before = len(named(Site.load(project.root)))
    site = retire(project, "evidence/T002-E2")
    assert len(named(site)) == before


def test_nothing_retired_nothing_told(garden_site: Site) -> None:
    assert replace(garden_site, everything=garden_site).retirements == {}
    told = {note.message.split("`")[1] for note in named(garden_site)}
    assert told <= {name.id for name in garden_site.retirements}

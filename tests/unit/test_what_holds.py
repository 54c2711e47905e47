"""The garden's own retired records: none counts, none is lost, and each is told where it is named.

The garden has one retired record of every kind, and something in force that names each of them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.support.made import every_record, rendered, retired_records

from theorybook.changes.versions import check_address, rows
from theorybook.data.folder import read_folder
from theorybook.model.versioned import Retirement
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.redirects import redirects
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

KINDS = {
    *("theory", "study", "quote", "term", "glossary", "tension", "gap"),
    *("activity", "pack", "drill"),
}
PARTS = {"evidence", "finding", "question"}


def test_there_is_a_retired_record_of_every_kind(garden_site: Site) -> None:
    kinds = {name.kind for name in garden_site.retirements}
    assert kinds == KINDS | PARTS
    assert {name.kind for name in retired_records(garden_site)} == KINDS


def test_no_list_holds_what_is_retired(garden_site: Site) -> None:
    lists = (garden_site.theories, garden_site.studies, garden_site.quotes, garden_site.terms,
             garden_site.glossary, garden_site.tensions, garden_site.gaps)  # fmt: skip
    assert all(lists)
    assert [record for records in lists for record in records if record.retired] == []
    assert [f.id for s in garden_site.studies for f in s.findings if f.retired] == []
    assert [e.id for t in garden_site.theories for e in t.evidence if e.retired] == []


def test_what_the_home_page_names_first_and_is_retired_is_not_shown(garden_site: Site) -> None:
    home = rendered(garden_site, "")
    assert garden_site.settings.home.first == ("T001",)
    assert garden_site.addresses[RecordId("theory", "T001")] in home
    assert garden_site.addresses[RecordId("theory", "T015")] not in home


@pytest.mark.parametrize(
    ("item", "fell_with"),
    [
        ("T001-E3", "study/example2033hedge"),
        ("T001-E4", "quote/Q016"),
        ("T001-E5", "finding/example2031beds-F12"),
        ("T001-E6", "evidence/T001-E6"),
    ],
)
def test_evidence_falls_with_what_it_rests_on(garden_site: Site, item: str, fell_with: str) -> None:
    theory = garden_site.theory("T001")
    assert item not in [evidence.id for evidence in theory.evidence]
    assert item in [evidence.id for evidence in garden_site.taken_back(theory)]
    assert RecordId.parse(fell_with) in garden_site.retirements
    assert f'id="{item}"' in rendered(
        garden_site, garden_site.addresses[RecordId("theory", "T001")]
    )


def test_what_rests_on_sound_ground_stays(garden_site: Site) -> None:
    assert [item.id for item in garden_site.theory("T001").evidence] == ["T001-E1", "T001-E2"]
    assert [item.id for item in garden_site.theory("T002").evidence] == ["T002-E1", "T002-E2"]
    assert garden_site.taken_back(garden_site.theory("T002")) == ()


def test_nothing_in_force_leads_on_to_a_retired_theory_or_term(garden_site: Site) -> None:
    assert [link.theory for link in garden_site.theory("T001").links] == ["T002"]
    (tension,) = garden_site.tensions
    assert (tension.theories, tension.terms) == (("T001",), ("shared-weeding",))
    everything = garden_site.everything
    assert [link.theory for link in everything.theory("T001").links] == ["T002", "T015"]
    assert everything.tensions[0].terms == ("shared-weeding", "digging-alone")


def test_a_retirement_is_the_date_of_the_last_change(garden_site: Site) -> None:
    records = every_record(garden_site)
    for name, record in records.items():
        dates = [change.date for change in record.history]
        dates += [record.retired.on] if record.retired else []
        assert garden_site.dated(name) == max(dates), name
    assert (
        garden_site.dated(RecordId("theory", "T015"))
        == date(2032, 2, 10)
        > records[RecordId("theory", "T015")].dated
    )
    assert garden_site.dated(RecordId("theory", "T001")) == date(2032, 1, 3)
    assert garden_site.dated() == date(2032, 2, 10) > max(r.dated for r in records.values())
    assert check_address(garden_site) == "check/?since=2032-02-10"


def test_a_change_after_the_retirement_is_the_later_date(project: Project) -> None:
    line = "what: The hedge got a second side., corrected: yes}\n"
    later = "  - {version: 3, date: 2032-03-05, what: A comma.}\n"
    project.edit("data/theories.yaml", line, line + later)
    assert Site.load(project.root).dated(RecordId("theory", "T015")) == date(2032, 3, 5)


def test_all_that_is_retired_keeps_its_page_its_row_and_its_permanent_address(
    garden_site: Site,
) -> None:
    built = {page.address for page in pages(garden_site)}
    listed = {row.id for of_kind in rows(garden_site)["check/"].values() for row in of_kind}
    leads_to = {forward.address: forward.target for forward in redirects(garden_site)}
    for name in garden_site.retirements:
        address = garden_site.addresses[name]
        assert address.partition("#")[0] in built
        assert leads_to[garden_site.go[name]] == address
    assert retired_records(garden_site).keys() <= listed == every_record(garden_site).keys()


def test_the_row_of_what_is_retired_says_so_and_no_other_does(garden_site: Site) -> None:
    check = rendered(garden_site, "check/")
    assert check.count("data-retired=") == len(retired_records(garden_site))
    for name, record in retired_records(garden_site).items():
        row = check[check.index(f'<li id="{name.id}"') :].partition("</li>\n    </li>")[0]
        assert record.retired
        assert f'data-retired="{record.retired.on}"' in row.partition(">")[0]


def test_a_page_that_moved_leads_on_and_its_anchors_are_no_addresses(garden_site: Site) -> None:
    old = "theories/digging/"
    moved = [f"{old}#T015-E1", f"{old}#T015-E2"]
    was = [at for ats in garden_site.published.records.values() for at in ats if at.startswith(old)]
    assert sorted(was) == [old, *moved]
    found = {forward.address: forward for forward in redirects(garden_site)}
    assert [address for address in found if "#" in address] == []
    assert found[old].target == garden_site.addresses[RecordId("theory", "T015")]
    assert found[old].anchors == ("T015-E1", "words")


def test_what_did_not_move_has_no_forward_of_its_own(garden_site: Site) -> None:
    found = [forward.address for forward in redirects(garden_site)]
    assert len(found) == len(set(found))
    assert {a for a in found if not a.startswith("go/")} == {"theories/digging/"}


TOLD = [
    ("activities", "T015"), ("drills", "T015"), ("packs", "D04"),
    ("site", "T015"),
    ("studies", "digging-alone"),
    ("situations", "T015"), ("situations", "T015"), ("situations", "T015"), ("situations", "G03"),
    ("tensions", "T015"), ("tensions", "digging-alone"),
    ("theories", "example2033hedge"), ("theories", "Q016"), ("theories", "example2031beds-F12"),
    ("theories", "T015"), ("theories", "example2033hedge"), ("theories", "Q016"),
    ("theories", "example2031beds-F12"),
    ("how-we-judge", "T015"), ("how-we-judge", "X03"),
]  # fmt: skip


def test_what_is_in_force_and_names_it_is_told_and_nothing_else(garden_site: Site) -> None:
    """A retired record may name what is retired, with no word about it."""
    told = [
        (note.place.file.rpartition("/")[2].partition(".")[0], note.message.split("`")[1])
        for note in garden_site.notes
        if note.code == "N01"
    ]
    assert sorted(told) == sorted(TOLD)


def test_the_retired_records_of_the_garden_name_what_is_retired(project: Project) -> None:
    """What the test above relies on: there would be something to tell, were it not left out."""
    folder = read_folder(project.root / "data")
    own = next(w.place.line for w in folder.raw_ids if w.names.id == "T015")
    gone = {name.id for name in Site.load(project.root).retirements}
    inside = [
        r.names.id
        for r in folder.raw_references
        if r.file.name == "theories" and r.place.line > own and r.names.id in gone
    ]
    assert {"example2033hedge", "digging-alone"} <= set(inside)


def test_a_note_names_what_to_use_or_says_that_nothing_is(garden_site: Site) -> None:
    notes = [note for note in garden_site.notes if note.code == "N01"]
    fixes = {note.message.split("`")[1]: note.fix for note in notes}
    assert fixes["T015"] == "name T001, shared-tools in its place, or take it out"
    assert "name" not in fixes.get("Q017", "")
    without = [str(n) for n, retired in garden_site.retirements.items() if not retired.instead]
    assert sorted(without) == ["evidence/T001-E6", "question/T001-Q2", "quote/Q017"]


def test_a_note_of_what_has_nothing_in_its_place(project: Project) -> None:
    project.edit("data/theories.yaml", "quote: Q003", "finding: example2031beds-F12")
    project.edit("data/studies.yaml", "      instead: [example2031beds-F1]\n", "")
    fixes = [n.fix for n in Site.load(project.root).notes if "example2031beds-F12" in n.message]
    assert len(fixes) == 3
    assert set(fixes) == {"take it out, or leave it: readers are told"}


def test_a_quotation_or_study_that_a_sentence_cites_is_told(project: Project) -> None:
    project.edit(
        "data/theories.yaml", "    text: People who dig.\n    voice: our reading\n    cites: [",
        "    text: People who dig.\n    voice: our reading\n    cites: [Q017, example2033hedge, ",
    )  # fmt: skip
    before = {str(note) for note in Site.load(project.root).notes}
    named = [note for note in before if "`Q017`" in note or "`example2033hedge`" in note]
    assert len(named) == 2 + sum(id_ == "example2033hedge" for _, id_ in TOLD)


def test_why_and_when_are_those_of_the_record(garden_site: Site) -> None:
    for name, record in retired_records(garden_site).items():
        assert garden_site.retirements[name] is record.retired
        assert isinstance(record.retired, Retirement)

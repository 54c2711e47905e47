"""Own packs by link, and what has changed of what trainers use."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.support.made import rendered
from tests.support.retiring import retire

from theorybook import long_lists
from theorybook.addresses import HANDED_OUT
from theorybook.changes.in_use import parts_of, rests_on, rows_in_use, since_address
from theorybook.own_packs import build_address, own_items
from theorybook.record_id import RecordId
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

BUILD, SINCE = "train/build/", "train/since/"
MORNING = "train/packs/a-morning-with-spades/"


def row(page: str, id_: str) -> str:
    """Return the row of a record on a page."""
    found = re.search(rf'<li[^>]*data-kept="{id_}".*?</li>\n', page, re.DOTALL)
    assert found
    return found[0]


def test_a_pack_is_written_as_its_link_has_it(garden_site: Site) -> None:
    (pack,) = garden_site.packs
    assert own_items(garden_site.everything, pack) == "w5,J01.1,p10,J02.2,J01.1"
    address = urlsplit(build_address(garden_site.everything, pack))
    assert address.path == BUILD
    assert parse_qs(address.query) == {
        "i": ["w5,J01.1,p10,J02.2,J01.1"], "at": ["9:45"], "t": [pack.title]
    }  # fmt: skip
    late = garden_site.everything.packs[1]
    assert own_items(garden_site.everything, late) == "w5,c5"


def test_a_pack_stands_for_its_parts_the_retired_ones_too(garden_site: Site) -> None:
    pack = garden_site.everything.packs[0]
    assert [part.id for part in parts_of(pack)] == ["J01", "J02", "D01", "D04"]
    assert [*parts_of(garden_site.theories[0])] == []
    activity = garden_site.everything.activities[0]
    assert [each.id for each in rests_on(activity)] == ["T001", "T015"]
    assert [*rests_on(pack)] == []


def test_the_day_of_a_pack_is_that_of_the_last_change_in_it(
    garden_site: Site, project: Project
) -> None:
    (pack,) = garden_site.packs
    assert since_address(garden_site, pack) == f"{SINCE}?since=2032-02-10&use=K01"  # T015, retired
    lamp = garden_site.record(RecordId("activity", "J02"))
    assert lamp.dated < date(2032, 2, 11)
    project.edit(
        "data/activities.yaml",
        "what: The lamp is new.}\n",
        "what: The lamp is new.}\n  - {version: 3, date: 2032-02-11, what: It went out.}\n",
    )
    later = Site.load(project.root)
    assert since_address(later, later.packs[0]) == f"{SINCE}?since=2032-02-11&use=K01"


def test_the_page_of_a_pack_and_its_codes_lead_there(garden_site: Site) -> None:
    page = unescape(rendered(garden_site, MORNING))
    (pack,) = garden_site.packs
    assert f'href="../../build/{build_address(garden_site.everything, pack)[len(BUILD) :]}"' in page
    since = since_address(garden_site, pack)
    assert f'href="../../since/{since[len(SINCE) :]}"' in page
    assert page.index(">Sheet of codes<") < page.index(f"{since}</small>")
    assert "Change this pack" not in rendered(garden_site, "train/packs/an-evening-in-the-rain/")


@pytest.mark.parametrize("address", [BUILD, SINCE])
def test_every_record_that_trainers_use_has_a_row_with_its_versions(
    garden_site: Site, address: str
) -> None:
    page = rendered(garden_site, address)
    listed = rows_in_use(garden_site)
    assert [*listed] == ["pack", "activity", "drill", "theory"]
    for kind, rows in listed.items():
        records = [id_ for id_ in garden_site.everything.by_id if id_.kind == kind]
        assert [each.id for each in rows] == records
        for each in rows:
            said = row(page, each.anchor)
            assert f'data-newest="{each.record.version}"' in said
            if each.record.retired:
                assert f'data-retired="{each.record.retired.on}"' in said
            if address == SINCE or kind != "pack":
                assert said.count("data-version=") == len(each.record.history)


def test_a_row_says_what_its_record_is_made_of(garden_site: Site) -> None:
    page = rendered(garden_site, SINCE)
    assert 'data-parts="J01 J02 D01 D04"' in row(page, "K01")
    assert 'data-rests="T001 T015"' in row(page, "J01")
    page = rendered(garden_site, BUILD)
    assert 'data-items="w5,J01.1,p10,J02.2,J01.1" data-begins="9:45"' in row(page, "K01")
    assert 'data-takes="25" data-weight="heavy"' in row(page, "J02")
    assert 'data-instead="J01"' in row(page, "J03")
    assert "<span data-bring>a lamp</span>" in row(page, "J02")
    assert 'href="../handouts/T001-a4.pdf"' in row(page, "T001")
    for id_, kind in (("T001", "theory"), ("J01", "activity"), ("D01", "drill")):
        assert ("data-handout" in row(page, id_)) == (kind in HANDED_OUT)


def test_too_many_theories_are_on_the_pages_of_versions(
    garden_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "VERSION_LINES", 20)
    assert not rows_in_use(garden_site)["theory"]
    for address in (BUILD, SINCE):
        page = rendered(garden_site, address)
        assert 'data-kept="T001"' not in page
        assert 'data-kept="J01"' in page
        assert "data-volume" in page


def test_without_packs_activities_and_drills_both_pages_still_stand(project: Project) -> None:
    for name in ("packs", "activities", "drills"):
        (project.root / f"data/{name}.yaml").write_text(f"{name}: []\n", encoding="utf-8")
    published = '{"records": {}, "addresses": [], "versions": {}}'
    (project.root / "data/published.json").write_text(published, encoding="utf-8")
    site = Site.load(project.root)
    for address in (BUILD, SINCE):
        page = rendered(site, address)
        assert "data-own" in page or "data-since" in page
        assert 'data-kept="T001"' in page


def test_a_retired_pack_has_a_day_too(project: Project) -> None:
    site = retire(project, "pack/K01")
    pack = site.everything.packs[0]
    assert since_address(site, pack).startswith(f"{SINCE}?since=2032-02-")

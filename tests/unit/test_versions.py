"""Every record has a row with its versions, and a print-out leads to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest
from tests.support import editions
from tests.support.made import rendered
from tests.support.projects import GARDEN
from tests.support.qr import drawn, read

from theorybook.changes.versions import check_address, rows
from theorybook.page import Page
from theorybook.pages.site_pages import pages
from theorybook.pictures.qr_code import qr_code
from theorybook.record_id import RecordId
from theorybook.render import Renderer
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

SITE_URL = "https://garden.example/sub/"
TWIN = """glossary:
- id: staying
  name: Staying
  definition: Not going away.
  cites: [example2031beds]
  history:
  - {version: 1, date: 2032-01-01, what: First version.}
"""


def renderer(site: Site) -> Renderer:
    return editions.renderer(site, SITE_URL, "Gardens")


def with_twin(project: Project) -> Site:
    """Return the garden with a word of the glossary that has the id of a term."""
    project.edit("data/glossary.yaml", "glossary:\n", TWIN)
    return Site.load(project.root)


def test_every_record_has_one_row_under_its_kind(garden_site: Site) -> None:
    found = rows(garden_site)["check/"]
    listed = [row for of_kind in found.values() for row in of_kind]
    assert [row.id for row in listed] == list(garden_site.everything.by_id)
    assert all(garden_site.everything.by_id[row.id] is row.record for row in listed)
    assert all(row.id.kind == kind for kind, all_ in found.items() for row in all_)
    assert all(row.anchor == row.id.id for row in listed)


def test_of_two_with_one_id_the_second_has_its_kind_before_it(project: Project) -> None:
    site = with_twin(project)
    found = {row.id: row.anchor for of_kind in rows(site)["check/"].values() for row in of_kind}
    assert found[RecordId("term", "staying")] == "staying"
    assert found[RecordId("glossary", "staying")] == "glossary-staying"
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("theory/T001", "id=T001&version=2#T001"),
        ("term/leaving", "id=leaving&version=1#leaving"),
        ("study/example_2032-weeds", "id=example_2032-weeds&version=1#example_2032-weeds"),
        ("", "since=2032-02-10"),
    ],
)
def test_a_print_out_asks_by_what_it_was_made_of(garden_site: Site, name: str, asked: str) -> None:
    id_ = RecordId.parse(name) if name else None
    assert check_address(garden_site, id_) == f"check/?{asked}"


def test_a_list_asks_from_the_day_of_what_was_newest(project: Project) -> None:
    retired = "  retired: {on: 2032-03-01, why: It was wrong.}\n"
    project.edit("data/terms.yaml", "- id: leaving\n", f"- id: leaving\n{retired}")
    assert check_address(Site.load(project.root)) == "check/?since=2032-03-01"


@pytest.mark.parametrize("text", ["x", f"{SITE_URL}check/?id=T001&version=2#T001", "ü/&?<" * 60])
def test_a_qr_code_says_its_text(text: str) -> None:
    assert read(drawn(qr_code(text))) == [text]


def test_a_qr_code_is_black_on_white_with_room_around_it() -> None:
    image = drawn(qr_code("x"))
    side, room = image.width, 4 * 4
    assert image.crop((room, room, side - room, side - room)).getpixel((0, 0)) == 0
    edges = [(0, 0, side, room), (0, 0, room, side), (0, side - room, side, side)]
    assert [image.crop(edge).getextrema() for edge in edges] == [(255, 255)] * 3


def test_every_page_ends_with_where_to_ask(garden_site: Site) -> None:
    made = renderer(garden_site)
    for page in pages(garden_site):
        html = made.printed(page)
        asked = f"{SITE_URL}{check_address(garden_site, page.record)}"
        assert read(drawn(html)) == [asked], page.address
        assert f">{asked.replace('&', '&amp;')}</a>" in html
        assert f"Printed from {SITE_URL}{page.address}. " in html
    assert "Version 2 of 3 January 2032." in made.printed(
        Page("x/", "", "", "", record=RecordId("theory", "T001"))
    )
    assert "The newest change here is of 10 February 2032." in made.printed(Page("x/", "", "", ""))


def test_the_page_lists_every_version_newest_first(project: Project) -> None:
    site = with_twin(project)
    html = renderer(site).page(next(page for page in pages(site) if page.address == "check/")).html
    parts = re.split(r'<li id="([^"]+)" data-kept', html)[1:]
    listed = dict(zip(parts[::2], parts[1::2], strict=True))
    assert len(listed) == len(site.everything.by_id)
    for of_kind in rows(site)["check/"].values():
        for row in of_kind:
            said = listed[row.anchor].partition("</section>")[0]
            assert f'data-newest="{row.record.version}"' in said
            assert f'href="../{site.addresses[row.id]}"' in said
            change = r'data-version="(\d+)">Version \1 of <time datetime="([^"]+)"'
            versions = re.findall(change, said)
            history = reversed(row.record.history)
            assert versions == [(str(c.version), str(c.date)) for c in history]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;." in listed["T001"]


def test_what_is_retired_says_what_to_use_and_corrections_say_so(project: Project) -> None:
    retired = "  retired: {on: 2032-03-01, why: It was <b>wrong</b>., instead: [T001]}\n"
    project.edit("data/theories.yaml", "- id: T002\n", f"- id: T002\n{retired}")
    version = "  - version: 2\n    date: 2032-01-03\n"
    project.edit("data/theories.yaml", version, f"{version}    corrected: yes\n")
    site, put_right = Site.load(project.root), "A mistake of ours put right."
    before, html = rendered(Site.load(GARDEN), "check/"), rendered(site, "check/")
    row = html[html.index('<li id="T002"') : html.index('<li id="example2031beds"')]
    assert 'data-retired="2032-03-01"' in row
    assert "Retired on 1 March 2032.</strong> It was &lt;b&gt;wrong&lt;/b&gt;." in row
    assert f'Use instead: <a href="../{site.addresses[RecordId("theory", "T001")]}">T001: ' in row
    assert html.count(put_right) == before.count(put_right) + 1


def test_the_address_can_be_taken_apart_again(garden_site: Site) -> None:
    for name, record in garden_site.everything.by_id.items():
        parts = urlsplit(check_address(garden_site, name))
        assert dict(parse_qsl(parts.query, strict_parsing=True)) == {
            "id": parts.fragment,
            "version": str(record.version),
        }

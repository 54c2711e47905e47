"""The theories around a theory: each once, both ways, and laid out so that all can be read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.support.editions import renderer

from theorybook.model.theory import Theory
from theorybook.pages.site_pages import pages
from theorybook.pictures.neighbours import Box, Neighbour, Picture, neighbours, picture
from theorybook.record_id import RecordId
from theorybook.site import Site

if TYPE_CHECKING:
    from tests.conftest import Project

LINK = """  links:
  - relation: clashes with
    theory: T002
    why:
      text: Shared tools invite shared weeding, and that can go wrong.
      voice: our reading
      cites: [example2031beds, example_2032-weeds]
"""
# What another link is put before, in the record of T002.
LAST = "  history:\n  - version: 1\n    date: 2032-01-04\n"
BACK = {
    "needs": "is needed by",
    "feeds": "is fed by",
    "clashes with": "clashes with",
    "shares ground with": "shares ground with",
}


def around(site: Site, id_: str) -> list[tuple[str, str]]:
    """Return the neighbours of a theory, each with its relation in words."""
    return [(n.theory.id, n.relation) for n in neighbours(site, site.theory(id_))]


def add_link(project: Project, relation: str) -> Site:
    """Link T002 back to T001, and load the site."""
    back = LINK.replace("clashes with", relation).replace("T002", "T001")
    back = back.replace("Shared tools invite", "Weeds invite")
    project.edit("data/theories.yaml", LAST, back + LAST)
    return Site.load(project.root)


def test_a_link_is_met_from_both_ends(garden_site: Site) -> None:
    assert around(garden_site, "T001") == [("T002", "clashes with")]
    assert around(garden_site, "T002") == [("T001", "clashes with")]
    (own,) = neighbours(garden_site, garden_site.theory("T001"))[0].reasons
    (theirs,) = neighbours(garden_site, garden_site.theory("T002"))[0].reasons
    assert (own.theirs, theirs.theirs) == (False, True)
    assert own.why is theirs.why is garden_site.theory("T001").links[0].why


@pytest.mark.parametrize(("relation", "back"), BACK.items())
def test_each_relation_reads_from_the_other_end(project: Project, relation: str, back: str) -> None:
    project.edit("data/theories.yaml", "relation: clashes with", f"relation: {relation}")
    site = Site.load(project.root)
    assert around(site, "T001") == [("T002", relation)]
    assert around(site, "T002") == [("T001", back)]


def test_two_links_between_two_theories_make_one_neighbour(project: Project) -> None:
    site = add_link(project, "needs")
    assert around(site, "T001") == [("T002", "clashes with, and is needed by")]
    assert around(site, "T002") == [("T001", "needs, and clashes with")]
    (neighbour,) = neighbours(site, site.theory("T001"))
    assert [reason.why.text.split()[0] for reason in neighbour.reasons] == ["Shared", "Weeds"]


def test_a_relation_that_both_name_is_said_once_with_both_reasons(project: Project) -> None:
    site = add_link(project, "clashes with")
    (neighbour,) = neighbours(site, site.theory("T002"))
    assert neighbour.relation == "clashes with"
    assert [reason.theirs for reason in neighbour.reasons] == [False, True]


def test_a_theory_that_nothing_links_says_so(project: Project) -> None:
    project.edit("data/theories.yaml", LINK, "  links:\n")
    site = Site.load(project.root)
    assert around(site, "T001") == around(site, "T002") == []
    made = renderer(site)
    own = {site.addresses[RecordId("theory", theory.id)] for theory in site.theories}
    alone = [made.page(page).html for page in pages(site) if page.address in own]
    assert len(alone) == 2
    for html in alone:
        assert "here that bears on this one." in html
        assert 'class="linked"' not in html


LONG = "A name that goes on for a good while, and then for a while longer than that"
UNBROKEN = "Supercalifragilistic" * 4


@pytest.fixture(params=["Short", LONG, UNBROKEN])
def drawn(garden_site: Site, request: pytest.FixtureRequest) -> Picture:
    """Return the picture of a theory with eleven neighbours, all of one name."""
    theory = garden_site.theory("T001").model_copy(update={"short": request.param})
    reason = neighbours(garden_site, theory)[0].reasons[0]
    return picture(theory, [Neighbour(theory, (reason,)) for _ in range(11)])


def test_every_neighbour_has_a_row(drawn: Picture) -> None:
    assert [row.relation for row in drawn.rows] == ["clashes with"] * 11
    assert {row.box.id for row in drawn.rows} == {"T001"}


def test_nothing_lies_on_anything_else(drawn: Picture) -> None:
    edges = [bottom(drawn.top)]
    for row in drawn.rows:
        edges += [row.words[0][1] - 16, row.words[-1][1], row.box.y, bottom(row.box)]
    assert [(a, b) for a, b in pairwise(edges) if a >= b] == []
    assert edges[-1] == drawn.height


def test_words_stay_in_their_box(drawn: Picture) -> None:
    for box in (drawn.top, *(row.box for row in drawn.rows)):
        assert 0 <= box.x < box.x + box.width <= drawn.width
        for x, y, words in box.lines:
            assert box.y + 16 <= y <= bottom(box) - 4
            assert box.x < x
            assert x + 8 * len(words) <= box.x + box.width


def test_a_name_is_whole(drawn: Picture) -> None:
    names = {"".join(words for _, _, words in row.box.lines) for row in drawn.rows}
    assert {name.replace(" ", "") for name in names} <= {
        name.replace(" ", "") for name in ("Short", LONG, UNBROKEN)
    }


def test_a_box_is_high_enough_for_a_finger_on_a_phone(drawn: Picture) -> None:
    pixels = 292 / (drawn.width + 6)  # of a phone 320 wide, for each unit of the drawing
    assert min(row.box.height for row in drawn.rows) * pixels >= 44
    assert 16 * pixels >= 14


def test_the_spine_meets_every_branch(drawn: Picture) -> None:
    x, start, _, end = drawn.spine
    assert start == bottom(drawn.top)
    for row in drawn.rows:
        assert row.branch[0] == x
        assert row.branch[2] == row.box.x
        assert start < row.branch[1] <= end
        assert row.box.y < row.branch[1] < bottom(row.box)
    assert end == drawn.rows[-1].branch[1]


def bottom(box: Box) -> int:
    """Return where a box ends."""
    return box.y + box.height


def test_the_theory_itself_is_on_top(garden_site: Site) -> None:
    theory: Theory = garden_site.theory("T002")
    drawn = picture(theory, neighbours(garden_site, theory))
    assert drawn.top.id == "T002"
    assert " ".join(words for _, _, words in drawn.top.lines) == theory.short

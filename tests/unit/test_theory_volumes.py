"""Lists of what all theories ask are in volumes, and no theory moves from one to another."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.support.editions import renderer

from theorybook.addresses import (
    CHECK_PROGRAM,
    QUESTIONS,
    WORKBOOK,
    talk_address,
    volume_address,
)
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.pages.list_pages import list_pages
from theorybook.record_id import RecordId
from theorybook.records import Records
from theorybook.site import Site


@pytest.fixture
def long_site(garden_site: Site) -> Site:
    """Return the garden with a theory that has a high number."""
    first, *others = garden_site.theories
    talk = tuple(q.model_copy(update={"id": q.id.replace(first.id, "T120")}) for q in first.talk)
    late = first.model_copy(update={"id": "T120", "slug": "late", "talk": talk})
    theories = (first, *others, late)

    def with_theories(records: Records) -> dict[type, tuple[object, ...]]:
        return {**records.collections, Theory: theories}

    everything = Records(with_theories(garden_site.everything))  # type: ignore[arg-type]
    return replace(garden_site, collections=with_theories(garden_site), everything=everything)  # type: ignore[arg-type]


def shown(site: Site, list_: str) -> dict[str, Page]:
    pages = [*list_pages(site)]
    template = next(page.template for page in pages if page.address == list_)
    return {page.address: page for page in pages if page.template == template}


@pytest.mark.parametrize(
    ("id_", "address"),
    [("T001", "x/"), ("T050", "x/"), ("T051", "x/2/"), ("T1000", "x/20/")],
)
def test_a_theory_is_where_its_number_says(id_: str, address: str) -> None:
    assert volume_address("x/", id_) == address


def test_a_short_list_is_one_page_that_names_no_volumes(garden_site: Site) -> None:
    for list_ in (CHECK_PROGRAM, QUESTIONS, WORKBOOK):
        assert [*shown(garden_site, list_)] == [list_]
        assert (
            "Parts of this list"
            not in renderer(garden_site).page(shown(garden_site, list_)[list_]).html
        )


@pytest.mark.parametrize(("list_", "part"), [(CHECK_PROGRAM, "check"), (QUESTIONS, "talk")])
def test_each_theory_is_in_one_volume_and_volumes_lead_to_each_other(
    long_site: Site, list_: str, part: str
) -> None:
    pages = shown(long_site, list_)
    assert [*pages] == [list_, f"{list_}3/"]
    made = {address: renderer(long_site).page(page) for address, page in pages.items()}
    for theory in long_site.theories:
        there = [address for address, page in made.items() if theory.id in page.anchors]
        assert there == [volume_address(list_, theory.id)]
        assert f"{theory.id}-{part}-1" in made[there[0]].lasting
    assert 'href="3/"' in made[list_].html
    assert 'href="../"' in made[f"{list_}3/"].html
    assert pages[f"{list_}3/"].title.endswith("T120 to T120")
    assert [re.findall('aria-current="page"', page.html) for page in made.values()] == [
        ['aria-current="page"']
    ] * 2


def test_a_question_is_linked_where_it_is(long_site: Site) -> None:
    late = long_site.theories[-1]
    assert talk_address(late, late.talk[0]) == "train/questions/3/#T120-Q1"
    html = renderer(long_site).page(shown(long_site, QUESTIONS)["train/questions/3/"]).html
    assert f'href="../../../{long_site.go[RecordId("question", "T120-Q1")]}"' in html


def test_of_a_long_workbook_the_first_part_alone_has_all_six_steps(long_site: Site) -> None:
    pages = shown(long_site, WORKBOOK)
    assert [*pages] == [WORKBOOK, f"{WORKBOOK}3/"]
    first, third = (renderer(long_site).page(page) for page in pages.values())
    assert [step for step in ("one", "two", "three", "four", "five", "six")
            if step in first.anchors] == ["one", "two", "three", "four", "five", "six"]  # fmt: skip
    assert [step for step in ("one", "two", "three", "four", "five", "six")
            if step in third.anchors] == ["three"]  # fmt: skip
    for theory in long_site.theories:
        there = [page for page in (first, third) if f"w:{theory.id}" in page.anchors]
        assert there == [third if theory.id == "T120" else first]
    assert '<a href="../">All other steps</a>' in third.html
    assert 'href="3/"' in first.html

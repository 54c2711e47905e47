"""Lists that grow: what is too much for a page stands on others, and nothing published moves."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.editions import edition, renderer
from tests.support.projects import GARDEN

from theorybook import long_lists
from theorybook.addresses import (
    CHECK,
    GAPS,
    HANDOUTS,
    LMS,
    NEWS,
    REFERENCES,
    STUDIES,
    THEORIES,
    relative,
)
from theorybook.changes.news import days
from theorybook.changes.versions import check_address, rows
from theorybook.evidence_map.browser_data import browser_data
from theorybook.evidence_map.views import VIEWS, whole_map
from theorybook.exports.tables.maps import map_rows
from theorybook.list_filters import by_rung, newest_first
from theorybook.long_lists import dealt_out, parted
from theorybook.model.term import TermKind
from theorybook.page_html import read_html
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.site import Site

LIST = "list/"
HREF = re.compile(r'href="([^"#]*)#([^"]+)"')


@pytest.fixture(params=[0, 1])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let no page hold more than a row, or more than none where that can be."""
    most: int = request.param
    for name in ("GAPS_IN_FULL", "NEWS_TOGETHER", "MAP_LINES", "REFERENCES_TOLD"):
        monkeypatch.setattr(long_lists, name, most)
    monkeypatch.setattr(long_lists, "VERSION_LINES", most + 5)
    return most


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no page hold more than a row of a list in parts."""
    for name in ("GAPS", "HANDOUTS", "PLATFORMS", "STUDIES", "THEORIES"):
        monkeypatch.setattr(long_lists, f"{name}_LISTED", 1)


@pytest.fixture
def garden() -> Site:
    """Return the garden, of which nothing was worked out before."""
    return Site.load(GARDEN)


def html(site: Site, under: str) -> dict[str, str]:
    """Return the HTML of the pages at and below an address."""
    shown = renderer(site)
    return {p.address: shown.page(p).html for p in pages(site) if p.address.startswith(under)}


def test_a_list_is_dealt_out_in_order() -> None:
    assert dealt_out(LIST, dict.fromkeys("abcde", 1), (), 2) == {
        "a": LIST, "b": LIST, "c": f"{LIST}2/", "d": f"{LIST}2/", "e": f"{LIST}3/"
    }  # fmt: skip


def test_what_was_published_stays_and_the_rest_goes_where_there_is_room() -> None:
    promised = ("list/2/#c", "list/#d", "list/#gone", "list/x/#a", "other/#b", "list/2/")
    found = dealt_out(LIST, dict.fromkeys("abcd", 1), promised, 2)
    assert found == {"a": LIST, "b": f"{LIST}2/", "c": f"{LIST}2/", "d": LIST}


def test_a_page_that_was_published_with_more_than_it_takes_keeps_it() -> None:
    found = dealt_out(LIST, dict.fromkeys("abcd", 1), ("list/#a", "list/#b", "list/#c"), 2)
    assert found == {"a": LIST, "b": LIST, "c": LIST, "d": f"{LIST}2/"}


@given(
    st.lists(st.integers(0, 60), unique=True), st.lists(st.integers(0, 60), unique=True),
    st.integers(1, 99), st.integers(1, 99),
)  # fmt: skip
def test_nothing_published_moves_as_a_list_or_a_limit_changes(
    before: list[int], after: list[int], most: int, later: int
) -> None:
    first = dealt_out(LIST, {str(each): each for each in before}, (), most)
    taken: dict[str, list[int]] = {}
    for anchor, page in first.items():
        taken.setdefault(page, []).append(int(anchor))
    assert all(sum(rows) <= most or not sum(rows[:-1]) for rows in taken.values())
    promised = [f"{page}#{anchor}" for anchor, page in first.items()]
    then = dealt_out(LIST, {str(each): each for each in after}, promised, later)
    assert [*then] == [str(each) for each in after]
    assert {a: page for a, page in then.items() if a in first}.items() <= first.items()


@given(st.lists(st.integers(), max_size=60), st.integers(0, 20), st.integers(1, 30))
def test_a_list_in_parts_has_all_in_order_and_no_page_goes_away_as_records_retire(
    rows: list[int], retired: int, most: int
) -> None:
    ever = len(rows) + retired
    parts = parted(LIST, rows, ever, most)
    assert [row for each in parts.values() for row in each] == rows
    assert max(map(len, parts.values())) <= most
    assert [*parts] == [LIST, *(f"{LIST}part/{number}/" for number in range(2, len(parts) + 1))]
    assert [*parted(LIST, rows[1:], ever, most)] == [*parts]
    assert (len(parts) == 1) == (ever <= most)


def parts_of(site: Site, list_: str) -> dict[str, str]:
    """Return the HTML of each part of a list, by its address."""
    is_part = re.compile(rf"{list_}(part/\d+/)?").fullmatch
    return {address: content for address, content in html(site, list_).items() if is_part(address)}


@pytest.mark.usefixtures("in_parts")
def test_each_step_of_a_long_ladder_says_what_is_here_and_where_the_rest_is(garden: Site) -> None:
    shown = parts_of(garden, THEORIES)
    ladder = [theory.id for _, theories in by_rung(garden) for theory in theories]
    at = dict(zip(ladder, shown, strict=False))
    assert len({*at.values()}) == len(ladder) > 1
    for address, content in shown.items():
        for rung, theories in by_rung(garden):
            step = content.partition(f'<h2 id="{rung.slug}">')[2].partition("</section>")[0]
            here = [theory.id for theory in theories if at[theory.id] == address]
            assert re.findall('data-name="([^"]*)"', step) == here
            others = {relative(at[theory.id], address) for theory in theories} - {
                relative(address, address)
            }
            assert {link for link, anchor in HREF.findall(step) if anchor == rung.slug} == others
            assert (f">{len(here)} of them " in step) == bool(others)


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize("list_", [HANDOUTS, LMS])
def test_files_of_each_theory_are_on_one_page_of_a_long_list(garden: Site, list_: str) -> None:
    shown = parts_of(garden, list_)
    for theory in garden.theories:
        files = re.compile(rf'href="[^"]*\b{theory.id}[-.][^"]*"')
        there = [content for content in shown.values() if files.search(content)]
        assert len(there) == 1
        assert "Here is a part of this list: 1 of 2." in there[0]
    assert [address for address, content in shown.items() if 'id="packs"' in content] == (
        [HANDOUTS] if list_ == HANDOUTS else []
    )


@pytest.mark.usefixtures("in_parts")
def test_each_study_is_on_one_page_of_a_long_list_the_newest_first(garden: Site) -> None:
    shown = parts_of(garden, STUDIES)
    pages = [*shown]
    for study, page in zip(newest_first(garden), pages, strict=False):
        link = relative(garden.addresses[RecordId("study", study.key)], page)
        assert shown[page].count(" data-item") == 1
        assert f'<h2><a href="{link}">' in shown[page]
    assert len(pages) == len(garden.everything.studies)


@pytest.mark.usefixtures("in_parts")
def test_what_is_not_known_of_a_record_is_on_one_page_and_of_the_field_on_the_first(
    garden: Site,
) -> None:
    shown = parts_of(garden, GAPS)
    unknown = [theory.gaps for theory in garden.theories]
    unread = [study.unread for study in garden.studies if study.unread]
    for gaps, page in zip((*unknown, *unread), shown, strict=False):
        rest = [content for address, content in shown.items() if address != page]
        for gap in gaps:
            words = escape(gap.would_fill, quote=False)
            assert words in shown[page]
            assert not any(words in content for content in rest)
    for address, content in shown.items():
        assert {"theories", "studies"} & read_html(content).lasting == (
            {"theories", "studies"} if address == GAPS else set()
        )
    for gap in garden.gaps:
        assert [page for page, content in shown.items() if f'id="{gap.id}"' in content] == [GAPS]


@pytest.mark.usefixtures("few")
def test_a_long_list_of_versions_has_each_record_once_where_its_print_out_leads(
    garden: Site,
) -> None:
    listed = rows(garden)
    assert len(listed) > 1
    found = [row.id for kinds in listed.values() for of_kind in kinds.values() for row in of_kind]
    assert sorted(found) == sorted(garden.everything.by_id)
    shown = html(garden, CHECK)
    assert shown.keys() == listed.keys()
    for id_ in found:
        page, _, anchor = check_address(garden, id_).partition("#")
        assert f'<li id="{anchor}" data-kept' in shown[page.partition("?")[0]]
    assert all(content.count(" data-volume>") == len(listed) for content in shown.values())


def test_long_news_have_a_page_of_their_own(garden: Site, few: int) -> None:
    shown = html(garden, NEWS)
    told = 0
    for day in days(garden):
        assert f'id="{day.anchor}"' in shown[NEWS]
        for group in day.groups:
            assert f'id="{group.anchor}"' in shown[NEWS]
            for kind, events in group.by_kind.items():
                page = f"{NEWS}{group.anchor}-{kind.replace(' ', '-')}/"
                assert (page in shown) == (len(events) > few)
                if page in shown:
                    assert f'href="{page.removeprefix(NEWS)}"' in shown[NEWS]
                    assert shown[page].count("<li>") == len(events)
                    told += 1
    assert told == len(shown) - 1 > 0


@pytest.mark.usefixtures("few")
def test_a_long_page_of_gaps_leads_to_each_record_that_has_some(garden: Site) -> None:
    (content,) = html(garden, GAPS).values()
    assert "What would fill it" in content  # of the field, each on no other page
    led = set(HREF.findall(content))
    for theory in garden.theories:
        assert (f"../../theories/{theory.slug}/", "unknown") in led
        assert not any(gap.would_fill in content for gap in theory.gaps)
    for study in garden.studies:
        assert ((f"../../studies/{study.key}/", "unread") in led) == bool(study.unread)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("kind", VIEWS)
def test_each_cell_of_a_long_map_leads_to_its_entry(garden: Site, kind: TermKind) -> None:
    drawn = whole_map(garden, kind)
    whole = VIEWS[drawn.kind]
    shown = html(garden, whole)
    cells = [cell for row in drawn.cells for cell in row if not cell.is_empty]
    assert drawn.is_long
    assert "data-entry" not in shown[whole]
    ways = [(anchor, address) for address, anchor in HREF.findall(shown[whole]) if "--" in anchor]
    led = dict(ways)
    assert led.keys() == {cell.anchor for cell in cells}
    for anchor, address in ways:  # from the table, and from the list of outcomes
        assert f'id="{anchor}"' in shown[whole + address]
    urls = {str(row["id"]): str(row["url"]) for row in map_rows(edition(garden), drawn)}
    base = edition(garden).url
    for anchor, address in led.items():
        assert urls[anchor] == f"{base}{whole}{address}#{anchor}"


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("kind", VIEWS)
def test_the_browser_gets_no_findings_that_the_page_of_a_long_map_does_not_list(
    garden: Site, kind: TermKind
) -> None:
    drawn = whole_map(garden, kind)
    witnesses = [each for found, _ in browser_data(garden, drawn)["cells"].values()
                 for each in found]  # fmt: skip
    assert {finding for _, finding, _, _ in witnesses} <= {""}
    assert "data-finding" not in html(garden, VIEWS[kind])[VIEWS[kind]]


def test_a_short_list_of_references_names_each_and_tells_programs(garden: Site) -> None:
    (content,) = html(garden, REFERENCES).values()
    names = " · ".join(garden.references[key].short for key in sorted_keys(garden))
    told = re.findall(r'<span class="small">(.*?)</span></summary>', content)
    assert unescape(" · ".join(told)) == names
    assert content.count('class="Z3988"') == len(garden.references)
    assert "references.bib" not in content


@pytest.mark.usefixtures("few")
def test_a_long_list_of_references_has_each_and_leads_programs_on(garden: Site) -> None:
    (content,) = html(garden, REFERENCES).values()
    for key in garden.references:
        assert f'<li id="{key}">' in content
        assert f'href="../studies/{key}/"' in content
    assert 'class="Z3988"' not in content
    assert 'href="../data/v1/references.bib"' in content
    told = re.findall(r'<span class="small">(.*?)</span></summary>', content)
    counts = [int(each.rpartition(" · ")[2]) for each in told]
    assert sum(counts) == len(garden.references)
    assert [" to " in each for each in told] == [count > 1 for count in counts]
    first, last = sorted_keys(garden)[0], sorted_keys(garden)[-1]
    assert unescape(told[0]).startswith(garden.references[first].short)
    assert garden.references[last].short in unescape(told[-1])


def sorted_keys(site: Site) -> list[str]:
    return sorted(site.references, key=lambda key: site.references[key].sort_key)


def test_the_lists_of_the_garden_are_short(garden: Site) -> None:
    assert [*rows(garden)] == [CHECK]
    assert [*html(garden, NEWS)] == [NEWS]
    for list_ in (GAPS, HANDOUTS, LMS, STUDIES, THEORIES):
        assert [*parts_of(garden, list_)] == [list_]
        assert "Parts of this list" not in parts_of(garden, list_)[list_]
    assert not whole_map(garden, next(iter(VIEWS))).is_long

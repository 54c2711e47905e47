"""The studies at a glance: each table says what the picture beside it says, and both lead on."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import Element

import pytest
from tests.support.html import SVG, VOICE, Document, document, text_of

from theorybook.site import Site

GLANCE = "map/studies/"
PARTS = ("by-year", "by-country", "by-group", "by-clients", "by-design", "by-depth")
SPACE = SVG.removesuffix("svg")


@pytest.fixture(params=["real_site", "garden_built"])
def page(request: pytest.FixtureRequest) -> Document:
    folder: Path = request.getfixturevalue(request.param)
    return document(folder, GLANCE)


@pytest.fixture
def parts(page: Document) -> list[Element]:
    """Return the parts of the page, each with a picture and a table."""
    found = [page.one("section", **{"aria-labelledby": name}) for name in PARTS]
    assert len(page.with_class("bars")) == len(page.all("table")) == len(found)
    return found


def rows(part: Element) -> list[tuple[str, str, str]]:
    """Return name, number and link of each row of the table."""
    (body,) = part.iter("tbody")
    found = []
    for row in body:
        name, number = row
        link = next((a.get("href") or "" for a in name.iter("a")), "")
        found.append((text_of(name), text_of(number), link))
    return found


def test_the_table_says_what_the_picture_says(parts: list[Element]) -> None:
    for part in parts:
        words = [text_of(text) for text in part.iter(f"{SPACE}text")]
        told = " ".join(f"{name} {number}" for name, number, _ in rows(part))
        assert words
        assert " ".join(words) == told


def test_every_bar_and_every_row_leads_to_the_same_list(parts: list[Element]) -> None:
    for part in parts:
        bars = [link.get("href") for link in part.iter(f"{SPACE}a")]
        links = [link for _, number, link in rows(part) if number != "0"]
        assert bars == links
        assert len(set(links)) == len(links)
        assert {urlsplit(link).path for link in links} == {"../../studies/"}


def test_there_is_a_bar_for_each_number_above_zero(page: Document, parts: list[Element]) -> None:
    for part in parts:
        numbers = [int(number) for _, number, _ in rows(part)]
        widths = [float(bar.get("width") or 0) for bar in page.with_class("bars__bar", part)]
        assert len(widths) == len([number for number in numbers if number])
        by_number = zip((n for n in numbers if n), widths, strict=True)
        scale = max(widths) / max(numbers)
        assert [n for n, width in by_number if width != pytest.approx(n * scale, abs=0.1)] == []


def test_every_filter_of_the_list_offers_what_a_row_asks_for(
    parts: list[Element], request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(request.node.callspec.params["page"])
    studies = document(folder, "studies/")
    offered = {
        (select.get("name"), option.get("value"))
        for select in studies.all("select")
        for option in select.iter("option")
    }
    asked = {
        pair
        for part in parts
        for *_, link in rows(part)
        for pair in parse_qsl(urlsplit(link).query)
    }
    named = {name.removeprefix("by-") for name in PARTS}
    assert asked == {(n, value) for n, value in offered if n in named and value}


def test_the_picture_has_a_name_and_no_link_that_only_a_mouse_finds(parts: list[Element]) -> None:
    for part in parts:
        (picture,) = (g for g in part.iter(f"{SPACE}g") if g.get("role") == "img")
        assert [text_of(title) for title in picture.iter(f"{SPACE}title")] != [""]
        assert list(picture.iter(f"{SPACE}a")) == []
        (over,) = (g for g in part.iter(f"{SPACE}g") if g.get("aria-hidden") == "true")
        assert {link.get("tabindex") for link in over.iter(f"{SPACE}a")} == {"-1"}


def test_the_page_says_what_it_does_not_show(page: Document) -> None:
    (limits,) = page.with_class("limits")
    assert limits.get(VOICE) == "our reading"
    assert "Our search was not a full review." in text_of(limits)
    assert "does not mean more research there" in text_of(limits)


def test_projects_and_what_counts_several_times_are_told(site: Site, real_site: Path) -> None:
    text = document(real_site, GLANCE).text
    countries = [len(study.countries) for study in site.studies]
    groups = [len(study.groups) for study in site.studies]
    total, separate = len(site.studies), site.separate(site.studies)
    if separate < total:
        assert f"There are {total} studies here, from {separate} separate project" in text
    for name, numbers in (("countries", countries), ("groups", groups)):
        several, none = sum(n > 1 for n in numbers), numbers.count(0)
        verb = "does" if several == 1 else "do"
        told = f"A study can count in several {name}. Here {several} {verb}, so"
        assert (told in text) == (several > 0)
        told = f"In what we read, {none} {'names' if none == 1 else 'name'} none"
        assert (told in text) == (none > 0)

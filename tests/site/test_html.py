"""Every page is whole and valid, and stands on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml
from tests.support.html import Document, document, text_of, url_of
from tests.support.page_kinds import fullest, html_files, written_by_hand

from theorybook.codes import CODES
from theorybook.site import Site


@pytest.fixture(params=["pages", "garden_pages"])
def every(request: pytest.FixtureRequest) -> Iterable[Document]:
    found: tuple[Document, ...] = request.getfixturevalue(request.param)
    assert len(found) > 25
    return found


def test_a_parser_has_nothing_to_mend(real_site: Path, site: Site, garden_built: Path) -> None:
    """Of ours, on what is written by hand and on a page of each template: it takes long."""
    ours = {*written_by_hand(real_site, site), *fullest(real_site, site)}
    looked_at = {real_site: ours, garden_built: {*html_files(garden_built)}}
    found = {
        (folder, file): [*document(folder, url_of(file)).errors]
        for folder, files in looked_at.items()
        for file in files
    }
    assert {where: errors for where, errors in found.items() if errors} == {}


def test_an_id_stands_once_on_a_page(every: Iterable[Document]) -> None:
    twice = {page.url: [id_ for id_, n in Counter(page.ids).items() if n > 1] for page in every}
    assert {url: ids for url, ids in twice.items() if ids} == {}


def test_what_an_element_points_at_is_on_the_page(every: Iterable[Document]) -> None:
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
    lost = [
        (page.url, name, id_)
        for page in every
        for element in page.root.iter()
        for name in names
        for id_ in (element.get(name) or "").split()
        if id_ not in page.ids
    ]
    assert lost == []


def test_one_heading_of_the_first_level_and_none_skipped(every: Iterable[Document]) -> None:
    for page in every:
        tags = [e.tag for e in page.root.iter() if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        levels = [int(tag[1]) for tag in tags]
        assert levels.count(1) == 1, page.url
        assert levels[0] == 1, page.url
        assert [b for a, b in pairwise(levels) if b > a + 1] == [], page.url


def test_every_heading_says_something(every: Iterable[Document]) -> None:
    assert [
        p.url for p in every for tag in ("h1", "h2", "h3") for h in p.all(tag) if not text_of(h)
    ] == []


def test_whatever_can_be_used_or_looked_at_has_a_name(every: Iterable[Document]) -> None:
    nameless = [
        (page.url, element.tag, element.attrib)
        for page in every
        for element in page.root.iter()
        if needs_name(element) and not is_named(page, element)
    ]
    assert nameless == []


def needs_name(element: Element) -> bool:
    """Tell whether a reader who sees nothing has to be told what it is."""
    is_used = element.tag in ("button", "select", "summary", "textarea")
    is_link = element.tag == "a" and element.get("href") is not None
    # The theme's toggles are never shown: each has a label that is a button.
    is_toggle = "md-toggle" in (element.get("class") or "")
    is_field = element.tag == "input" and element.get("type") not in ("hidden", "submit")
    return (
        is_used
        or is_link
        or (is_field and not is_toggle)
        or element.tag == "img"
        or element.get("role") == "img"
    )


def is_named(page: Document, element: Element) -> bool:
    """Tell whether an element has words: its own, in an attribute, or in a label."""
    attributes = ("aria-label", "aria-labelledby", "title", "alt")
    if any(element.get(name) for name in attributes) or element.get("alt") == "":
        return True
    inside = [element, *(e for e in page.all("label") if e.get("for") == element.get("id"))]
    inside += [e for e in page.around(element) if e.tag == "label"]
    return any(text_of(e) or any(i.get("alt") for i in e.iter("img")) for e in inside)


def test_titles_are_unique(every: Iterable[Document]) -> None:
    titles = Counter(text_of(page.one("title")) for page in every)
    assert [title for title, times in titles.items() if times > 1 or not title] == []


def test_every_page_describes_itself(every: Iterable[Document]) -> None:
    without = [
        page.url
        for page in every
        if not any(m.get("name") == "description" and m.get("content") for m in page.all("meta"))
    ]
    assert without == []


def test_every_page_names_its_language(every: Iterable[Document]) -> None:
    assert {page.one("html").get("lang") for page in every} == {"en"}


@pytest.mark.parametrize("raw", ["[^", "[@", "{{", "{%", "Undefined", "\ufffd"])
def test_no_source_shows(pages: tuple[Document, ...], written: tuple[str, ...], raw: str) -> None:
    """Unless the data say it, as those of the garden do."""
    whole = {text for text in written if raw in text}
    # A page may cut a text, or set a part of it in italics.
    words = {word for text in whole for word in text.split() if raw in word}
    meant = sorted(whole | words, key=len, reverse=True)
    for page in (page for page in pages if raw in page.text):
        said = spoken(page)
        for text in meant:
            said = said.replace(text, "")
        assert raw not in said, page.url


@pytest.fixture(scope="module")
def written(root: Path, site: Site) -> tuple[str, ...]:
    """Return every text of the data, of the bibliography and of the stored sources."""
    found = [line for file in (root / "data").rglob("*.txt") for line in lines_of(file)]
    found += [reference.title for reference in site.references.values()]
    for file in (root / "data").glob("*.yaml"):
        found += leaves(yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader))
    return tuple(" ".join(text.split()) for text in found)


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def leaves(value: Any) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield str(value)


def spoken(page: Document) -> str:
    """Return the text of a page without code, nor the advice on how to write a citation."""
    code = [text_of(element) for tag in ("code", "pre") for element in page.all(tag)]
    text = page.text
    # The longest first: what is taken out of a longer one leaves its rest behind.
    for words in sorted((*code, *(code.cure for code in CODES)), key=len, reverse=True):
        text = text.replace(words, "")
    return text

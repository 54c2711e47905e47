"""A page has one name: heading, title bar, menu, trail and the links to it agree."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest
from tests.support.heads import is_page, linked_data
from tests.support.html import Document, text_of

from theorybook.addresses import LISTS

Pages = tuple[Document, ...]


@pytest.fixture(params=["pages", "garden_pages"])
def built(request: pytest.FixtureRequest) -> Pages:
    return tuple(page for page in request.getfixturevalue(request.param) if is_page(page))


def trail(page: Document) -> list[Element]:
    """Return the steps of the trail: links, then the page itself."""
    return [e for nav in page.with_class("crumbs") for li in nav.iter("li") for e in list(li)]


def name(page: Document) -> str:
    return text_of(trail(page)[-1]).strip()


def names(built: Pages) -> dict[str, str]:
    """Return the name of each page that is not of one record, by its address."""
    hand_written = ("about/", "maintain/")
    return {
        page.url: name(page)
        for page in built
        if page.url in LISTS or page.url.startswith(hand_written)
    }


def links(page: Document, *classes: str) -> Iterator[tuple[str, str]]:
    """Yield where the links of a page lead, and what they say; of some parts of it, or of all."""
    parts = [e for each in classes for e in page.with_class(each)] or [page.root]
    for part in parts:
        for a in part.iter("a"):
            href = a.get("href") or ""
            # A link within a page leads to a part, and one with a choice to what fits it.
            if href and not href.startswith("#") and not urlsplit(href).query:
                yield urljoin(f"/{page.url}", href)[1:], text_of(a).strip()


def test_heading_title_and_trail_say_the_same(built: Pages) -> None:
    called = names(built)
    assert set(LISTS) <= set(called)
    for page in built:
        title = text_of(page.one("title"))
        if page.url:
            # A term may be called as a theory is, so its title says what it is.
            assert title.startswith((f"{name(page)} · ", f"{name(page)} (term) · ")), page.url
        if page.url in called:
            heading = text_of(page.all("h1")[0]).strip().removesuffix("¶").strip()
            assert heading == called[page.url]


def test_the_frame_calls_each_page_by_its_name(built: Pages) -> None:
    called = names(built)
    for page in built:
        for address, words in links(page, "bar__nav", "bar__help", "subnav", "foot", "crumbs"):
            assert called.get(address, words) == words, page.url


def test_what_is_called_like_a_page_leads_there(built: Pages) -> None:
    by_name = {words.casefold(): address for address, words in names(built).items()}
    assert len(by_name) == len(names(built)), "no two have one name"
    for page in built:
        for address, words in links(page):
            there = by_name.get(words.casefold())
            assert there in (None, address.partition("#")[0]), (page.url, words)


def test_the_trail_leads_down_from_home_and_machines_read_the_same(built: Pages) -> None:
    addresses = {page.url for page in built}
    for page in built:
        steps = trail(page)
        if not page.url:
            assert steps == []
            continue
        (nav,) = page.with_class("crumbs")
        assert (nav.tag, nav.get("aria-label")) == ("nav", "Breadcrumb")
        assert steps[-1].get("aria-current") == "page"
        way = [urljoin(f"/{page.url}", a.get("href") or "")[1:] for a in steps[:-1]]
        assert way[0] == ""
        assert set(way) <= addresses
        assert all(page.url.startswith(above) for above in way)
        (told,) = (n for n in linked_data(page)["@graph"] if n["@type"] == "WebPage")
        items = told["breadcrumb"]["itemListElement"]
        assert [item["name"] for item in items] == [text_of(e).strip() for e in steps]

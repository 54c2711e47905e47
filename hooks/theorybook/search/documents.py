"""What the search index takes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.addresses import talk_address
from theorybook.model.base import Statement
from theorybook.page import Page
from theorybook.render import Renderer
from theorybook.site import Site

# Pages that nobody searches for: the way in, and search itself.
NOT_SEARCHED = frozenset({"", "search/"})


@dataclass(frozen=True)
class Document:
    """What the index takes in as one result: where it is in the index, and an HTML document."""

    path: str
    html: str


@dataclass(frozen=True)
class Piece:
    """A part of a page that search finds by itself.

    `address` is its page with its anchor; `group` is where search results show it; `texts` are
    what it says; `other_names` are in the search index and nowhere else.
    """

    address: str
    title: str
    lead: str
    group: str
    texts: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


def is_searched(address: str, page: Page | None) -> bool:
    """Tell whether search finds a page; `page` is None for a hand-written one."""
    return address not in NOT_SEARCHED and (page is None or page.in_search)


def document(
    renderer: Renderer, address: str, title: str, lead: str, content: str, page: Page | None
) -> Document:
    """Make the document of a page.

    Args:
        renderer: renders the template.
        address: the page's address.
        title: its title.
        lead: what it is about, in a sentence.
        content: its HTML.
        page: the generated page, or None for a hand-written one.

    Returns:
        The document, which holds the other names that readers never see.
    """
    html = renderer.search_document(
        "" if page and _only_repeats(page) else content.replace("</dt><dd>", "</dt>: <dd>"),
        address=address,
        title=title,
        lead=lead,
        group=page.group if page else "Pages",
        texts=(),
        other_names=page.other_names if page else (),
        voiced=bool(page and page.record),
    )
    return Document(address, html)


def pieces(renderer: Renderer, site: Site) -> Iterator[Document]:
    """Yield the documents of all that has an anchor of its own on a page that lists it."""
    for find in (_quotations, _activities, _tensions, _gaps, _glossary):
        for piece in find(site):
            html = renderer.search_document("", **vars(piece), voiced=True)
            yield Document(piece.address.replace("#", ""), html)


def _only_repeats(page: Page) -> bool:
    """Tell whether a page says nothing but what other results say: each list does."""
    return not page.record and not page.address.startswith("maintain/")


def _quotations(site: Site) -> Iterator[Piece]:
    for quote in site.quotes:
        lead = f"{quote.id}, {site.references[quote.source].short}. {quote.about}"
        yield Piece(
            site.addresses[f"quote/{quote.id}"], f"“{quote.exact}”", lead, "Quotations", (lead,)
        )


def _activities(site: Site) -> Iterator[Piece]:
    for theory in site.theories:
        for number, talk in enumerate(theory.talk, 1):
            lead = f"{theory.id} {theory.short}, {talk.minutes} minutes"
            texts = (_said(talk.purpose, talk), _said(talk.care, talk), theory.short)
            address = talk_address(theory, number)
            yield Piece(address, talk.text, lead, "Activities", texts)


def _tensions(site: Site) -> Iterator[Piece]:
    for tension in site.tensions:
        said = (*tension.sides, tension.reading, tension.advice)
        texts = tuple(_said(statement.text, statement) for statement in said)
        address = site.addresses[f"tension/{tension.id}"]
        yield Piece(address, tension.title, tension.reading.text, "Pages", texts)


def _gaps(site: Site) -> Iterator[Piece]:
    for gap in site.gaps:
        texts = (gap.would_fill, gap.looked_in)
        yield Piece(site.addresses[f"gap/{gap.id}"], gap.what, gap.would_fill, "Pages", texts)


def _glossary(site: Site) -> Iterator[Piece]:
    for entry in site.glossary:
        address = site.addresses[f"glossary/{entry.id}"]
        names = (*entry.forms, *entry.other_names)
        yield Piece(address, entry.name, entry.definition, "Terms", (entry.definition,), names)


def _said(text: str, statement: Statement) -> str:
    """Write a sentence with its voice after it, as pages do."""
    return f"{text} {statement.voice.value}"

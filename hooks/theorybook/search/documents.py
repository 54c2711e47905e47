"""What the search index takes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.addresses import talk_address
from theorybook.kinds import KINDS, RecordKind, id_of
from theorybook.model.base import Statement, prose_in
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.helpline import Helpline
from theorybook.model.quotation import Quotation
from theorybook.model.standard import Standard
from theorybook.model.tension import Tension
from theorybook.model.theory import Theory
from theorybook.model.topic import Topic
from theorybook.model.versioned import VersionedRecord
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


def is_searched(page: Page) -> bool:
    """Tell whether search finds a page."""
    return page.address not in NOT_SEARCHED and page.in_search


def document(renderer: Renderer, page: Page, content: str) -> Document:
    """Make the document of a page.

    Args:
        renderer: renders the template.
        page: the page, generated or hand-written.
        content: its HTML.

    Returns:
        The document, which holds the other names that readers never see.
    """
    html = renderer.search_document(
        "" if _only_repeats(page) else content.replace("</dt><dd>", "</dt>: <dd>"),
        address=page.address,
        title=page.title,
        lead=page.description,
        group=page.group,
        texts=(),
        other_names=page.other_names,
        voiced=bool(page.record),
    )
    return Document(page.address, html)


def pieces(renderer: Renderer) -> Iterator[Document]:
    """Yield the documents of all that has an anchor of its own on a page that lists it."""
    for piece in _pieces(renderer.edition.site):
        html = renderer.search_document("", **vars(piece), voiced=True)
        yield Document(piece.address.replace("#", ""), html)


def _only_repeats(page: Page) -> bool:
    """Tell whether a page says nothing but what other results say: each list does."""
    return page.is_generated and not page.record and not page.address.startswith("maintain/")


def _pieces(site: Site) -> Iterator[Piece]:
    for kind in KINDS:
        for record in site.of(kind.model):
            if not kind.has_pages:
                yield _piece(site, kind, record)
            if isinstance(record, Theory):
                yield from _activities(record)


def _piece(site: Site, kind: RecordKind, record: VersionedRecord) -> Piece:
    """Return what search finds of a record that lives on its list: title, lead and texts."""
    title, lead, texts, names = _words(site, record)
    return Piece(
        kind.address_of(record), title, lead, kind.group, texts, (*names, *record.other_names)
    )


def _words(
    site: Site, record: VersionedRecord
) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Return the title of a record, its lead, what it says, and what else it is called in it."""
    match record:
        case Quotation():
            lead = f"{record.id}, {site.references[record.source].short}. {record.about}"
            return f"“{record.exact}”", lead, (lead,), ()
        case Tension():
            said = (*record.sides, record.reading, record.advice)
            texts = tuple(_said(statement.text, statement) for statement in said)
            return record.title, record.reading.text, texts, ()
        case FieldGap():
            return record.what, record.would_fill, (record.would_fill, record.looked_in), ()
        case Entry():
            return record.name, record.definition, (record.definition,), record.forms
        case Topic():
            texts = tuple(_said(statement.text, statement) for statement in record.says)
            return record.title, record.for_whom, texts, ()
        case Helpline():
            place = f"{site.country(record.country)}. " if record.country else ""
            lead = place + record.for_whom
            ways = tuple(way.text for way in record.ways)
            return record.name, lead, (lead, *ways), ()
        case Standard():
            texts = (record.read, *record.asks, record.not_read)
            return record.title, record.what, texts, (record.short, *filter(None, (record.body,)))
        case _:
            texts = tuple(text for _, text in prose_in(record))
            return site.title(id_of(record)), " ".join(texts[:1]), texts, ()


def _activities(theory: Theory) -> Iterator[Piece]:
    for number, talk in enumerate(theory.talk, 1):
        lead = f"{theory.id} {theory.short}, {talk.minutes} minutes"
        texts = (_said(talk.purpose, talk), _said(talk.care, talk), theory.short)
        yield Piece(talk_address(theory, number), talk.text, lead, "Activities", texts)


def _said(text: str, statement: Statement) -> str:
    """Write a sentence with its voice after it, as pages do."""
    return f"{text} {statement.voice.value}"

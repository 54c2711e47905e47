"""What search can find: each page, and each thing that has an anchor of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from theorybook.addresses import ERRORS, MAINTAIN, talk_address
from theorybook.cache import Cache
from theorybook.kinds import KINDS, NOUNS, RecordKind, id_of, kind_of
from theorybook.model.answer import Answer
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.helpline import Helpline
from theorybook.model.quotation import Quotation
from theorybook.model.standard import Standard
from theorybook.model.study import Study
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.model.topic import Topic
from theorybook.model.versioned import VersionedRecord
from theorybook.page import Page
from theorybook.record_id import RecordId
from theorybook.search.other_ids import kind_and_number, numbers_of
from theorybook.search.said import Said, said_in
from theorybook.search.sections import sections
from theorybook.site import Site

# Pages that nobody searches for: the way in, and search itself.
NOT_SEARCHED = frozenset({"", "search/"})
_PAGE = "page"
# Whoever reads the site hardly looks for these, and they name all that it has.
_FOR_MAINTAINERS = "page for maintainers"
_QUESTION = "question to talk about"


@dataclass(frozen=True)
class Document:
    """What search shows as one result.

    `address` is its page, with its anchor if it is a part of one; `kind` and `label` are what
    readers call it; `lead` tells what it is about; `names` are found and never shown; `id` is the
    id it has, `parts` are those of its parts; `says` is what it says. What `is_found_by_id` is
    found by nothing else.
    """

    address: str
    title: str
    lead: str
    kind: str
    label: str = ""
    names: tuple[str, ...] = ()
    id: str = ""
    other_ids: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    says: tuple[Said, ...] = ()
    is_found_by_id: bool = False


def is_searched(page: Page) -> bool:
    """Tell whether search finds a page."""
    return page.address not in NOT_SEARCHED and page.in_search


def page_document(site: Site, page: Page, content: str, cache: Cache | None = None) -> Document:
    """Make the document of a page.

    Args:
        site: the site it belongs to.
        page: the page, generated or hand-written.
        content: its HTML; a page of a record is known by its record instead.
        cache: finds what was read of the same HTML before.
    """
    kind = _FOR_MAINTAINERS if page.address.startswith(MAINTAIN) else _PAGE
    made = Document(page.address, page.title, page.description, kind, names=page.other_names)
    if page.record:
        return _of_record(site, page.record, made, page)
    if page.label != page.title:
        made = replace(made, label=page.label)
    if _only_repeats(page):
        return made
    says = (cache or Cache()).value("sections", (content,), lambda: tuple(sections(content)))
    return replace(made, says=says)


def piece_documents(site: Site) -> Iterator[Document]:
    """Yield the documents of all that has an id or an anchor, and no page of its own."""
    for kind in KINDS:
        for record in site.of(kind.model):
            if not kind.has_pages:
                yield _piece(site, kind, record)
            if isinstance(record, Theory):
                yield from _questions(record)
    yield from _no_longer_held(site)


def _only_repeats(page: Page) -> bool:
    """Tell whether a page says nothing but what other results say: each list does."""
    return page.is_generated and page.address != ERRORS


def _of_record(site: Site, id_: RecordId, made: Document, page: Page) -> Document:
    record = site.record(id_)
    kind = record.kind.value if isinstance(record, Term) else kind_of(record).nouns[0]
    says, names, numbers = tuple(said_in(record)), made.names, (*kind_and_number(id_),)
    if isinstance(record, Study):
        reference, source = site.references[record.key], site.sources.get(record.key)
        families = [person.family for person in reference.authors]
        # Whoever has seen a key of ours types `debeer`.
        joined = (family.replace(" ", "") for family in families if " " in family)
        names = (*names, *families, *joined, reference.container)
        numbers = (*numbers_of(reference),)
        says += (Said(source.text, "from the study", "text"),) if source else ()
    label = page.label if page.label != page.title else ""
    parts = tuple(part.id for part, _ in kind_of(record).parts_of(record))
    made = replace(made, kind=kind, label=label, id=id_.id, other_ids=numbers, parts=parts)
    return replace(made, names=names, says=says)


def _piece(site: Site, kind: RecordKind, record: VersionedRecord) -> Document:
    """Make the document of a record that lives on its list."""
    title, lead, label, names = _words(site, record)
    return Document(
        kind.address_of(record),
        title,
        lead,
        kind.nouns[0],
        label,
        tuple(filter(None, (*names, *record.other_names))),
        id_of(record).id,
        (*kind_and_number(id_of(record)),),
        says=tuple(said_in(record)),
    )


def _words(site: Site, record: VersionedRecord) -> tuple[str, str, str, tuple[str | None, ...]]:
    """Return a record's title, its lead, its label, and what it is called in it beyond these."""
    match record:
        case Quotation():
            source = site.references[record.source].short
            return f"“{record.exact}”", record.about, f"{record.id}, {source}", ()
        case Tension():
            return record.title, record.reading.text, record.id, ()
        case FieldGap():
            return record.what, record.would_fill, record.id, (record.looked_in,)
        case Entry():
            return record.name, record.definition, "", record.forms
        case Topic() | Answer():
            lead = record.for_whom if isinstance(record, Topic) else record.in_short
            return site.title(id_of(record)), lead, "", ()
        case Helpline():
            ways = (way.text for way in record.ways)
            where = site.country(record.country) if record.country else ""
            return record.name, ". ".join((record.for_whom, *ways)), where, ()
        case Standard():
            return record.title, record.what, record.short, (record.short, record.body)
        case _:
            lead = next((said.text for said in said_in(record)), "")
            return site.title(id_of(record)), lead, "", ()


def _questions(theory: Theory) -> Iterator[Document]:
    for talk in theory.talk:
        said = (Said(f"{talk.purpose} {talk.care}", talk.voice.value),)
        lead = f"{talk.minutes} minutes. {talk.purpose}"
        label = f"{theory.id} {theory.short}"
        yield Document(
            talk_address(theory, talk), talk.text, lead, _QUESTION, label, id=talk.id, says=said
        )


def _no_longer_held(site: Site) -> Iterator[Document]:
    """Yield what is retired, or rests on what is: it is found by its id, and says so."""
    held = {id_ for kind in KINDS for record in site.of(kind.model) for id_ in _ids(kind, record)}
    for id_ in site.go:
        if id_ not in held:
            retirement = site.retirements.get(id_)
            called = site.title(id_)
            yield Document(
                site.addresses[id_],
                called if called == id_.id else f"{id_.id}: {called}",
                f"Retired. {retirement.why}" if retirement else "This no longer counts.",
                NOUNS[id_.kind][0],
                id=id_.id,
                other_ids=(*kind_and_number(id_),),
                is_found_by_id=True,
            )


def _ids(kind: RecordKind, record: VersionedRecord) -> Iterator[RecordId]:
    yield kind.id_of(record)
    yield from (part for part, _ in kind.parts_of(record))

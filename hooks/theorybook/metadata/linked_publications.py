"""A publication as facts for machines: schema.org, to be written as JSON-LD."""

from __future__ import annotations

from typing import Any

from theorybook.bibliography.author import Author
from theorybook.bibliography.entry_types import Form, entry_type
from theorybook.bibliography.page_range import joined
from theorybook.bibliography.reference import Reference
from theorybook.edition import Edition
from theorybook.kinds import id_of
from theorybook.model.study import Study

Node = dict[str, Any]
_WITH_PAGES = ("ScholarlyArticle", "Report", "Chapter")


def publication(edition: Edition, study: Study) -> Node:
    """Return a publication, by others; an empty field is one nobody saw."""
    reference = edition.site.references[study.key]
    type_ = entry_type(reference.entry_type, bool(reference.url)).schema
    node = {
        "@type": type_,
        "@id": publication_id(edition, study),
        "name": reference.title,
        "author": [_author(author) for author in reference.authors],
        "editor": [_author(editor) for editor in reference.editors],
        "datePublished": reference.issued.partition("/")[0] or reference.year,
        "isPartOf": _periodical(reference),
        "pagination": _pagination(reference) if type_ in _WITH_PAGES else "",
        "publisher": _publisher(reference),
        "bookEdition": reference.edition if type_ == "Book" else "",
        "reportNumber": reference.number if type_ == "Report" else "",
        "isbn": reference.isbn if type_ == "Book" else "",
        "inSupportOf": reference.work_type if type_ == "Thesis" else "",
        "version": reference.version,
        "identifier": _identifiers(reference),
        "sameAs": reference.link,
        "mainEntityOfPage": {"@id": edition.url_of(id_of(study))},
        **terms_of_use(study),
    }
    return {key: value for key, value in node.items() if value}


def _pagination(reference: Reference) -> str:
    """Return from where to where; one number may be that of an article."""
    return joined(reference.pages, "–") if "–" in reference.pages else ""


def named_publication(edition: Edition, study: Study) -> Node:
    """Return the least that names a publication; the page of its study tells the rest."""
    whole = publication(edition, study)
    return {name: whole[name] for name in ("@type", "@id", "name")}


def publication_id(edition: Edition, study: Study) -> str:
    """Return what a publication is known by: its own address, or the one of our page about it."""
    link = edition.site.references[study.key].link
    return link or f"{edition.permalink_of(id_of(study))}#publication"


def terms_of_use(study: Study) -> Node:
    """Return how the words of a publication may be used, as far as we saw."""
    seen = {
        "license": study.licence_url,
        "conditionsOfAccess": study.licence,
        "creditText": study.credit,
    }
    return {key: value for key, value in seen.items() if value}


def _author(author: Author) -> Node:
    if author.is_group:  # one name alone, as bodies have, is not taken for a person's
        return {"@type": "Organization", "name": author.family}
    return {
        "@type": "Person",
        "name": author.full_name,
        "givenName": author.given,
        "familyName": author.family,
        **({"honorificSuffix": author.suffix} if author.suffix else {}),
    }


def _publisher(reference: Reference) -> Node | None:
    if not reference.publisher:
        return None
    place = {"location": reference.location} if reference.location else {}
    return {"@type": "Organization", "name": reference.publisher, **place}


def _periodical(reference: Reference) -> Node | None:
    """Return what a publication is part of: an issue of a volume of a journal, as far as known."""
    part: Node | None = None
    form = entry_type(reference.entry_type, bool(reference.url)).form
    if reference.container:
        of = {Form.ARTICLE: "Periodical", Form.CHAPTER: "Book"}.get(form, "CreativeWork")
        part = {"@type": of, "name": reference.container}
    if reference.volume:
        volume = {"@type": "PublicationVolume", "volumeNumber": reference.volume}
        part = volume | ({"isPartOf": part} if part else {})
    if reference.number and form not in (Form.REPORT, Form.OTHER):
        issue = {"@type": "PublicationIssue", "issueNumber": reference.number}
        part = issue | ({"isPartOf": part} if part else {})
    return part


def _identifiers(reference: Reference) -> list[Node]:
    known = (("DOI", reference.doi), ("PMID", reference.pmid), ("PMCID", reference.pmcid))
    return [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in known
        if value
    ]

"""The records of ours, as facts for machines: each by its permanent address."""

from __future__ import annotations

from theorybook.addresses import GLOSSARY
from theorybook.edition import Edition
from theorybook.kinds import id_of
from theorybook.metadata.linked_publications import Node, publication_id, terms_of_use
from theorybook.model.glossary import Entry
from theorybook.model.quotation import Quotation
from theorybook.model.term import Term, TermKind
from theorybook.model.theory import Theory
from theorybook.record_id import RecordId


def ours(edition: Edition, id: RecordId) -> Node:
    """Return what every record of ours carries: version, date, licence, limits."""
    site = edition.site
    record = site.everything.by_id[id]
    return {
        "version": record.version,
        "dateCreated": record.history[0].date.isoformat(),
        "dateModified": site.dated(id).isoformat(),
        "license": site.settings.content_licence_url,
        "publisher": {"@id": f"{edition.url}#contributors"},
        "disambiguatingDescription": edition.limits.of(id),
        **({"creativeWorkStatus": "Retired"} if record.retired else {}),
    }


def claim(edition: Edition, theory: Theory) -> Node:
    """Return a theory, as a claim of ours that cites what it rests on.

    What that is, the pages of the studies and the one of the quotations tell.
    """
    id_ = id_of(theory)
    studies = edition.site.studies_behind(theory)
    quotes = (RecordId("quote", quote) for quote in quotes_of(theory))
    cited = (
        *(publication_id(edition, study) for study in studies),
        *map(edition.permalink_of, quotes),
    )
    return {
        "@type": "Claim",
        "@id": edition.permalink_of(id_),
        "identifier": theory.id,
        "url": edition.url_of(id_),
        "name": theory.short,
        "text": theory.headline.text,
        "isPartOf": {"@id": f"{edition.url}#website"},
        "citation": [{"@id": address} for address in cited],
        **ours(edition, id_),
    }


def quotes_of(theory: Theory) -> tuple[str, ...]:
    """Return the quotations that the evidence rests on."""
    return tuple(dict.fromkeys(item.quote for item in theory.evidence if item.quote))


def quotation(edition: Edition, quote: Quotation) -> Node:
    """Return a quotation. Its words are under the licence of the publication, not under ours."""
    id_ = id_of(quote)
    study = edition.site.study(quote.source)
    carried = ours(edition, id_)
    del carried["license"]
    return {
        "@type": "Quotation",
        "@id": edition.permalink_of(id_),
        "identifier": quote.id,
        "url": edition.url_of(id_),
        "name": quote.about,
        "text": quote.exact,
        "isBasedOn": {"@id": publication_id(edition, study)},
        **terms_of_use(study),
        **carried,
    }


def term_node(edition: Edition, term: Term) -> Node:
    """Return a term. Its version stands with its page: a term as such has none in schema.org."""
    id_ = id_of(term)
    node = {
        "@type": "DefinedTerm",
        "@id": edition.permalink_of(id_),
        "termCode": term.id,
        "url": edition.url_of(id_),
        "name": term.name,
        "alternateName": term.research_name,
        "description": term.definition,
        "disambiguatingDescription": [term.is_not, edition.limits.of(id_)],
        "inDefinedTermSet": {"@id": _set_id(edition, f"{term.kind.plural}/")},
        "mainEntityOfPage": {"@id": edition.url_of(id_)},
    }
    return {key: value for key, value in node.items() if value}


def terms_of(edition: Edition, kind: TermKind) -> Node:
    """Return the set that the terms of a kind are in."""
    address = f"{kind.plural}/"
    return term_set(edition, address, f"{kind.plain} ({kind.plural})")


def term_set(edition: Edition, address: str, name: str) -> Node:
    """Return a set of terms by the address of the page that lists them."""
    return {
        "@type": "DefinedTermSet",
        "@id": _set_id(edition, address),
        "url": edition.url + address,
        "name": name,
        "license": edition.site.settings.content_licence_url,
        "publisher": {"@id": f"{edition.url}#contributors"},
    }


def entry_node(edition: Edition, entry: Entry) -> Node:
    """Return a word of the glossary; its version stands with its part of the page."""
    id_ = id_of(entry)
    url = edition.url_of(id_)
    return {
        "@type": "DefinedTerm",
        "@id": edition.permalink_of(id_),
        "termCode": entry.id,
        "url": url,
        "name": entry.name,
        "description": entry.definition,
        "disambiguatingDescription": edition.limits.of(id_),
        "inDefinedTermSet": {"@id": _set_id(edition, GLOSSARY)},
        "subjectOf": {"@type": "WebPageElement", "@id": url, **ours(edition, id_)},
    }


def _set_id(edition: Edition, address: str) -> str:
    return f"{edition.url}{address}#terms"

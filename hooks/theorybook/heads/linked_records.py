"""The records of ours, as facts for machines: each by its permanent address."""

from __future__ import annotations

from theorybook.addresses import GLOSSARY
from theorybook.exports.exported import addresses, limits
from theorybook.heads.linked_publications import Node, publication_id, terms_of_use
from theorybook.model.glossary import Entry
from theorybook.model.quotation import Quotation
from theorybook.model.term import Kind, Term
from theorybook.model.theory import Theory
from theorybook.render import Renderer


def ours(renderer: Renderer, name: str) -> Node:
    """Return what every record of ours carries, by `kind/id`: version, date, licence, limits."""
    site = renderer.site
    record = site.everything.kept[name]
    return {
        "version": record.version,
        "dateCreated": record.history[0].date.isoformat(),
        "dateModified": site.dated(name).isoformat(),
        "license": site.settings.content_licence_url,
        "publisher": {"@id": f"{renderer.site_url}#contributors"},
        "disambiguatingDescription": limits(renderer, name),
        **({"creativeWorkStatus": "Retired"} if record.retired else {}),
    }


def claim(renderer: Renderer, theory: Theory) -> Node:
    """Return a theory, as a claim of ours that cites what it rests on."""
    name = f"theory/{theory.id}"
    studies = renderer.site.studies_behind(theory)
    return {
        "@type": "Claim",
        "@id": node_id(renderer, name),
        "identifier": theory.id,
        "url": addresses(renderer, name)["url"],
        "name": theory.short,
        "text": theory.headline.text,
        "isPartOf": {"@id": f"{renderer.site_url}#website"},
        "citation": [
            *({"@id": publication_id(renderer, study)} for study in studies),
            *({"@id": node_id(renderer, f"quote/{id_}")} for id_ in quotes_of(theory)),
        ],
        **ours(renderer, name),
    }


def quotes_of(theory: Theory) -> tuple[str, ...]:
    """Return the quotations that the evidence rests on."""
    return tuple(dict.fromkeys(item.quote for item in theory.evidence if item.quote))


def quotation(renderer: Renderer, quote: Quotation) -> Node:
    """Return a quotation. Its words are under the licence of the publication, not under ours."""
    name = f"quote/{quote.id}"
    study = renderer.site.study(quote.source)
    carried = ours(renderer, name)
    del carried["license"]
    return {
        "@type": "Quotation",
        "@id": node_id(renderer, name),
        "identifier": quote.id,
        "url": addresses(renderer, name)["url"],
        "name": quote.about,
        "text": quote.exact,
        "isBasedOn": {"@id": publication_id(renderer, study)},
        **terms_of_use(study),
        **carried,
    }


def term_node(renderer: Renderer, term: Term) -> Node:
    """Return a term. Its version stands with its page: a term as such has none in schema.org."""
    name = f"term/{term.id}"
    node = {
        "@type": "DefinedTerm",
        "@id": node_id(renderer, name),
        "termCode": term.id,
        "url": addresses(renderer, name)["url"],
        "name": term.name,
        "alternateName": term.research_name,
        "description": term.definition,
        "disambiguatingDescription": [term.is_not, limits(renderer, name)],
        "inDefinedTermSet": {"@id": _set_id(renderer, f"{term.kind.plural}/")},
        "mainEntityOfPage": {"@id": addresses(renderer, name)["url"]},
    }
    return {key: value for key, value in node.items() if value}


def terms_of(renderer: Renderer, kind: Kind) -> Node:
    """Return the set that the terms of a kind are in."""
    address = f"{kind.plural}/"
    return term_set(renderer, address, f"{kind.plain} ({kind.plural})")


def term_set(renderer: Renderer, address: str, name: str) -> Node:
    """Return a set of terms by the address of the page that lists them."""
    return {
        "@type": "DefinedTermSet",
        "@id": _set_id(renderer, address),
        "url": renderer.site_url + address,
        "name": name,
        "license": renderer.site.settings.content_licence_url,
        "publisher": {"@id": f"{renderer.site_url}#contributors"},
    }


def entry_node(renderer: Renderer, entry: Entry) -> Node:
    """Return a word of the glossary; its version stands with its part of the page."""
    name = f"glossary/{entry.id}"
    url = addresses(renderer, name)["url"]
    return {
        "@type": "DefinedTerm",
        "@id": node_id(renderer, name),
        "termCode": entry.id,
        "url": url,
        "name": entry.name,
        "description": entry.definition,
        "disambiguatingDescription": limits(renderer, name),
        "inDefinedTermSet": {"@id": _set_id(renderer, GLOSSARY)},
        "subjectOf": {"@type": "WebPageElement", "@id": url, **ours(renderer, name)},
    }


def node_id(renderer: Renderer, name: str) -> str:
    """Return what a record is known by, here and elsewhere: its permanent address."""
    return str(addresses(renderer, name)["permalink"])


def _set_id(renderer: Renderer, address: str) -> str:
    return f"{renderer.site_url}{address}#terms"

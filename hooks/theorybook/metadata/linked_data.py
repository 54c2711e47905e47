"""What a page is about, as facts for machines: schema.org, to be written as JSON-LD.

What we think is a claim of ours. It cites publications, and does not say that they make it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from theorybook.addresses import DATA_V1, GLOSSARY
from theorybook.edition import Edition
from theorybook.kinds import id_of
from theorybook.metadata.linked_publications import (
    Node,
    named_publication,
    publication,
    publication_id,
)
from theorybook.metadata.linked_records import (
    claim,
    entry_node,
    ours,
    quotation,
    term_node,
    term_set,
    terms_of,
)
from theorybook.model.study import Study
from theorybook.model.term import Term, TermKind
from theorybook.model.theory import Theory
from theorybook.page import Page

CONTEXT = "https://schema.org"
Trail = Sequence[tuple[str, str]]


def linked_data(edition: Edition, page: Page, trail: Trail = ()) -> Node:
    """Return what a page is about, as one graph.

    Args:
        edition: the site at its address.
        page: the page; of a hand-written one, the address, the title and the description.
        trail: the way from the home page down to it, as `trail.py` gives it.
    """
    nodes = [_web_page(edition, page, trail), _web_site(edition, page), _us(edition)]
    return {"@context": CONTEXT, "@graph": [*nodes, *_contents(edition, page)]}


def _contents(edition: Edition, page: Page) -> Iterator[Node]:
    """Yield what stands on a page."""
    match edition.site.record(page.record) if page.record else None:
        case Theory() as theory:
            yield claim(edition, theory)
        case Study() as study:
            yield publication(edition, study)
        case Term() as term:
            yield term_node(edition, term)
            yield terms_of(edition, term.kind)
        case _:
            yield from _lists(edition).get(page.address, lambda: ())()


def _lists(edition: Edition) -> Mapping[str, Callable[[], Iterable[Node]]]:
    """Return what stands on each page that lists records, by its address."""
    of_kinds = {f"{kind.plural}/": partial(_vocabulary, edition, kind) for kind in TermKind}
    return {
        "": lambda: (_dataset(edition),),
        "quotes/": partial(_quotations_and_sources, edition),
        GLOSSARY: partial(_glossary, edition),
        **of_kinds,
    }


def _quotations_and_sources(edition: Edition) -> Iterator[Node]:
    written = edition.site.everything
    for quote in written.quotes:
        yield quotation(edition, quote)
    for study in written.studies:
        if written.quotes_of(study.key):
            yield named_publication(edition, study)


def _vocabulary(edition: Edition, kind: TermKind) -> Iterator[Node]:
    terms = edition.site.terms_of(kind)
    names = [{"@id": edition.permalink_of(id_of(term))} for term in terms]
    yield terms_of(edition, kind) | {"hasDefinedTerm": names}


def _glossary(edition: Edition) -> Iterator[Node]:
    names = [{"@id": edition.permalink_of(id_of(entry))} for entry in edition.site.glossary]
    yield term_set(edition, GLOSSARY, "Glossary") | {"hasDefinedTerm": names}
    for entry in edition.site.everything.glossary:
        yield entry_node(edition, entry)


def _web_page(edition: Edition, page: Page, trail: Trail) -> Node:
    """Return the page itself; of a record, with its version and limits."""
    site, url = edition.site, edition.url + page.address
    node: Node = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": page.title,
        **({"description": page.description} if page.description != page.title else {}),
        "inLanguage": "en",
        "isPartOf": {"@id": f"{edition.url}#website"},
    }
    if trail:
        node["breadcrumb"] = _breadcrumb(edition.url, trail)
    if page.record:
        record = site.record(page.record)
        about = publication_id(edition, record) if isinstance(record, Study) else None
        carried = ours(edition, page.record)
        if isinstance(record, Theory):  # its limits stand with the claim, which is on the same page
            del carried["disambiguatingDescription"]
        node |= {"identifier": page.record.id, **carried}
        # A page of ours about nothing but itself, such as a situation, is its own subject.
        if isinstance(record, (Theory, Study, Term)):
            node["mainEntity"] = {"@id": about or edition.permalink_of(page.record)}
        node |= {"lastReviewed": record.reviewed.isoformat()} if hasattr(record, "reviewed") else {}
    return node


def _breadcrumb(root: str, trail: Trail) -> Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "name": words, "item": {"@id": root + at}}
            for i, (at, words) in enumerate(trail, 1)
        ],
    }


def _web_site(edition: Edition, page: Page) -> Node:
    """Return the site: on its home page with all that there is to say of it."""
    root = edition.url
    site: Node = {
        "@type": "WebSite",
        "@id": f"{root}#website",
        "url": root,
        "name": edition.name,
    }
    if page.address:
        return site
    return site | {
        "inLanguage": "en",
        "license": edition.site.settings.content_licence_url,
        "publisher": {"@id": f"{root}#contributors"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}search/#q={{q}}"},
            "query-input": "required name=q",
        },
    }


def _us(edition: Edition) -> Node:
    return {
        "@type": "Organization",
        "@id": f"{edition.url}#contributors",
        "name": edition.contributors,
        "url": edition.url,
    }


def _dataset(edition: Edition) -> Node:
    site, root = edition.site, edition.url
    return {
        "@type": "Dataset",
        "@id": f"{root}#data",
        "url": f"{root}data/",
        "name": f"{edition.name}: all records",
        "description": f"{site.settings.home.lead} {' '.join(site.settings.home.can)}",
        "disambiguatingDescription": " ".join(site.settings.home.cannot),
        "dateModified": site.dated().isoformat(),
        "license": site.settings.content_licence_url,
        "creator": {"@id": f"{root}#contributors"},
        "publisher": {"@id": f"{root}#contributors"},
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": words,
                "contentUrl": f"{root}{DATA_V1}{file}",
                "encodingFormat": "application/json",
            }
            for file, words in (("all.json", "All records"), ("datapackage.json", "Data package"))
        ],
    }

"""What a page is about, as facts for machines: schema.org, to be written as JSON-LD.

What we think is a claim of ours. It cites publications, and does not say that they make it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from theorybook.addresses import GLOSSARY
from theorybook.exports.exported import held
from theorybook.exports.record_forms import FOLDER
from theorybook.heads.linked_publications import Node, publication, publication_id
from theorybook.heads.linked_records import (
    claim,
    entry_node,
    node_id,
    ours,
    quotation,
    quotes_of,
    term_node,
    term_set,
    terms_of,
)
from theorybook.model.kept import Kept
from theorybook.model.study import Study
from theorybook.model.term import Kind, Term
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.render import Renderer

CONTEXT = "https://schema.org"


def linked_data(renderer: Renderer, page: Page) -> Node:
    """Return what a page is about, as one graph.

    Args:
        renderer: knows the site, and renders limits.
        page: the page; of a hand-written one, the address, the title and the description.
    """
    nodes = [_web_page(renderer, page), _web_site(renderer), _us(renderer)]
    return {"@context": CONTEXT, "@graph": [*nodes, *_contents(renderer, page)]}


def _contents(renderer: Renderer, page: Page) -> Iterator[Node]:
    """Yield what stands on a page."""
    match held(renderer.site, page.record) if page.record else None:
        case Theory() as theory:
            yield from _theory_and_sources(renderer, theory)
        case Study() as study:
            yield publication(renderer, study)
        case Term() as term:
            yield term_node(renderer, term)
            yield terms_of(renderer, term.kind)
        case _:
            yield from _lists(renderer).get(page.address, lambda: ())()


def _lists(renderer: Renderer) -> Mapping[str, Callable[[], Iterable[Node]]]:
    """Return what stands on each page that lists records, by its address."""
    of_kinds = {f"{kind.plural}/": partial(_vocabulary, renderer, kind) for kind in Kind}
    return {
        "": lambda: (_dataset(renderer),),
        "quotes/": partial(_quotations_and_sources, renderer),
        GLOSSARY: partial(_glossary, renderer),
        **of_kinds,
    }


def _theory_and_sources(renderer: Renderer, theory: Theory) -> Iterator[Node]:
    yield claim(renderer, theory)
    for study in renderer.site.studies_behind(theory):
        yield publication(renderer, study)
    for id_ in quotes_of(theory):
        yield quotation(renderer, renderer.site.quote(id_))


def _quotations_and_sources(renderer: Renderer) -> Iterator[Node]:
    written = renderer.site.everything
    for quote in written.quotes:
        yield quotation(renderer, quote)
    for study in written.studies:
        if written.quotes_of(study.key):
            yield publication(renderer, study)


def _vocabulary(renderer: Renderer, kind: Kind) -> Iterator[Node]:
    terms = renderer.site.terms_of(kind)
    names = [{"@id": node_id(renderer, f"term/{term.id}")} for term in terms]
    yield terms_of(renderer, kind) | {"hasDefinedTerm": names}


def _glossary(renderer: Renderer) -> Iterator[Node]:
    names = [{"@id": node_id(renderer, f"glossary/{e.id}")} for e in renderer.site.glossary]
    yield term_set(renderer, GLOSSARY, "Glossary") | {"hasDefinedTerm": names}
    for entry in renderer.site.everything.glossary:
        yield entry_node(renderer, entry)


def _web_page(renderer: Renderer, page: Page) -> Node:
    """Return the page itself; of a record, with its version and limits."""
    site, url = renderer.site, renderer.site_url + page.address
    node: Node = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": page.title,
        "description": page.description,
        "inLanguage": "en",
        "isPartOf": {"@id": f"{renderer.site_url}#website"},
    }
    if page.record:
        record = held(site, page.record)
        about = publication_id(renderer, record) if isinstance(record, Study) else None
        node |= {
            "identifier": page.record.partition("/")[2],
            "mainEntity": {"@id": about or node_id(renderer, page.record)},
            "breadcrumb": _breadcrumb(renderer, page, record),
            **ours(renderer, page.record),
        }
        node |= {"lastReviewed": record.reviewed.isoformat()} if hasattr(record, "reviewed") else {}
    return node


def _breadcrumb(renderer: Renderer, page: Page, record: Kept) -> Node:
    address, name = page.address.partition("/")[0], "Terms"
    match record:
        case Theory():
            name = "All theories"
        case Study():
            name = "Studies"
        case Term(kind=kind):
            name = kind.plain
    root = renderer.site_url
    trail = (("", renderer.site_name), (f"{address}/", name), (page.address, page.title))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "name": words, "item": {"@id": root + at}}
            for i, (at, words) in enumerate(trail, 1)
        ],
    }


def _web_site(renderer: Renderer) -> Node:
    root = renderer.site_url
    return {
        "@type": "WebSite",
        "@id": f"{root}#website",
        "url": root,
        "name": renderer.site_name,
        "inLanguage": "en",
        "license": renderer.site.settings.content_licence_url,
        "publisher": {"@id": f"{root}#contributors"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{root}search/?q={{q}}"},
            "query-input": "required name=q",
        },
    }


def _us(renderer: Renderer) -> Node:
    return {
        "@type": "Organization",
        "@id": f"{renderer.site_url}#contributors",
        "name": f"{renderer.site_name}, contributors",
        "url": renderer.site_url,
    }


def _dataset(renderer: Renderer) -> Node:
    site, root = renderer.site, renderer.site_url
    return {
        "@type": "Dataset",
        "@id": f"{root}#data",
        "url": f"{root}data/",
        "name": f"{renderer.site_name}: all records",
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
                "contentUrl": f"{root}{FOLDER}{file}",
                "encodingFormat": "application/json",
            }
            for file, words in (("all.json", "All records"), ("datapackage.json", "Data package"))
        ],
    }

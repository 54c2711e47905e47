"""What machines read in the head of every page: shared, cited, searched."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import rdflib
from PIL import Image
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node
from tests.support.built import REAL, SUB
from tests.support.heads import VOCABULARY, graph, is_page, linked_data, meta, metas
from tests.support.html import Document, document

from theorybook.record_id import RecordId
from theorybook.site import Site

ONCE = (
    *("description", "twitter:card", "og:title", "og:description", "og:type", "og:url"),
    *("og:site_name", "og:locale", "og:image", "og:image:alt", "og:image:type"),
    *("og:image:width", "og:image:height"),
)
# What each class says here. Each property was looked up in schema.org 30.0: it is for the class or
# for one that the class is a kind of. Look up what you add, at schema.org/<the property>.
THING = {"name", "url", "identifier", "description", "disambiguatingDescription"}
OURS = {"version", "dateCreated", "dateModified", "license", "publisher", "creativeWorkStatus"}
USE = {"license", "conditionsOfAccess", "creditText"}
PUBLICATION = USE | {"name", "author", "datePublished", "isPartOf", "publisher", "identifier"}
PUBLICATION |= {"sameAs", "mainEntityOfPage", "editor", "version"}
SAYS = {
    "WebPage": THING
    | OURS
    | {"inLanguage", "isPartOf", "mainEntity", "breadcrumb", "lastReviewed"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "WebSite": {"url", "name", "inLanguage", "license", "publisher", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "Organization": {"name", "url", "location"},
    "Person": {"name", "givenName", "familyName", "honorificSuffix"},
    "Claim": THING | OURS | {"text", "isPartOf", "citation"},
    "Quotation": THING | OURS | USE | {"text", "isBasedOn"},
    "ScholarlyArticle": PUBLICATION | {"pagination"},
    "Report": PUBLICATION | {"pagination", "reportNumber"},
    "Book": PUBLICATION | {"bookEdition", "isbn"},
    "Chapter": PUBLICATION | {"pagination"},
    "Thesis": PUBLICATION | {"inSupportOf"},
    "CreativeWork": PUBLICATION,
    "Periodical": {"name"},
    "PublicationVolume": {"volumeNumber", "isPartOf"},
    "PublicationIssue": {"issueNumber", "isPartOf"},
    "PropertyValue": {"propertyID", "value"},
    "DefinedTerm": THING
    | {"termCode", "alternateName", "inDefinedTermSet", "mainEntityOfPage", "subjectOf"},
    "DefinedTermSet": {"url", "name", "license", "publisher", "hasDefinedTerm"},
    "WebPageElement": OURS | {"disambiguatingDescription"},
    "Dataset": THING
    | {"dateModified", "license", "creator", "publisher", "isAccessibleForFree", "distribution"},
    "DataDownload": {"name", "contentUrl", "encodingFormat"},
}
# What is named on a page is told of there, too. What a theory cites has pages of its own.
TOLD = ("isPartOf", "isBasedOn", "publisher", "creator", "mainEntity")


@pytest.fixture(params=[("pages", "real_site", REAL), ("garden_pages", "garden_built", SUB)])
def built(request: pytest.FixtureRequest) -> tuple[tuple[Document, ...], Path, str]:
    names, folder, base = request.param
    found = tuple(page for page in request.getfixturevalue(names) if is_page(page))
    assert len(found) > 25
    return found, request.getfixturevalue(folder), base


Built = tuple[tuple[Document, ...], Path, str]


def test_every_page_says_each_thing_once(built: Built) -> None:
    pages, _, base = built
    for page in pages:
        said = {name: metas(page, name) for name in ONCE}
        assert {name: n for name, n in said.items() if len(n) != 1 or not n[0]} == {}, page.url
        canonical = [e.get("href") for e in page.all("link") if e.get("rel") == "canonical"]
        assert canonical == [base + page.url] == metas(page, "og:url")
        assert meta(page, "twitter:card") == "summary_large_image"


def test_every_page_has_a_picture_of_the_size_it_tells(built: Built) -> None:
    pages, folder, base = built
    for page in pages:
        address = meta(page, "og:image")
        assert address.startswith(f"{base}assets/cards/")
        with Image.open(folder / address.removeprefix(base)) as image:
            told = (meta(page, "og:image:width"), meta(page, "og:image:height"))
            assert tuple(map(str, image.size)) == told == ("1200", "630")
            assert f"image/{(image.format or '').lower()}" == meta(page, "og:image:type")


def test_no_two_pages_share_a_picture_but_what_shows_another_in_part(built: Built) -> None:
    pages, folder, base = built
    part = r"map/(mechanisms/)?\w+/.+/|theories/compare/.+/|train/slides/.+/"
    whole = [page for page in pages if not re.match(part, page.url)]
    assert len({meta(page, "og:image") for page in whole}) == len(whole)
    named = {meta(page, "og:image").removeprefix(base) for page in pages}
    drawn = {path.relative_to(folder).as_posix() for path in folder.glob("assets/cards/*")}
    assert drawn == named


def test_facts_are_written_in_words_of_the_vocabulary(built: Built) -> None:
    used: set[str] = set()
    for page in built[0]:
        facts = graph(page)
        types = {subject: name_of(type_) for subject, type_ in facts.subject_objects(RDF.type)}
        for subject, predicate, _ in facts:
            if predicate != RDF.type:
                assert name_of(predicate) in SAYS[types[subject]], (page.url, types[subject])
        used |= set(types.values())
    assert used > {"Claim", "ScholarlyArticle", "Quotation", "DefinedTerm", "WebSite", "Dataset"}


def test_the_vocabulary_has_these_words() -> None:
    names = {*SAYS, *(name.removesuffix("-input") for names in SAYS.values() for name in names)}
    assert [name for name in sorted(names) if name not in rdflib.SDO] == []


def test_what_facts_name_is_told_of_on_the_page(built: Built) -> None:
    for page in built[0]:
        facts = graph(page)
        for name in TOLD:
            for target in facts.objects(None, URIRef(VOCABULARY + name)):
                assert (target, RDF.type, None) in facts, (page.url, name, target)


def test_what_a_theory_cites_is_told_of_on_another_page(built: Built) -> None:
    told = {subject for page in built[0] for subject in graph(page).subjects(RDF.type)}
    cited = {
        target
        for page in built[0]
        for target in graph(page).objects(None, URIRef(f"{VOCABULARY}citation"))
    }
    assert cited
    assert cited <= told


def test_addresses_in_facts_are_whole(built: Built) -> None:
    for page in built[0]:
        named = {node for triple in graph(page) for node in triple if isinstance(node, URIRef)}
        assert {urlsplit(node).hostname for node in named} >= {urlsplit(built[2]).hostname}
        assert [node for node in named if "base.invalid" in node] == [], page.url


def test_each_record_of_ours_tells_version_date_and_limits(built: Built) -> None:
    for page in built[0]:
        facts = graph(page)
        for class_ in ("Claim", "Quotation"):
            for subject in facts.subjects(RDF.type, URIRef(VOCABULARY + class_)):
                assert int(text(facts, subject, "version")) >= 1
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", text(facts, subject, "dateModified"))
                assert "we read " in text(facts, subject, "disambiguatingDescription")


def test_a_theory_is_a_claim_of_ours_that_cites_its_studies(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        facts = graph(document(real_site, site.addresses[RecordId("theory", theory.id)]))
        claim = URIRef(f"{REAL}go/{theory.id}/")
        assert (claim, RDF.type, URIRef(f"{VOCABULARY}Claim")) in facts
        assert text(facts, claim, "text") == theory.headline.text
        assert text(facts, claim, "version") == str(theory.version)
        cited = {str(o) for o in facts.objects(claim, URIRef(f"{VOCABULARY}citation"))}
        links = {site.references[item.study].link for item in theory.evidence}
        assert {link for link in links if link} <= cited


def test_a_study_is_told_apart_from_our_page_about_it(site: Site, real_site: Path) -> None:
    for study in site.studies:
        reference = site.references[study.key]
        page = document(real_site, site.addresses[RecordId("study", study.key)])
        facts = graph(page)
        url = URIRef(REAL + page.url)
        (about,) = facts.objects(url, URIRef(f"{VOCABULARY}mainEntity"))
        assert about != url
        assert text(facts, about, "name") == reference.title
        assert text(facts, about, "datePublished") == reference.year
        assert ("license" in names_said(facts, about)) == bool(study.licence_url)
        assert "version" not in names_said(facts, about)
        assert "spokenByCharacter" not in page.html
        families = {str(o) for o in facts.objects(None, URIRef(f"{VOCABULARY}familyName"))}
        assert families == {a.family for a in reference.authors if a.given}


def test_words_of_others_are_not_under_our_licence(site: Site, real_site: Path) -> None:
    facts = graph(document(real_site, "quotes/"))
    for quote in site.quotes:
        subject = URIRef(f"{REAL}go/{quote.id}/")
        assert text(facts, subject, "text") == quote.exact
        licences = [str(o) for o in facts.objects(subject, URIRef(f"{VOCABULARY}license"))]
        theirs = site.study(quote.source).licence_url
        assert licences == ([theirs] if theirs else [])


def test_the_words_of_the_site_are_all_there(site: Site, real_site: Path) -> None:
    for address, terms in (
        ("glossary/", [entry.definition for entry in site.everything.glossary]),
        *(
            (site.addresses[RecordId("term", t.id)], [t.definition] if t.definition else [])
            for t in site.terms
        ),
    ):
        facts = graph(document(real_site, address))
        found = facts.subjects(RDF.type, URIRef(f"{VOCABULARY}DefinedTerm"))
        described = [o for s in found for o in facts.objects(s, URIRef(f"{VOCABULARY}description"))]
        assert sorted(map(str, described)) == sorted(terms), address


def test_the_home_page_leads_to_search_and_data(real_site: Path) -> None:
    facts = graph(document(real_site, ""))
    (template,) = facts.objects(None, URIRef(f"{VOCABULARY}urlTemplate"))
    assert str(template) == f"{REAL}search/#q={{q}}"
    addresses = [str(o) for o in facts.objects(None, URIRef(f"{VOCABULARY}contentUrl"))]
    assert addresses
    for address in addresses:
        json.loads((real_site / address.removeprefix(REAL)).read_text(encoding="utf-8"))


def test_what_citation_managers_read_is_our_record(site: Site, pages: tuple[Document, ...]) -> None:
    theories = {site.addresses[RecordId("theory", t.id)]: t for t in site.everything.theories}
    for page in pages:
        theory = theories.get(page.url)
        if theory is None:
            assert not [
                m for m in page.all("meta") if (m.get("name") or "").startswith("citation_")
            ]
            continue
        assert meta(page, "citation_title") == theory.headline.text
        assert meta(page, "citation_author") == f"{meta(page, 'og:site_name')} contributors,"
        assert meta(page, "citation_publication_date") == f"{theory.dated:%Y/%m/%d}"
        assert meta(page, "citation_public_url") == REAL + page.url
        abstract = meta(page, "citation_abstract")
        assert f"{theory.id}, version {theory.version}." in abstract
        assert "At closest, we read " in abstract
        # With `article` Zotero would make an article in a journal of it.
        assert meta(page, "og:type") == "website"


def test_hostile_text_stays_text(garden_built: Path) -> None:
    page = document(garden_built, "theories/sharing-tools/")
    headline = meta(page, "og:title")
    assert "<script>alert(1)</script>" in headline
    assert headline == meta(page, "citation_title")
    claim = next(n for n in linked_data(page)["@graph"] if n["@type"] == "Claim")
    assert claim["text"] == headline
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.html)
    assert script
    assert not re.search("[<>&]", script[1])


def name_of(node: Node) -> str:
    """Return the part of a word's address that the vocabulary gives it."""
    assert str(node).startswith(VOCABULARY), node
    return str(node).removeprefix(VOCABULARY)


def names_said(facts: Graph, subject: Node) -> set[str]:
    return {name_of(p) for p in facts.predicates(subject) if p != RDF.type}


def text(facts: Graph, subject: Node, name: str) -> str:
    """Return the only text that is told of a subject under a name."""
    (value,) = facts.objects(subject, URIRef(VOCABULARY + name))
    assert isinstance(value, Literal)
    return str(value)

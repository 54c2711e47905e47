"""Every citation as a file, read back by what others wrote: pybtex, rispy, citeproc."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs

import pytest
import rispy
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from pybtex.richtext import Text
from tests.support import editions

from theorybook.addresses import citation_address
from theorybook.bibliography.author import Author
from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.citing.bibtex import bibtex
from theorybook.citing.citation import CITED, FORMS, publication
from theorybook.citing.citation_formats import coins, csl_json, ris
from theorybook.exports.citation_files import citation_files
from theorybook.problems import Place
from theorybook.record_id import RecordId
from theorybook.render import Renderer
from theorybook.site import Site

URL, NAME = "https://site.example/sub/", "Gardens, {a} % of & them"
_SIGNS = st.sampled_from("\\{}$%&#_^~-–—`'\",?!@aé")
_ANY = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
TEXT = st.text(_SIGNS | _ANY, min_size=1)
WORDS = st.lists(TEXT, min_size=1).map(" ".join)


def test_authors_that_nobody_saw_are_nobody_else_in_any_file() -> None:
    text = "@article{a, author={others}, title={Beds}, year=2031, doi={10.1000/x}}"
    unseen = publication(parse_bibliography(text, "r.bib")["a"])
    assert "author = {others}" in " ".join(bibtex(unseen).split())
    assert parse_bibliography(bibtex(unseen), "r.bib")["a"].short == "Authors not shown, 2031"
    assert "author" not in csl_json(unseen)
    assert "AU  - " not in ris(unseen)
    assert "rft.au" not in coins(unseen)


@dataclass(frozen=True)
class Files:
    """The citations of a site, as files."""

    renderer: Renderer

    @property
    def site(self) -> Site:
        return self.renderer.edition.site

    @cached_property
    def by_address(self) -> dict[str, str]:
        found = list(citation_files(self.renderer))
        assert len(dict(found)) == len(found)
        return dict(found)

    @property
    def records(self) -> list[RecordId]:
        return [n for n in self.site.everything.by_id if n.kind in CITED]

    @property
    def publications(self) -> dict[RecordId, Reference]:
        return {RecordId("publication", key): ref for key, ref in self.site.references.items()}

    def text(self, name: RecordId, form: str) -> str:
        return self.by_address[citation_address(name, form)]


@pytest.fixture(scope="module", params=["garden_site", "site"])
def cited(request: pytest.FixtureRequest) -> Files:
    return Files(editions.renderer(request.getfixturevalue(request.param), URL, NAME))


def test_there_is_each_form_of_each_record_and_publication(cited: Files) -> None:
    names = [*cited.records, *cited.publications]
    assert set(cited.by_address) == {citation_address(n, form) for n in names for form in FORMS}
    id_, key = cited.site.theories[0].id, next(iter(cited.site.references))
    wanted = {f"cite/{id_}.bib", f"cite/{key}.ris", f"cite/{key}-publication.json"}
    assert wanted <= set(cited.by_address)


def said(latex: str) -> str:
    """Return a field of BibTeX as pybtex would print it."""
    braces = {r"\{": "\ue000", r"\}": "\ue001"}  # pybtex does not know these two
    for escaped, stand_in in braces.items():
        latex = latex.replace(escaped, stand_in)
    text = str(Text.from_latex(latex)).replace("\xa0", " ")
    return text.replace("\ue000", "{").replace("\ue001", "}")


def entry(text: str) -> tuple[str, Entry]:
    """Return the only entry of a file, and its key."""
    ((key, found),) = parse_string(text, "bibtex").entries.items()
    return key, found


def what_a_file_of_ours_says(cited: Files, name: RecordId) -> list[str]:
    """Return what stands in every file of a record of ours: from the data, not from a citation."""
    record, settings = cited.site.everything.by_id[name], cited.site.settings
    return [
        name.id,
        f"version {record.history[-1].version}",
        record.history[-1].date.isoformat(),
        settings.content_licence,
        settings.content_licence_url,
        cited.renderer.edition.limits.of(name),
        URL + cited.site.addresses[name],
    ]


def what_a_file_of_a_publication_says(cited: Files, key: str) -> list[str]:
    """Return what stands in every file of a publication, whatever its form."""
    study = cited.site.study(key)
    ours = what_a_file_of_ours_says(cited, RecordId("study", key))
    del ours[5]  # how close we read it, in full, instead of the limits in short
    seen = [study.licence, study.licence_url, study.credit]
    close = [f"We read: {study.depth.value}.", study.depth_note]
    return [*ours, *close, *(text for text in seen if text)]


def plain(text: str, form: str) -> str:
    """Return all that a file says, as a program reads it, with single spaces."""
    if form == "json":
        text = " ".join(str(value) for value in json.loads(text)[0].values())
    if form == "bib":
        text = " ".join(said(value) for value in entry(text)[1].fields.values())
    return " ".join(text.split())


@pytest.mark.parametrize("form", FORMS)
def test_a_file_says_id_version_date_licence_limits_and_address(cited: Files, form: str) -> None:
    for name in cited.records:
        text = plain(cited.text(name, form), form)
        missing = [
            w for w in what_a_file_of_ours_says(cited, name) if " ".join(w.split()) not in text
        ]
        assert missing == [], name


@pytest.mark.parametrize("form", FORMS)
def test_a_publications_file_says_how_close_we_read_it(cited: Files, form: str) -> None:
    for name, reference in cited.publications.items():
        text = plain(cited.text(name, form), form)
        wanted = what_a_file_of_a_publication_says(cited, reference.key)
        assert [w for w in wanted if " ".join(w.split()) not in text] == [], name
        licence = cited.site.study(reference.key).licence
        assert ("License of the publication" in text) == bool(licence), name
        assert ("more authors" in text) == reference.more_authors, name


def test_a_quotations_file_has_the_exact_words_and_the_licence_of_these(cited: Files) -> None:
    for quote in cited.site.everything.quotes:
        (item,) = json.loads(cited.text(RecordId("quote", quote.id), "json"))
        reference, study = cited.site.references[quote.source], cited.site.study(quote.source)
        assert f"“{quote.exact}”" in item["title"]
        assert item["title"].endswith(reference.title)
        assert f"Its license: {study.licence or 'not seen'}" in item["note"]
        assert (study.credit or "") in item["note"]


def test_bibtex_of_a_publication_reads_back_the_same(cited: Files) -> None:
    for name, reference in cited.publications.items():
        read = parse_bibliography(cited.text(name, "bib"), "r.bib")[reference.key]
        assert replace(read, place=reference.place) == replace(reference, letter="")


def test_bibtex_of_a_record_reads_back_the_same(cited: Files) -> None:
    for name in cited.records:
        key, found = entry(cited.text(name, "bib"))
        (item,) = json.loads(cited.text(name, "json"))
        assert key == item["id"]
        assert found.type == "misc"
        (author,) = found.persons["author"]
        assert said("".join(author.last_names)) == item["author"][0]["literal"]
        assert author.first_names == []
        same = {"howpublished": "container-title", "number": "number", "type": "genre"}
        same |= {field: field for field in ("title", "version", "note", "abstract")}
        for field, as_csl in same.items():
            assert said(found.fields[field]) == " ".join(item[as_csl].split()), (name, field)
        assert found.fields["date"] == cited.site.everything.by_id[name].dated.isoformat()
        assert found.fields["url"] == item["URL"]


@given(title=WORDS, family=TEXT, given_name=WORDS, note=WORDS)
@example(title="<İ>", family="<İ>", given_name="<İ>", note="<İ>")
def test_bibtex_of_any_text_reads_back_the_same(
    title: str, family: str, given_name: str, note: str
) -> None:
    authors = (Author("", family), Author(given_name, family))
    reference = Reference(
        key="key", place=Place("r.bib"), entry_type="article", authors=authors, title=title,
        year="2031", container=note,
    )  # fmt: skip
    read = parse_bibliography(bibtex(publication(reference)), "r.bib")["key"]
    assert replace(read, place=reference.place) == reference


def test_ris_reads_back_the_same(cited: Files) -> None:
    for name in [*cited.records, *cited.publications]:
        text = cited.text(name, "ris")
        (found,) = rispy.loads(text)
        (item,) = json.loads(cited.text(name, "json"))
        assert "unknown_tag" not in found, name
        assert text.endswith("\r\nER  - \r\n")
        assert re.fullmatch(r"([A-Z][A-Z0-9]  - [^\r\n]*\r\n)+", text), name
        assert {**found, "notes": " ".join(found["notes"])} == as_ris(item), name


def as_ris(item: dict[str, Any]) -> dict[str, Any]:
    """Return what rispy should have read, from the same in CSL-JSON."""
    types = {"article-journal": "JOUR", "book": "BOOK", "report": "RPRT", "webpage": "ELEC"}
    year, *day = item["issued"]["date-parts"][0]
    first, _, last = item.get("page", "").partition("-")
    names = {"id": "id", "title": "title", "container-title": "secondary_title", "URL": "url"}
    names |= {"volume": "volume", "issue": "number", "publisher": "publisher", "DOI": "doi"}
    names |= {"PMID": "accession_number", "PMCID": "custom2", "note": "notes", "ISBN": "issn"}
    names |= {"number": "note", "genre": "type_of_work", "version": "edition"}
    names |= {"abstract": "abstract"}
    fields: dict[str, Any] = {
        "type_of_reference": types[item["type"]],
        "year": str(year),
        "date": "".join(f"{part:02}/" for part in (year, *day)) if day else "",
        "start_page": first,
        "end_page": last,
        **{name: " ".join(item.get(as_csl, "").split()) for as_csl, name in names.items()},
    }
    if "author" in item:
        fields["authors"] = [ris_name(author) for author in item["author"]]
    url = fields.pop("url")
    fields["urls"] = [url] if url else []
    return {name: value for name, value in fields.items() if value}


def ris_name(author: dict[str, str]) -> str:
    """Return a name as RIS has it: in that of a body, no comma."""
    if "literal" in author:
        return author["literal"].replace(",", "")
    return f"{author['family']}, {author['given']}"


def test_csl_json_uses_types_and_variables_that_csl_has(cited: Files) -> None:
    folder = files("citeproc") / "data" / "schema" / "schemas" / "styles"
    types, variables = (
        set(re.findall(r'"([^"]+)"', (folder / f"csl-{part}.rnc").read_text(encoding="utf-8")))
        for part in ("types", "variables")
    )
    assert {"webpage", "report"} <= types
    assert {"issued", "container-title"} <= variables
    for name in [*cited.records, *cited.publications]:
        items = json.loads(cited.text(name, "json"))
        (item,) = items
        assert item["type"] in types
        assert set(item) <= variables | {"id", "type"}, name
        names = {"family", "given", "suffix", "literal"}
        assert all(set(author) <= names for author in item.get("author", ()))


def bibliography(items: list[dict[str, Any]]) -> Iterator[str]:
    """Yield each reference, written by citeproc."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of variables that it does not know
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        written = CitationStylesBibliography(style, source, formatter.plain)
        written.register(Cited([CitationItem(item["id"]) for item in items]))
        yield from map(str, written.bibliography())


def test_citeproc_writes_a_bibliography_from_csl_json(cited: Files) -> None:
    for name in [*cited.records, *cited.publications]:
        items = json.loads(cited.text(name, "json"))
        (line,) = bibliography(items)
        (item,) = items
        for first in item.get("author", ())[:1]:
            assert first.get("family", first.get("literal")).split()[0] in line, name
        assert str(item["issued"]["date-parts"][0][0]) in line, name


def test_coins_say_what_the_publication_is(cited: Files) -> None:
    for key, reference in cited.site.references.items():
        said_of_it = parse_qs(coins(publication(reference)), strict_parsing=True)
        assert said_of_it["ctx_ver"] == ["Z39.88-2004"]
        (form,) = said_of_it["rft_val_fmt"]
        title = {"journal": "rft.atitle", "book": "rft.btitle", "dc": "rft.title"}
        assert said_of_it[title[form.rpartition(":")[2]]] == [reference.title.strip()], key
        if reference.doi:
            assert f"info:doi/{reference.doi}" in said_of_it["rft_id"]
        people = [a for a in reference.authors if a.given]
        named = [f"{a.family}, {a.given}" for a in people]
        more = ["et al."] if named and reference.more_authors else []
        assert said_of_it.get("rft.au", []) == named + more
        assert "others" not in said_of_it.get("rft.aucorp", [])


def test_a_year_in_words_and_a_suffix_are_kept() -> None:
    authors = "author = {Example, Jr., Ada and {Garden Club, Inc.}}"
    text = f"@book{{key, {authors}, title = {{Beds}}, year = {{in press}}}}"
    citation = publication(parse_bibliography(text, "r.bib")["key"])
    item = csl_json(citation)
    assert item["issued"] == {"literal": "in press"}
    ada = {"family": "Example", "given": "Ada", "suffix": "Jr"}
    assert item["author"] == [ada, {"literal": "Garden Club, Inc."}]
    (found,) = rispy.loads(ris(citation))
    assert found["authors"] == ["Example, Ada,Jr", "Garden Club Inc."]
    assert found["year"] == "in press"

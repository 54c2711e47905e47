"""What RIS and CSL-JSON say of each type of work is neither lost nor taken for something else."""

from __future__ import annotations

import json

import pytest
from tests.support.bibliographies import CASES
from tests.unit.test_bibliography_cases import BUILT
from tests.unit.test_citation_styles import cited

from theorybook.authoring.new_references import entry_text
from theorybook.authoring.pasted import read_pasted
from theorybook.bibliography.author import Author
from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.citing.apa import apa
from theorybook.citing.citation import publication
from theorybook.citing.citation_formats import csl_json, ris

READ_BACK = ("authors", "editors", "more_authors", "title", "year", "issued", "container", "volume",
             "number", "publisher", "series", "event", "version", "doi", "pmid", "pmcid", "isbn",
             "accessed")  # fmt: skip
# Commas in the name of a body, which would end it in RIS, and the days at the ends of a span.
LOST_IN_RIS = {"organization": {"authors"}, "date-span": {"issued"}}


def of_ris(kind: str, *lines: str) -> Reference:
    """Return what is read of a reference in RIS."""
    usual = ("AU  - Doe, Jane", "TI  - Beds", "PY  - 2031")
    kept = [line for line in usual if line[:2] not in {given[:2] for given in lines}]
    text = "\n".join((f"TY  - {kind}", *kept, *lines, "ER  - "))
    (read,) = read_pasted(text, "pasted")
    return read


def of_csl(kind: str, **fields: object) -> Reference:
    """Return what is read of an item of CSL-JSON."""
    doe, when = [{"family": "Doe", "given": "Jane"}], {"date-parts": [[2031]]}
    item = {"type": kind, "title": "Beds", "author": doe, "issued": when} | fields
    (read,) = read_pasted(json.dumps(item), "pasted")
    return read


def families(reference: Reference) -> tuple[list[str], list[str]]:
    """Return the family names of authors and editors."""
    return [a.family for a in reference.authors], [e.family for e in reference.editors]


@pytest.mark.parametrize(
    ("kind", "lines", "authors", "editors"),
    [
        ("BOOK", ("A2  - Roe, R", "A3  - Poe, P"), ["Doe"], ["Poe"]),
        ("BOOK", ("A2  - Roe, R",), ["Doe"], []),
        ("BOOK", ("AU  - ", "A3  - Poe, P"), [], ["Poe"]),
        ("BOOK", ("AU  - ", "A2  - Roe, R"), [], ["Roe"]),
        ("EDBOOK", (), [], ["Doe"]),
        ("CHAP", ("A2  - Roe, R", "A3  - Poe, P"), ["Doe"], ["Roe"]),
    ],
)
def test_who_wrote_and_who_edited(
    kind: str, lines: tuple[str, ...], authors: list[str], editors: list[str]
) -> None:
    assert families(of_ris(kind, *lines)) == (authors, editors)


@pytest.mark.parametrize(
    ("kind", "line", "field", "value"),
    [
        ("ELEC", "Y2  - 2031/03/04/", "accessed", "2031-03-04"),
        ("RPRT", "M3  - Working paper", "work_type", "Working paper"),
        ("JOUR", "M3  - Journal Article", "work_type", ""),
        ("JOUR", "M3  - doi: 10.1000/x", "doi", "10.1000/x"),
        ("JOUR", "N1  - 10.1000/x", "doi", "10.1000/x"),
        ("RPRT", "SN  - 12", "number", "12"),
        ("RPRT", "SN  - 978-0-306-40615-7", "number", ""),
        ("RPRT", "SN  - 978-0-306-40615-7", "isbn", "9780306406157"),
        ("PAT", "SN  - US1234", "number", "US1234"),
        ("DATA", "ET  - 2", "version", "2"),
        ("COMP", "ET  - 2", "edition", ""),
        ("BOOK", "ET  - 2", "edition", "2"),
        ("BOOK", "T2  - Soil", "series", "Soil"),
        ("BOOK", "T2  - Soil", "container", ""),
        ("THES", "T2  - Department of Soil", "container", ""),
        ("CPAPER", "T2  - Weeding 2031", "event", "Weeding 2031"),
        ("CPAPER", "SP  - 1\nT2  - Proceedings", "container", "Proceedings"),
        ("NEWS", "SP  - 12", "pages", "12–12"),
        ("JOUR", "SP  - e12", "pages", "e12"),
        ("JOUR", "AN  - 123", "pmid", "123"),
        ("JOUR", "AN  - WOS:123", "pmid", ""),
        ("UNPB", "DO  - 10.1000/x", "entry_type", "misc"),
        ("UNPB", "CY  - Leeds", "entry_type", "unpublished"),
    ],
)
def test_a_line_of_ris(kind: str, line: str, field: str, value: str) -> None:
    assert getattr(of_ris(kind, line), field) == value


@pytest.mark.parametrize("name", ["The Garden Club, Inc.", "Ministry of Beds, Singapore"])
def test_a_body_with_a_comma_in_its_name_is_no_person(name: str) -> None:
    assert of_ris("JOUR", f"AU  - {name}").authors == (Author("", name),)


def test_a_paper_of_a_conference_has_its_name_and_its_proceedings() -> None:
    read = of_ris("CPAPER", "T2  - Weeding 2031", "C3  - Proceedings of weeding")
    assert (read.event, read.container) == ("Weeding 2031", "Proceedings of weeding")


def test_how_many_pages_a_book_has_are_no_place_in_it() -> None:
    assert apa(publication(of_ris("BOOK", "SP  - 320"))) == "Doe, J. (2031). Beds."
    assert apa(publication(of_ris("NEWS", "SP  - 12", "T2  - The Bed"))).endswith("The Bed, 12.")


@pytest.mark.parametrize(
    ("kind", "name", "value", "field", "read"),
    [
        ("webpage", "accessed", {"date-parts": [[2031, 3, 4]]}, "accessed", "2031-03-04"),
        ("thesis", "genre", "Doctoral dissertation", "work_type", "Doctoral dissertation"),
        ("article-journal", "genre", "Editorial", "work_type", ""),
        ("journal-article", "subtitle", ["On slugs"], "title", "Beds: On slugs"),
        ("journal-article", "subtitle", ["beds"], "title", "Beds"),
        ("book", "publisher-location", "Leeds", "location", "Leeds"),
        ("report", "institution", [{"name": "The Bed Club"}], "publisher", "The Bed Club"),
        ("report", "report-number", "7", "number", "7"),
        ("book", "number-of-pages", "320", "pages", "320"),
        ("chapter", "number-of-pages", "320", "pages", ""),
        ("book", "ISBN", ["http://id.crossref.org/isbn/9780306406157"], "isbn", "9780306406157"),
        ("paper-conference", "event-title", "Weeding 2031", "event", "Weeding 2031"),
        ("article-newspaper", "page", "12", "pages", "12–12"),
        ("book", "issued", {"date-parts": [[2029], [2031]]}, "year", "2029–2031"),
        ("book", "issued", {"date-parts": [[2031]], "circa": True}, "circa", True),
    ],
)
def test_a_field_of_csl(kind: str, name: str, value: object, field: str, read: object) -> None:
    assert getattr(of_csl(kind, **{name: value}), field) == read


@pytest.mark.parametrize("given", ["Jan van den", "Ana de la"])
def test_a_particle_among_the_given_names_is_of_the_family(given: str) -> None:
    (author,) = of_csl("book", author=[{"family": "Berg", "given": given}]).authors
    first, *particles = given.split()
    assert (author.given, author.family) == (first, f"{' '.join(particles)} Berg")
    read = of_ris("BOOK", f"AU  - Berg, {given}")
    assert f"{' '.join(particles)} Berg, {first}" in entry_text(read)


def test_editors_of_a_book_and_a_conference_are_where_programs_look_for_them() -> None:
    editors = "editor = {Roe, Rita}, title = {Beds}, year = 2031"
    assert "A3  - Roe, Rita" in ris(cited(editors, "book"))
    paper = "author = {Doe, Jane}, title = {Beds}, year = 2031, booktitle = {Proceedings}"
    assert "T2  - Proceedings" in ris(cited(paper, "inproceedings"))
    at_event = ris(cited(f"{paper}, eventtitle = {{Weeding}}", "inproceedings"))
    assert "T2  - Weeding" in at_event
    assert "C3  - Proceedings" in at_event


@pytest.mark.parametrize("case", BUILT)
def test_what_we_write_of_each_type_is_read_back(case: str) -> None:
    text = (CASES / f"{case}.bib").read_text(encoding="utf-8")
    (there,) = parse_bibliography(text, "r.bib").values()
    for form, lost in ((ris, LOST_IN_RIS.get(case, set())), (csl_json, set())):
        written = form(publication(there))
        (read,) = read_pasted(written if isinstance(written, str) else json.dumps(written), "x")
        differing = {name for name in READ_BACK if getattr(read, name) != getattr(there, name)}
        assert differing <= lost, (form, [(n, getattr(read, n)) for n in differing])

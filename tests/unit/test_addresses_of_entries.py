"""What an entry says of where a work is: DOI, numbers, addresses; wherever programs put them."""

from __future__ import annotations

import pytest
from tests.unit.test_citation_styles import cited

from theorybook.bibliography import identifiers
from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.bibliography.twins import likely_twins
from theorybook.citing.apa import apa
from theorybook.citing.citation_formats import csl_json, ris
from theorybook.citing.vancouver import vancouver
from theorybook.problems import DataError, Problem

OLD = "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2"
BEDS = "author = {Doe, Jane}, title = {Beds by the brook and who digs}, year = 2031, "


def read(fields: str) -> Reference:
    """Return an article with these fields."""
    return parse_bibliography(f"@article{{key, {BEDS}{fields}}}", "r.bib")["key"]


def refusal(fields: str) -> Problem:
    """Return why an article with these fields is refused."""
    with pytest.raises(DataError) as caught:
        read(fields)
    (problem,) = caught.value.problems
    return problem


def doubles(*fields: str) -> list[str]:
    """Return the codes of what is told of two articles with these fields."""
    text = "".join(f"@article{{key{n}, {BEDS}{more}}}\n" for n, more in enumerate(fields))
    try:
        return [note.code for note in likely_twins(parse_bibliography(text, "r.bib"))]
    except DataError as error:
        return [problem.code for problem in error.problems]


@pytest.mark.parametrize(
    "typed",
    [
        OLD,
        OLD.replace("<", "%3C").replace(">", "%3E"),
        "https://doi.org/" + OLD.replace("<", "%253C").replace(">", "%253e"),
        OLD.replace("<", r"{\textless}").replace(">", r"{\textgreater}"),
        OLD.replace("<", r"\textless{}").replace(">", r"\textgreater "),
        OLD.replace("<", "{$<$}").replace(">", "$>$"),
        OLD.replace("<", "&lt;").replace(">", "&gt;"),
    ],
)
def test_an_old_doi_has_one_form_however_its_signs_are_written(typed: str) -> None:
    assert read(f"doi = {{{typed}}}").doi == OLD


@pytest.mark.parametrize("end", ["\u200b", ")", ").", ";", "\u00ad"])
def test_what_stands_behind_a_doi_is_no_part_of_it(end: str) -> None:
    assert read(f"doi = {{10.1000/s0140(05)1{end}}}").doi == "10.1000/s0140(05)1"


@pytest.mark.parametrize("typed", ["10.1000/a…", "10.1000/é", "10.1000/$x$", r"10.1000/\alpha"])
def test_a_doi_has_no_other_signs(typed: str) -> None:
    assert "is no DOI" in refusal(f"doi = {{{typed}}}").message


def test_a_doi_that_is_given_as_an_address_is_one() -> None:
    fields = "journal = {Gardens}, url = {https://doi.org/10.1000/ABC}"
    assert read(fields).doi == "10.1000/abc"
    assert read(fields).url == ""
    citation = cited(BEDS + fields)
    assert "DO  - 10.1000/abc" in ris(citation)
    assert csl_json(citation)["DOI"] == "10.1000/abc"
    assert "doi: 10.1000/abc" in vancouver(citation)
    assert doubles(fields, "doi = {10.1000/abc}") == ["B04"]
    other = "doi = {10.1000/x}, url = {https://doi.org/10.1000/abc}"
    assert (read(other).doi, read(other).url) == ("10.1000/x", "https://doi.org/10.1000/abc")


@pytest.mark.parametrize(
    ("fields", "pmid", "pmcid"),
    [
        ("url = {https://pubmed.ncbi.nlm.nih.gov/123/}", "123", ""),
        ("url = {https://pmc.ncbi.nlm.nih.gov/articles/PMC45/}", "", "PMC45"),
        ("PubMedID = {123}, pmc = {PMC45}", "123", "PMC45"),
        ("url = {https://pubmed.ncbi.nlm.nih.gov/123/}, pmid = {7}", "7", ""),
    ],
)
def test_numbers_of_pubmed_wherever_they_stand(fields: str, pmid: str, pmcid: str) -> None:
    assert (read(fields).pmid, read(fields).pmcid) == (pmid, pmcid)


def test_fields_of_programs_are_not_lost() -> None:
    assert read("art_number = {e7}").pages == "e7"
    assert read(r"note = {Seen at \url{https://x.example/a_b}}").url == "https://x.example/a_b"
    assert read("note = {10 beds}").url == ""
    talk = parse_bibliography(f"@inproceedings{{key, {BEDS}venue = {{Paris}}}}", "r.bib")["key"]
    assert talk.location == "Paris"


def test_a_preprint_that_has_but_its_number_is_in_its_repository() -> None:
    eprint = "eprint = {2001.00001}, archiveprefix = {arXiv}"
    assert apa(cited(BEDS + eprint)).endswith("digs. arXiv. https://arxiv.org/abs/2001.00001")
    assert read(f"{eprint}, journal = {{Gardens}}").publisher == ""


@pytest.mark.parametrize(
    ("fields", "says", "cure"),
    [
        ("url = {https://a.example/ https://b.example/}", "more than one address", "keep the one"),
        ("url = {http://https://a.example/}", "`http` twice", "once"),
        ("isbn = {1234-5678}", "ISSN", "take it out"),
        (r"howpublished = {\url{https://a b}}", "no address", "%20"),
    ],
)
def test_the_cure_cures(fields: str, says: str, cure: str) -> None:
    problem = refusal(fields)
    assert says in problem.message
    assert cure in problem.fix


def test_an_archived_page_has_one_address() -> None:
    address = "https://web.archive.org/web/2020/https://garden.example/"
    assert identifiers.web_address(address) == address


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        ("pages = {1--5}", "pages = {1-5}", ["B04"]),
        ("pages = {1--5}", "pages = {15}", ["N02"]),
        ("pages = {123--130}", "pages = {123-30}", ["B04"]),
    ],
)
def test_pages_are_compared_as_pages(one: str, other: str, codes: list[str]) -> None:
    assert doubles(one, other) == codes

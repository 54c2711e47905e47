"""What is pasted of a publication becomes an entry in the style of the file, or is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.conftest import GARDEN

from theorybook.authoring.new_references import Grown, entry_text, waits_as, with_references
from theorybook.authoring.pasted import pasted_doi, read_pasted
from theorybook.bibliography.author import Author
from theorybook.bibliography.reading import parse_bibliography
from theorybook.citing.citation import publication
from theorybook.citing.citation_formats import csl_json, ris
from theorybook.model.gap import Waiting
from theorybook.problems import DataError, Problem

BIBLIOGRAPHY = (GARDEN / "data" / "references.bib").read_text(encoding="utf-8")

BEET = """\
@article{beet2032slugs,
  author  = {Beet, Bo and van der Root, Ana},
  title   = {{Slugs \\& sorrow in 5 beds}},
  journal = {Journal of Invented Gardens},
  year    = {2032},
  volume  = {4},
  number  = {2},
  pages   = {10--19},
  doi     = {10.0000/Slugs.1}
}
"""
BIBTEX = """\
@Article{10.0000/slugs.1,
 Title = "Slugs {\\&} sorrow in 5 beds", AUTHOR={Bo Beet and Ana van der Root},
 journal = {Journal of Invented Gardens}, year = 2032, volume=4, number=2, pages={10-19},
 keywords = {slugs, sorrow}, doi = {https://doi.org/10.0000/Slugs.1},
}
"""
RIS = """\
TY  - JOUR
AU  - Beet, Bo
AU  - van der Root, Ana
TI  - <i>Slugs</i> &amp; sorrow
      in 5 beds
JF  - Journal of Invented Gardens
PY  - 2032
VL  - 4
IS  - 2
SP  - 10
EP  - 19
SN  - 1234-5678
DO  - 10.0000/Slugs.1
UR  - https://doi.org/10.0000/Slugs.1
KW  - slugs
ER  -
"""
CSL = json.dumps(
    {
        "type": "article-journal",
        "title": "<jats:italic>Slugs</jats:italic> &amp; sorrow\n in 5 beds",
        "author": [
            {"given": "Bo", "family": "Beet", "sequence": "first"},
            {"given": "Ana", "family": "Root", "non-dropping-particle": "van der"},
        ],
        "container-title": "Journal of Invented Gardens",
        "issued": {"date-parts": [[2032]]},
        "volume": "4",
        "issue": "2",
        "page": "10-19",
        "DOI": "10.0000/Slugs.1",
        "URL": "http://dx.doi.org/10.0000/Slugs.1",
    }
)


def added(text: str, key: str = "", allow_alike: bool = False) -> Grown:
    """Add what was pasted to the garden's bibliography."""
    found = read_pasted(text, "pasted")
    return with_references(BIBLIOGRAPHY, "references.bib", found, key=key, allow_alike=allow_alike)


def refusals(text: str, key: str = "") -> tuple[Problem, ...]:
    """Return why what was pasted is refused."""
    with pytest.raises(DataError) as caught:
        added(text, key)
    return caught.value.problems


@pytest.mark.parametrize("pasted", [BIBTEX, RIS, RIS.replace("\n", "\r\n"), CSL, f"[{CSL}]"])
def test_all_formats_give_one_entry_in_the_style_of_the_file(pasted: str) -> None:
    grown = added(pasted)
    assert grown.text == f"{BIBLIOGRAPHY}\n{BEET}"
    assert [(each.key, each.place.line) for each in grown.added] == [("beet2032slugs", 27)]


def test_what_was_there_stays_as_it_was() -> None:
    assert added(BIBTEX).text.startswith(BIBLIOGRAPHY)
    assert with_references("", "references.bib", read_pasted(CSL, "pasted")).text == BEET


@pytest.mark.parametrize("key", ["example2031beds", "example_2032-weeds", "example2033hedge"])
@pytest.mark.parametrize("form", [ris, lambda cited: json.dumps(csl_json(cited))])
def test_what_we_write_for_other_programs_is_read_back(key: str, form: object) -> None:
    there = parse_bibliography(BIBLIOGRAPHY, "references.bib")[key]
    assert callable(form)
    (read,) = read_pasted(form(publication(there)), "pasted")
    same = replace(read, key=key, place=there.place, url=there.url, entry_type=there.entry_type)
    assert (same.authors, same.title, same.year, same.doi) == (
        there.authors,
        there.title.replace("&amp;", "&"),
        there.year,
        there.doi,
    )


@pytest.mark.parametrize(
    ("pasted", "key"),
    [
        (BIBTEX, "beet2032slugs"),
        (BIBTEX.replace("Bo Beet and ", ""), "vanderroot2032slugs"),
        (BIBTEX.replace("Bo Beet and Ana van der Root", "{The Bed Club}"), "thebedclub2032slugs"),
        (BIBTEX.replace("Bo Beet", "Bo O'B{\\'e}et-Ørsted"), "obeetorsted2032slugs"),
        (BIBTEX.replace("Bo Beet and Ana van der Root", "others"), "slugs2032sorrow"),
        (BIBTEX.replace("Slugs {\\&} sorrow in 5", "What of the"), "beet2032beds"),
        # `beds` is in another title, and tells less than `slugs`.
        (BIBTEX.replace("Slugs {\\&} sorrow in 5 beds", "Beds of slugs"), "beet2032slugs"),
    ],
)
def test_a_key_says_who_when_and_what(pasted: str, key: str) -> None:
    assert [each.key for each in added(pasted).added] == [key]


def test_a_key_is_never_used_twice() -> None:
    other = BIBTEX.replace("Slugs.1", "2").replace("sorrow", "sorrow at great length")
    assert [each.key for each in added(BIBTEX + other).added] == [
        "beet2032slugs",
        "beet2032great",
    ]
    assert [each.key for each in added(BIBTEX, key="mine2032").added] == ["mine2032"]
    (problem,) = refusals(BIBTEX, key="Example2031BEDS")
    assert "taken" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("10.0000/Slugs.1", "10.0000/INVENTED_2031.1", "B04"),
        ("Slugs {\\&} sorrow in 5 beds", "Behind the hedge: a report that nobody can find", "N02"),
    ],
)
def test_a_double_is_refused_at_the_place_where_it_was_pasted(
    old: str, new: str, code: str
) -> None:
    pasted = BIBTEX.replace(old, new).replace("Bo Beet", "Ada Example")
    (problem,) = refusals(f"% from a page\n{pasted}")
    assert (problem.code, problem.place.file, problem.place.line) == (code, "pasted", 2)
    assert "references.bib" in problem.message
    assert "nothing to add" in problem.fix


def test_a_title_that_is_nearly_there_can_be_added_on_purpose() -> None:
    title = "Behind the hedge: a report that nobody can find"
    pasted = BIBTEX.replace("Slugs {\\&} sorrow in 5 beds", title).replace("Bo Beet", "Ada Example")
    assert added(pasted, allow_alike=True).added


def test_two_of_one_in_what_is_pasted() -> None:
    (problem,) = refusals(f"{BIBTEX}\n{BIBTEX}")
    assert (problem.code, problem.place.line) == ("B04", 7)


@pytest.mark.parametrize(
    ("pasted", "line", "says"),
    [
        ("Beet (2032). Slugs.", 1, "neither BibTeX nor RIS nor CSL-JSON"),
        ("", 1, "neither BibTeX nor RIS nor CSL-JSON"),
        (BIBTEX.removesuffix("}\n"), 1, "does not end"),
        (BIBTEX.replace("year = 2032,", ""), 1, "lacks year"),
        (BIBTEX.replace("Bo Beet and Ana van der Root", "B. Beet et al."), 2, "et al."),
        (RIS.replace("ER  -", ""), 1, "no end"),
        (f"{RIS.replace('ER  -', '')}\n{RIS}", 1, "no end"),
        (f"\n{RIS.replace('TI  -', 'N1  -')}", 2, "lacks title"),
        (CSL[:-1], 1, "not valid JSON"),
        ("[1]", 1, "holds no references"),
        ("{}", 1, "lacks author and title and year"),
        (BIBTEX.replace("sorrow", "sor\u202erow"), 2, "nobody can see"),
    ],
)
def test_what_cannot_be_used_is_told(pasted: str, line: int, says: str) -> None:
    problem = refusals(pasted)[0]
    assert says in problem.message
    assert (problem.place.file, problem.place.line) == ("pasted", line)
    assert problem.fix


def test_a_bibliography_with_faults_is_left_alone() -> None:
    with pytest.raises(DataError) as caught:
        with_references("@article{a, title=", "references.bib", read_pasted(BIBTEX, "pasted"))
    assert caught.value.problems[0].place.file == "references.bib"


@pytest.mark.parametrize(
    "text",
    ["10.0000/Slugs.1", " https://doi.org/10.0000/Slugs.1\n", "doi: 10.0000/Slugs.1"],
)
def test_a_doi_alone_is_told_from_a_reference(text: str) -> None:
    assert pasted_doi(text) == "10.0000/Slugs.1"
    assert not pasted_doi(f"{text} and more words")
    assert not pasted_doi("slugs")


def test_an_entry_reads_back_as_it_was() -> None:
    for reference in parse_bibliography(BIBLIOGRAPHY, "references.bib").values():
        (again,) = parse_bibliography(entry_text(reference), "x").values()
        assert replace(again, place=reference.place, pages=reference.pages) == reference


def test_et_al_among_the_names_says_that_they_go_on() -> None:
    authors = RIS.replace("AU  - van der Root, Ana", "AU  - et al.\nA2  - Roe, Rita\nA2  - al., et")
    (read,) = read_pasted(authors, "pasted")
    assert [person.family for person in (*read.authors, *read.editors)] == ["Beet", "Roe"]
    assert (read.more_authors, read.more_editors) == (True, True)
    assert "author  = {Beet, Bo and others}" in entry_text(read)
    (problem,) = refusals(RIS.replace("van der Root, Ana", "Root A et al."))
    assert (problem.code, "et al." in problem.message) == ("B03", True)


def test_degrees_in_csl_are_left_out() -> None:
    (read,) = read_pasted(CSL.replace('"sequence": "first"', '"suffix": "PhD"'), "pasted")
    assert read.authors[0] == Author("Bo", "Beet")


@pytest.mark.parametrize(
    "waits",
    [
        Waiting(id="mine", title="Slugs & sorrow in 5 beds", lacks=("the year",)),
        Waiting(id="mine", title="Not seen", lacks=("the year",), where="10.0000/slugs.1"),
    ],
)
def test_what_waited_gets_the_key_that_it_was_to_have(waits: Waiting) -> None:
    found = read_pasted(BIBTEX, "pasted")
    grown = with_references(BIBLIOGRAPHY, "references.bib", found, waiting=[waits])
    assert [each.key for each in grown.added] == ["mine"]
    (other,) = read_pasted(BIBTEX.replace("sorrow", "joy").replace("ugs.1", "ugs.2"), "pasted")
    assert waits_as(other, [waits]) is None


@pytest.mark.parametrize(
    ("line", "year", "issued"),
    [
        ("2032///", "2032", ""),
        ("2032/4/", "2032", "2032-04"),
        ("2032/Oct", "2032", ""),
        ("2032/04/02/Spring", "2032", ""),
        ("in press", "in press", ""),
    ],
)
def test_dates_as_programs_write_them(line: str, year: str, issued: str) -> None:
    (read,) = read_pasted(RIS.replace("PY  - 2032", f"PY  - {line}"), "pasted")
    assert (read.year, read.issued) == (year, issued)


def test_who_printed_a_journal_is_left_out() -> None:
    assert added(BIBTEX.replace("year =", "publisher = {Shed Press}, year =")).text.endswith(BEET)
    book = BIBTEX.replace("@Article", "@book").replace("journal", "publisher")
    assert "publisher = {Journal of Invented Gardens}" in added(book).text


def test_only_pubmed_gives_its_numbers() -> None:
    (of_pubmed,) = read_pasted(RIS.replace("ER  -", "DB  - PubMed\nAN  - 123\nER  -"), "pasted")
    (of_another,) = read_pasted(RIS.replace("ER  -", "DB  - Sheds\nAN  - 123\nER  -"), "pasted")
    assert (of_pubmed.pmid, of_another.pmid) == ("123", "")

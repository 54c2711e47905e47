"""Pages, editions and years as people and programs write them, and what styles make of them."""

from __future__ import annotations

import pytest
from tests.unit.test_citation_styles import cited

from theorybook.bibliography.biblatex_words import biblatex_words
from theorybook.bibliography.dates import Issued, issued_in
from theorybook.bibliography.edition import edition
from theorybook.bibliography.page_range import first_and_last, joined, pages
from theorybook.citing.apa import apa
from theorybook.citing.citation_formats import coins, csl_json, ris
from theorybook.citing.vancouver import vancouver

BEDS = "author = {Doe, Jane}, title = {Beds}, "


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1–5", "1–5"), ("123\u2010130", "123–130"), ("1\u22125", "1–5"), ("e77", "e77"),
        ("Article 45", "45"), ("Art. No. e45", "e45"), ("articles", "articles"), ("S34", "S34"),
        ("p. 12", "12–12"), ("pp. 12–15", "12–15"), ("pages 3-4", "3-4"), ("pp12-13", "12-13"),
        ("p. p. 12", "12–12"), ("320 p.", "320"), ("320 pages", "320"), ("xii, 320 p.", "320"),
        ("n/a", ""), ("–", ""), ("-", ""), ("No pagination", ""),
    ],
)  # fmt: skip
def test_pages_have_no_words_round_them(typed: str, read: str) -> None:
    assert pages(typed) == read
    assert pages(read) == read


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("123–30", "123", "130"), ("S93–9", "S93", "S99"), ("123–03", "123", "03"),
        ("123.e1-123.e9", "123.e1", "123.e9"), ("12", "12", ""), ("1, 4–5", "1, 4–5", ""),
    ],
)  # fmt: skip
def test_the_first_page_and_the_last(typed: str, first: str, last: str) -> None:
    assert first_and_last(typed) == (first, last)


def test_a_page_is_written_once() -> None:
    assert joined("12–12", "–") == "12"
    assert joined("123–30", "–") == "123–130"


@pytest.mark.parametrize(
    ("kind", "fields", "in_apa", "in_vancouver"),
    [
        ("incollection", "booktitle = {B}, pages = {12}", "In B (p. 12).", "2031. p. 12."),
        ("incollection", "booktitle = {B}, pages = {pp. 1--5}", "(pp. 1–5).", "2031. p. 1-5."),
        ("book", "pages = {320}", "(2031). Beds.", "2031. 320 p."),
        ("book", "pagetotal = {320}, series = {Soil}", "Beds (Soil).", "2031. 320 p. (Soil)."),
        ("book", "pages = {10--20}", "Beds (pp. 10–20).", "2031. p. 10-20."),
        ("techreport", "pages = {45}, number = 7", "(Report No. 7).", "45 p. Report No.: 7."),
        ("article", "journal = {J}, pages = {p. 12}", "J, 12.", "J. 2031:12."),
        ("article", "journal = {J}, pages = {Article 45}", "J, Article 45.", "J. 2031:45."),
        ("article", "journal = {J}, pages = {n/a}", "J.", "J. 2031."),
        ("book", "edition = {2nd edition}", "Beds (2nd ed.).", "Beds. 2nd ed. ["),
        ("book", "edition = {Second Edition}", "Beds (2nd ed.).", "Beds. 2nd ed. ["),
        ("book", "edition = {Revised edition}", "Beds (Revised ed.).", "Beds. Revised ed. ["),
    ],
)
def test_pages_and_editions_in_a_style(
    kind: str, fields: str, in_apa: str, in_vancouver: str
) -> None:
    citation = cited(f"{BEDS}year = 2031, {fields}", kind)
    assert apa(citation).endswith(in_apa)
    assert in_vancouver in vancouver(citation)


def test_programs_are_told_how_many_pages_a_book_has() -> None:
    citation = cited(f"{BEDS}year = 2031, pages = {{320}}", "book")
    assert csl_json(citation)["number-of-pages"] == "320"
    assert "page" not in csl_json(citation)
    assert "rft.tpages=320" in coins(citation)
    assert "spage" not in coins(citation)
    assert "SP  - 320" in ris(citation)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2", "2"), ("2nd", "2"), ("2nd edition", "2"), ("2nd ed.", "2"), ("2. Aufl.", "2"),
        ("Second", "2"), ("Second Edition", "2"), ("Revised edition", "Revised"),
        ("2nd ed., revised", "2nd ed., revised"), ("Edition", "Edition"), ("", ""),
    ],
)  # fmt: skip
def test_the_number_of_an_edition(typed: str, read: str) -> None:
    assert edition(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("n. d.", Issued("n.d.")), ("nd", Issued("n.d.")), ("No date", Issued("n.d.")),
        ("2020a", Issued("2020")), ("[2015]", Issued("2015")), ("2020.", Issued("2020")),
        ("c2015", Issued("2015")), ("c. 2015", Issued("2015", circa=True)),
        ("[ca. 2015]", Issued("2015", circa=True)), ("2015?", Issued("2015", circa=True)),
        ("March 2020", Issued("2020", "2020-03")), ("03/2020", Issued("2020", "2020-03")),
        ("2020/03", Issued("2020", "2020-03")), ("2020-03", Issued("2020", "2020-03")),
        ("2020 Mar 3", Issued("2020", "2020-03-03")),
        ("March 3rd, 2020", Issued("2020", "2020-03-03")),
        ("Spring 2020", Issued("2020")), ("May-June 2020", Issued("2020")),
        ("2019–20", Issued("2019–2020", "2019/2020")),
        ("2019-20", Issued("2019–2020", "2019/2020")),
        ("2010/2011", Issued("2010–2011", "2010/2011")),
        ("in press", Issued("in press")), ("203", Issued("203")),
    ],
)  # fmt: skip
def test_years_as_people_write_them(typed: str, read: Issued) -> None:
    assert issued_in(typed, "") == read


@pytest.mark.parametrize("typed", ["2010/11", "2020-2019", "13/2020", "2020 (online)", "5th",
                                   "2020-02-30", "2020 and 2021"])  # fmt: skip
def test_figures_that_are_no_year_are_refused_with_the_cure(typed: str) -> None:
    with pytest.raises(ValueError, match="2022-03-04"):
        issued_in(typed, "")


def test_years_in_styles_and_for_programs() -> None:
    undated = cited(f"{BEDS}year = {{n. d.}}", "book")
    assert "(n.d.). Beds." in apa(undated)
    assert vancouver(undated).endswith("[publisher unknown]; [date unknown].")
    years = cited(f"{BEDS}year = {{2019-2020}}", "book")
    assert "(2019–2020)" in apa(years)
    assert csl_json(years)["issued"] == {"date-parts": [[2019], [2020]]}
    assert "DA  - " not in ris(years)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("patentus", "U.S. patent"), ("countryus", "United States"), ("Leeds", "Leeds")],
)
def test_keys_of_biblatex_are_words(typed: str, read: str) -> None:
    assert biblatex_words(typed) == read


def test_keys_of_biblatex_are_shown_as_words() -> None:
    patent = cited(f"{BEDS}year = 2031, type = {{patentus}}, location = {{countryus}}", "patent")
    assert (patent.work_type, patent.location) == ("U.S. patent", "United States")

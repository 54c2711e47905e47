"""Lines in APA and Vancouver style, against examples written by hand from the style guides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.support.editions import edition

from theorybook.bibliography.page_range import shortened
from theorybook.bibliography.reading import parse_bibliography
from theorybook.citing.apa import apa
from theorybook.citing.citation import Citation, Citations, publication
from theorybook.citing.direction import Run, runs
from theorybook.citing.phrases import ordinal
from theorybook.citing.vancouver import vancouver
from theorybook.model.theory import Theory
from theorybook.model.versioned import Retirement
from theorybook.record_id import RecordId
from theorybook.records import Records
from theorybook.site import Site

URL = "https://g.example/"
GARDENERS = [f"Gardener{chr(ord('a') + i)}, {chr(ord('A') + i)}da" for i in range(22)]


def cited(fields: str, kind: str = "article") -> Citation:
    """Return the citation of a publication that is written in BibTeX."""
    return publication(parse_bibliography(f"@{kind}{{key, {fields}}}", "r.bib")["key"])


def by(authors: str) -> Citation:
    """Return the citation of a book by some authors."""
    return cited(f"author = {{{authors}}}, title = {{Beds}}, year = 2031", "book")


ARTICLE = (
    "author = {Example, Ada Bea and Sample, Jo-Ann}, title = {Beds and people}, year = 2031, "
    "journal = {Journal of Gardens}, volume = 12, number = 3, pages = {784--795}, "
    "doi = {10.0000/beds}, pmid = 123, pmcid = {PMC45}"
)


def test_names_that_nobody_saw_are_said_to_be_not_shown() -> None:
    unseen = cited("author = {others}, title = {Beds}, year = 2031, doi = {10.0000/beds}")
    said = "[Authors not shown where we read it]."
    assert apa(unseen) == f"{said} (2031). Beds. https://doi.org/10.0000/beds"
    assert vancouver(unseen).startswith(f"{said} Beds")


@pytest.mark.parametrize(
    ("kind", "fields", "in_apa", "in_vancouver"),
    [
        (
            "article",
            ARTICLE,
            "Example, A. B., & Sample, J.-A. (2031). Beds and people. Journal of Gardens, 12(3), "
            "784–795. https://doi.org/10.0000/beds",
            "Example AB, Sample JA. Beds and people. Journal of Gardens. 2031;12(3):784-95. "
            "doi: 10.0000/beds. PubMed PMID: 123; PubMed Central PMCID: PMC45.",
        ),
        (
            "article",  # no DOI, an address, the number of an article, a question
            "author = {Example, Ada}, title = {Who digs?}, year = 2031, "
            "journal = {Journal of Gardens}, volume = 12, pages = {e77}, "
            "url = {https://garden.example/dig}",
            "Example, A. (2031). Who digs? Journal of Gardens, 12, Article e77. "
            "https://garden.example/dig",
            "Example A. Who digs? Journal of Gardens [Internet]. 2031;12:e77. "
            "Available from: https://garden.example/dig",
        ),
        (
            "article",  # a page of a supplement; a question that ends in quotation marks
            "author = {Example, Ada}, title = {They said “who digs?”}, year = 2031, "
            "journal = {Journal of Gardens}, volume = 12, pages = {S34}",
            "Example, A. (2031). They said “who digs?” Journal of Gardens, 12, S34.",
            "Example A. They said “who digs?” Journal of Gardens. 2031;12:S34.",
        ),
        (
            "article",  # no volume
            "author = {Example, Ada}, title = {Beds.}, year = 2031, "
            "journal = {Journal of Gardens}, number = 3, pages = {40--54}, pmid = 123",
            "Example, A. (2031). Beds. Journal of Gardens, (3), 40–54.",
            "Example A. Beds. Journal of Gardens. 2031;(3):40-54. PubMed PMID: 123.",
        ),
        (
            "article",  # nothing but the journal
            "author = {Example, Ada}, title = {Beds}, year = 2031, journal = {Gardens}, "
            "doi = {10.0000/beds}",
            "Example, A. (2031). Beds. Gardens. https://doi.org/10.0000/beds",
            "Example A. Beds. Gardens. 2031. doi: 10.0000/beds",
        ),
        (
            "article",  # no journal, and an address that ends in a slash
            "author = {Example, Ada}, title = {Beds}, year = 2031, "
            "url = {https://garden.example/beds/}",
            "Example, A. (2031). Beds. https://garden.example/beds/",
            "Example A. Beds [Internet]. [place unknown]: [publisher unknown]; 2031. "
            "Available from: https://garden.example/beds/.",
        ),
        (
            "book",
            "author = {Example, Ada}, title = {Beds}, year = 2031, publisher = {Spade Press}",
            "Example, A. (2031). Beds. Spade Press.",
            "Example A. Beds. [place unknown]: Spade Press; 2031.",
        ),
        (
            "techreport",  # who wrote it brought it out as well
            "author = {{Garden Club}}, title = {Beds}, year = 2031, "
            "institution = {Garden Club}, url = {https://garden.example/beds}",
            "Garden Club. (2031). Beds. https://garden.example/beds",
            "Garden Club. Beds [Internet]. [place unknown]: Garden Club; 2031. "
            "Available from: https://garden.example/beds",
        ),
        (
            "techreport",
            "author = {Example, Ada}, title = {Beds}, year = 2031, institution = {Garden Club}",
            "Example, A. (2031). Beds. Garden Club.",
            "Example A. Beds. [place unknown]: Garden Club; 2031.",
        ),
        (
            "incollection",
            "author = {Example, Ada}, title = {Beds}, year = 2031, booktitle = {On gardens}, "
            "pages = {123--125}, publisher = {Spade Press}",
            "Example, A. (2031). Beds. In On gardens (pp. 123–125). Spade Press.",
            "Example A. Beds. In: On gardens. [place unknown]: Spade Press; 2031. p. 123-5.",
        ),
        (
            "phdthesis",
            "author = {Example, Ada}, title = {Beds}, year = 2031, school = {Shed University}",
            "Example, A. (2031). Beds [Doctoral dissertation, Shed University].",
            "Example A. Beds [dissertation]. [place unknown]: Shed University; 2031.",
        ),
    ],
)
def test_a_publication(kind: str, fields: str, in_apa: str, in_vancouver: str) -> None:
    citation = cited(fields, kind)
    assert apa(citation) == in_apa
    assert vancouver(citation) == in_vancouver


@pytest.mark.parametrize(
    ("authors", "in_apa", "in_vancouver"),
    [
        ("Example, A.B.C.", "Example, A. B. C.", "Example AB."),
        ("van der Bed, Ada", "van der Bed, A.", "van der Bed A."),
        ("Example, Jr., Ada", "Example, A., Jr.", "Example A Jr."),
        ("Example, III, Ada", "Example, A., III.", "Example A 3rd."),
        ("Example, Élodie", "Example, É.", "Example É."),
        ("{Garden Club, Inc.}", "Garden Club, Inc.", "Garden Club, Inc."),
        (
            "Example, Ada and {Garden Club}",
            "Example, A., & Garden Club.",
            "Example A, Garden Club.",
        ),
        ("Example, Ada and others", "Example, A., et al.", "Example A, et al."),
        (
            " and ".join(GARDENERS[:7]),
            "Gardenera, A., Gardenerb, B., Gardenerc, C., Gardenerd, D., Gardenere, E., "
            "Gardenerf, F., & Gardenerg, G.",
            "Gardenera A, Gardenerb B, Gardenerc C, Gardenerd D, Gardenere E, Gardenerf F, et al.",
        ),
        (
            " and ".join(GARDENERS[:6]),
            "Gardenera, A., Gardenerb, B., Gardenerc, C., Gardenerd, D., Gardenere, E., & "
            "Gardenerf, F.",
            "Gardenera A, Gardenerb B, Gardenerc C, Gardenerd D, Gardenere E, Gardenerf F.",
        ),
    ],
)
def test_authors(authors: str, in_apa: str, in_vancouver: str) -> None:
    assert apa(by(authors)) == f"{in_apa} (2031). Beds."
    unknown = "[place unknown]: [publisher unknown]; 2031."
    assert vancouver(by(authors)) == f"{in_vancouver} Beds. {unknown}"


def test_apa_names_twenty_authors_and_of_more_nineteen_and_the_last() -> None:
    twenty, twenty_two = apa(by(" and ".join(GARDENERS[:20]))), apa(by(" and ".join(GARDENERS)))
    assert "Gardeners, S., & Gardenert, T. (2031)" in twenty
    assert ". . ." not in twenty
    assert "Gardenerr, R., Gardeners, S., . . . Gardenerv, V. (2031)" in twenty_two
    assert "Gardenert" not in twenty_two
    assert "&" not in twenty_two


@pytest.mark.parametrize(
    ("pages", "short"),
    [
        ("784–795", "784-95"),
        ("123-125", "123-5"),
        ("40–54", "40-54"),
        ("100–111", "100-11"),
        ("98–103", "98-103"),
        ("12–12", "12"),
        ("S93–S99", "S93-9"),
        ("125A–126A", "125A-126A"),
        ("e77", "e77"),
        ("3, 9", "3, 9"),
        ("", ""),
    ],
)
def test_pages_as_nlm_shortens_them(pages: str, short: str) -> None:
    assert shortened(pages) == short


def test_our_letter_after_a_year_is_in_no_citation(garden_site: Site) -> None:
    references = {
        key: replace(reference, letter="x") for key, reference in garden_site.references.items()
    }
    citations = Citations(edition(replace(garden_site, references=references)))
    names = ("publication/example2031beds", "study/example2031beds", "quote/Q001")
    for citation in map(citations.of, map(RecordId.parse, names)):
        assert "2031" in apa(citation)
        assert "2031x" not in apa(citation) + vancouver(citation)


def test_a_record_of_ours(garden_site: Site) -> None:
    citation = Citations(edition(garden_site, URL)).of(RecordId("theory", "T002"))
    headline = "Weeding together can make people feel watched, and leave"
    assert apa(citation) == (
        f"The garden, contributors. (2032, January 4). {headline} (T002, Version 1) "
        "[Program theory, CC0]. The garden. https://g.example/theories/weeding-together/"
    )
    assert vancouver(citation) == (
        f"The garden, contributors. The garden [Internet]. {headline} (T002) [Program theory]; "
        "[version 1, updated 2032 Jan 4]. CC0. "
        "Available from: https://g.example/theories/weeding-together/."
    )


def test_a_quotation_holds_the_exact_words_and_names_its_publication(garden_site: Site) -> None:
    line = apa(Citations(edition(garden_site, URL)).of(RecordId("quote", "Q004")))
    exact = garden_site.quote("Q004").exact
    title = garden_site.references["example_2032-weeds"].title
    assert f"“{exact}”, from Example and מילה, 2032: {title} (Q004, Version 1)" in line
    assert line.endswith(" https://g.example/quotes/#Q004")


def test_what_is_retired_says_so(garden_site: Site) -> None:
    retirement = Retirement(on=date(2032, 2, 1), why="It rained.")
    theories = [t.model_copy(update={"retired": retirement}) for t in garden_site.theories]
    everything = Records({**garden_site.everything.collections, Theory: tuple(theories)})
    site = replace(garden_site, everything=everything)
    citation = Citations(edition(site, URL)).of(RecordId("theory", "T002"))
    assert "[Program theory, retired 2032-02-01, CC0]" in apa(citation)
    assert "[Program theory, retired 2032-02-01];" in vancouver(citation)


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (111, "111th"), (112, "112th"), (122, "122nd")],
)  # fmt: skip
def test_an_edition_is_counted_as_it_is_said(number: int, said: str) -> None:
    assert ordinal(number) == said


def test_a_chapter_without_its_book_keeps_its_edition_and_pages() -> None:
    fields = "author = {Example, Ada}, title = {Beds}, year = 2031, edition = 11, pages = {3--9}"
    line = apa(replace(cited(f"{fields}, booktitle = {{Gardens}}", "incollection"), container=""))
    assert line == "Example, A. (2031). Beds (11th ed., pp. 3–9)."


def test_words_that_run_to_the_left_stand_apart() -> None:
    assert runs("by שלום לכם, 2031") == [
        Run("by ", isolated=False), Run("שלום לכם", isolated=True), Run(", 2031", isolated=False)
    ]  # fmt: skip
    assert [run.isolated for run in runs("\u2068שלום\u2069 and \u2068مرحبا\u2069")] == [
        True, False, True
    ]  # fmt: skip

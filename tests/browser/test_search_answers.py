"""How search answers, on made-up documents: ids, slips, titles and other names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from tests.support.browsing import Open
from tests.support.made_search import asked

from theorybook.search.documents import Document

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ask(open_garden: Open, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what asks questions about made-up documents, in one visit."""
    page = open_garden("search/")

    def asking(documents: Sequence[Document], *questions: str) -> list[dict[str, Any]]:
        return asked(page, monkeypatch, documents, questions)

    return asking


def page_of(address: str, title: str, lead: str = "", **more: Any) -> Document:
    """Return a document of which only what matters here is given."""
    return Document(address, title, lead, more.pop("kind", "page"), **more)


def test_each_slip_of_a_visit_is_corrected_and_not_the_first_alone(ask: Ask) -> None:
    between = page_of("between/", "Under")  # or what is loaded for one has the other, too
    garden = [page_of("weeds/", "Weeding"), page_of("spades/", "Sharpening"), between]
    first, second = ask(garden, "wedeing", "sahrpening")
    assert (first["found"], first["guesses"]) == (["weeds/"], [["weeding"]])
    assert (second["found"], second["guesses"]) == (["spades/"], [["sharpening"]])


STUDIES = [
    page_of("studies/a/", "Beds", kind="study", other_ids=("s13033-023-00608-4", "123", "PMC456")),
    page_of("studies/b/", "Hedges", kind="study", other_ids=("10.1000/55750",)),
    page_of("cite/", "How to cite", "A DOI such as https://doi.org/10.1000/1, a PMID or a page"),
]


@pytest.mark.parametrize(
    "typed",
    [
        *("10.1186/s13033-023-00608-4", "S13033-023-00608-4", "doi:10.1186/s13033-023-00608-4."),
        *("https://doi.org/10.1186/s13033-023-00608-4", "see 10.1186/s13033-023-00608-4?"),
        *("https://journal.example/articles/10.1186/s13033-023-00608-4/full",),
        *("123", "PMID: 123", "pmid123", "https://pubmed.ncbi.nlm.nih.gov/123/"),
        *("PMC456", "PMCID: PMC456", "https://pmc.ncbi.nlm.nih.gov/articles/PMC456/"),
    ],
)
def test_a_study_is_found_by_its_numbers_however_they_are_typed(ask: Ask, typed: str) -> None:
    (said,) = ask(STUDIES, typed)
    assert said["found"][0] == "studies/a/"
    assert (said["guesses"], {*said["unknown"]} - {"see"}) == ([], set())


def test_a_doi_with_a_short_end_is_found_as_a_whole_alone(ask: Ask) -> None:
    whole, end = ask(STUDIES, "DOI 10.1000/55750", "55750")
    assert whole["found"][0] == "studies/b/"
    assert "studies/b/" not in end["found"]


@pytest.mark.parametrize(
    "typed",
    [
        *("theory 12", "Theory 012?", "what does theory 12 say", "T 12", "see T 12", "theory T12"),
        *("t012-e2", "T012 E2"),
    ],
)
def test_a_kind_and_a_number_or_a_letter_apart_are_an_id(ask: Ask, typed: str) -> None:
    theory = page_of("t/", "Mulch", id="T012", other_ids=("theory 012",), parts=("T012-E2",))
    other = page_of(
        "maintain/", "How to write a theory", "Number 12 says what to see of each piece"
    )
    (said,) = ask([other, theory], typed)
    assert said["found"][0] == ("t/#T012-E2" if "2" in typed.partition("12")[2] else "t/")


def test_a_number_behind_an_article_is_no_id(ask: Ask) -> None:
    answer, about = page_of("answers/", "Mulch", id="A17"), page_of("age/", "How old, 17 or more")
    asked, whole = ask([answer, about], "can a 17 year old dig", "A 17")
    assert asked["found"] == ["age/"]
    assert whole["found"][0] == "answers/"


TITLED = [
    page_of("retire/", "Retire a hedge", "A hedge of hedges", names=("hedge", "hedgy mulching")),
    page_of("hedges/", "Hedges"),
    page_of("mulch/", "Hedge and mulching"),
    page_of("both/", "Mulching hedges", names=("hedge mulching",)),
]


@pytest.mark.parametrize("typed", ["hedge", "hegdes", "what is a hedge"])
def test_a_title_is_found_through_a_plural_or_a_slip(ask: Ask, typed: str) -> None:
    (said,) = ask(TITLED, typed)
    assert said["found"][0] == "hedges/"


def test_a_slip_ranks_as_the_true_word_does(ask: Ask) -> None:
    true, slip = ask(TITLED, "hedge mulching", "hedge mulchign")
    assert slip["found"] == true["found"]
    assert slip["guesses"] == [["mulching"]]


def test_a_slip_is_no_form_of_another_word_that_begins_so(ask: Ask) -> None:
    garden = [page_of("bound/", "Bound to plants"), page_of("edges/", "A boundary")]
    slip, form = ask(garden, "boundory", "boundation")
    assert (slip["found"], slip["guesses"]) == (["edges/"], [["boundary"]])
    assert (form["found"], form["guesses"]) == (["bound/"], [])


def test_how_the_site_is_made_comes_last_unless_it_is_asked_for(ask: Ask) -> None:
    of_site = page_of(
        "maintain/edit/",
        "Write records of mulch",
        kind="page for maintainers",
        names=("add a record",),
    )
    garden = [of_site, page_of("notes/", "Record frost and mulch"), page_of("x/", "Add a record")]
    reading, making = ask(garden, "record mulch", "how do I add a record of mulch")
    assert reading["found"][:2] == ["notes/", "maintain/edit/"]
    assert making["found"][0] == "maintain/edit/"


def test_another_name_is_said_where_all_of_it_was_asked_for(ask: Ask) -> None:
    garden = [page_of("beds/", "Raised", "A box", names=("warm line", "cosy")), page_of("x/", "X")]
    typed = ("warm bed", "warm lines", "a cosy and warm place", "line that is warm and raised")
    said = [one["names"][0] for one in ask(garden, *typed)]
    assert said == [[], ["warm", "lines"], ["cosy"], ["line", "warm"]]
    shown = page_of("beds/", "Raised", "A warm line of boxes", names=("warm line",))
    assert ask([shown], "warm line")[0]["names"] == [[]]

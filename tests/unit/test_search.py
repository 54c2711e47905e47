"""What search can find: pages, parts of pages, what they say in whose voice, and hidden names."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest
from tests.support import editions
from tests.support.made import in_force

from theorybook.addresses import talk_address
from theorybook.bibliography.work import Work
from theorybook.kinds import KINDS
from theorybook.model.base import Voice
from theorybook.page import Page
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.search.documents import Document, is_searched, page_document, piece_documents
from theorybook.search.index import index_files
from theorybook.search.other_ids import kind_and_number, numbers_of
from theorybook.search.said import Said
from theorybook.search.sections import sections
from theorybook.search.typed_words import compared_id, words_in
from theorybook.site import Site


@pytest.fixture(scope="module")
def documents(garden_site: Site) -> dict[str, Document]:
    renderer = editions.renderer(garden_site)
    shown = [page for page in pages(garden_site) if is_searched(page)]
    made = [page_document(garden_site, page, renderer.page(page).html) for page in shown]
    return {found.address: found for found in (*made, *piece_documents(garden_site))}


def read(packed: bytes) -> Any:
    return json.loads(gzip.decompress(packed))


def test_every_record_in_force_can_be_found_with_its_other_names(
    garden_site: Site, documents: dict[str, Document]
) -> None:
    for id_ in in_force(garden_site):
        if id_.kind in {kind.name for kind in KINDS}:
            found = documents[garden_site.addresses[id_]]
            assert found.id == id_.id
            assert {*garden_site.record(id_).other_names} <= {*found.names}
            assert not found.is_found_by_id


def test_every_id_can_be_found(garden_site: Site, documents: dict[str, Document]) -> None:
    found = {id_ for document in documents.values() for id_ in (document.id, *document.parts)}
    assert {id_.id for id_ in garden_site.go} <= found


def test_what_is_retired_is_found_by_its_id_alone_and_says_so(
    garden_site: Site, documents: dict[str, Document]
) -> None:
    assert garden_site.retirements
    for id_, retirement in garden_site.retirements.items():
        found = documents[garden_site.addresses[id_]]
        assert found.is_found_by_id
        assert found.lead == f"Retired. {retirement.why}"
        assert not found.says


def test_questions_to_talk_about_are_found(
    garden_site: Site, documents: dict[str, Document]
) -> None:
    for theory in garden_site.theories:
        for talk in theory.talk:
            found = documents[talk_address(theory, talk)]
            assert found.title == talk.text
            assert found.id == talk.id


def test_what_a_theory_says_has_its_voice(
    garden_site: Site, documents: dict[str, Document]
) -> None:
    theory = garden_site.theory("T001")
    says = documents[garden_site.addresses[next(i for i in garden_site.go if i.id == "T001")]].says
    assert {said.voice for said in says} <= {voice.value for voice in Voice}
    evidence = theory.evidence[0]
    assert Said(evidence.adds, "from the study", evidence.id) in says
    assert Said(evidence.why, "our reading", evidence.id) in says
    told = {said.text for said in says}
    assert not {item.clause for item in theory.evidence} & told
    for action in theory.actions:
        (whole,) = (said for said in says if said.text.startswith(action.text.rstrip(".")))
        assert action.first_step in whole.text
        assert whole.voice == action.voice.value


def test_a_list_gives_no_more_than_its_title_its_lead_and_its_names(
    documents: dict[str, Document],
) -> None:
    for address in ("train/", "quotes/", "maintain/schema/"):
        assert documents[address].title
        assert documents[address].says == ()


def test_a_study_has_the_numbers_of_its_publication(
    garden_site: Site, documents: dict[str, Document]
) -> None:
    (numbered,) = (study for study in garden_site.studies if garden_site.references[study.key].doi)
    found = documents[garden_site.addresses[RecordId("study", numbered.key)]]
    assert found.other_ids == (garden_site.references[numbered.key].doi.partition("/")[2],)


def test_what_is_numbered_is_called_by_its_kind_too(
    garden_site: Site, documents: dict[str, Document]
) -> None:
    assert [*kind_and_number(RecordId("quote", "Q012"))] == ["quote 012", "quotation 012"]
    assert [*kind_and_number(RecordId("topic", "S02"))] == ["topic 02"]
    assert [*kind_and_number(RecordId("study", "beet2031beds"))] == []
    numbered = [id_ for id_ in garden_site.go if [*kind_and_number(id_)]]
    assert {*numbered} & garden_site.retirements.keys()
    for id_ in numbered:
        found = documents[garden_site.addresses[id_]]
        assert {*kind_and_number(id_)} <= {*found.other_ids}, id_


@pytest.mark.parametrize(
    ("doi", "asked_by"),
    [
        ("10.1000/s13033-023-00608-4", "s13033-023-00608-4"),
        ("10.1000/55750", "10.1000/55750"),  # any number may end so
        ("10.1000/car.28", "10.1000/car.28"),
    ],
)
def test_the_end_of_a_doi_is_enough_where_it_tells(doi: str, asked_by: str) -> None:
    work = Work(key="", entry_type="", authors=(), title="", year="", doi=doi)
    assert [*numbers_of(work)] == [asked_by]
    numbered = replace(work, pmid="123", pmcid="PMC456")
    assert [*numbers_of(numbered)] == [asked_by, "123", "PMC456"]


def test_footnotes_are_not_what_a_page_says() -> None:
    html = (
        '<div class="x"><p>Before<sup>1</sup></p></div>'
        '<div class="footnote"><div><li>10.1000/1</li></div><p>Ada</p></div><p>After</p>'
    )
    assert [said.text for said in sections(html)] == ["Before", "After"]


def test_a_page_by_hand_is_read_block_by_block(garden_site: Site) -> None:
    html = (
        '<h1 id="top">About<a class="headerlink">¶</a></h1><p>One <b>and</b> two&amp;three.</p>'
        '<nav><p>Not this</p></nav><h2 id="who">Who</h2><ul><li>Ada</li><li>Bo</li></ul>'
    )
    assert list(sections(html)) == [
        Said("About", id="top"),
        Said("One and two&three.", id="top"),
        Said("Who", id="who"),
        Said("Ada", id="who"),
        Said("Bo", id="who"),
    ]
    page = Page("about/", "About", "", "Lead", other_names=("who made this",))
    made = page_document(garden_site, page, html)
    assert made.names == ("who made this",)
    assert len(made.says) == 5


def test_a_page_for_maintainers_says_so(garden_site: Site) -> None:
    kinds = [
        page_document(garden_site, Page(address, "A", "", ""), "").kind
        for address in ("maintain/edit/", "about/")
    ]
    assert kinds == ["page for maintainers", "page"]


def test_the_way_in_and_pages_left_out_are_not_searched(garden_site: Site) -> None:
    for page in pages(garden_site):
        left_out = page.address in {"", "search/"} or not page.in_search
        assert is_searched(page) is not left_out
    assert is_searched(Page("about/", "", "", ""))


def test_words_are_without_capitals_accents_and_signs() -> None:
    assert words_in("Don't: Glümer’s BURN-OUT, day_2") == [
        "dont",
        "glumers",
        "burn",
        "out",
        "day",
        "2",
    ]


def files_of(documents: list[Document]) -> dict[str, Any]:
    """Return what each file of an index holds, by the end of its name."""
    return {address.split(".", 2)[2]: read(packed) for address, packed in index_files(documents)}


def entries(files: dict[str, Any]) -> dict[str, Any]:
    """Return all that the volumes of an index tell."""
    volumes = [files[f"{i}.words"] for i in range(len(files["index"]["starts"]))]
    assert [next(iter(volume)) for volume in volumes] == files["index"]["starts"]
    keys = [key for volume in volumes for key in volume]
    assert keys == sorted(set(keys))
    return {key: entry for volume in volumes for key, entry in volume.items()}


WEEDS = Document("a/", "A", "Lead", "page", says=(Said("Weeds and weeds", "our advice", "x"),))


def test_the_index_tells_where_words_stand_and_what_documents_say() -> None:
    none = replace(WEEDS, address="b/", says=())
    files = files_of([none, WEEDS, none, WEEDS])
    assert files["index"]["common"] == ["and", "weeds"]  # half of all have them: they tell nothing
    assert "weeds" not in entries(files)
    voice = files["index"]["voices"].index("our advice")
    assert files["0.texts"] == [[], [["Weeds and weeds", voice, "x"]]] * 2
    rare = files_of([none, WEEDS, none, none])
    assert rare["index"]["common"] == []
    assert entries(rare)["weeds"] == [[2], [], []]


def test_the_index_tells_what_names_a_document_and_where() -> None:
    bed = Document("b/", "Raised bed", "A bed", "term", names=("bed of soil",), id="B01")
    bed = replace(bed, other_ids=("10.1000/1",))
    told = entries(files_of([WEEDS, bed]))
    assert told["bed"][1] == [16 + 2 + 4 + 8]  # the second document: its lead, title and name
    assert told["bed"][2] == [[1, "bed of soil", 0], [1, "Raised bed", 1]]
    assert told["#b1"] == told["#1010001"] == [[1, ""]]


def test_a_long_title_is_not_kept_as_something_that_is_typed() -> None:
    long = Document("c/", "one two three four five six seven", "", "study")
    assert entries(files_of([long]))["one"] == [[], [4], []]


def test_what_is_found_by_its_id_is_found_by_no_word() -> None:
    gone = replace(WEEDS, id="T009", says=(), is_found_by_id=True)
    assert entries(files_of([gone])) == {"#t9": [[0, ""]]}


def test_documents_stand_some_to_a_file() -> None:
    files = files_of([replace(WEEDS, address=f"{i}/") for i in range(40)])
    together = files["index"]["together"]
    assert files[f"{39 // together}.documents"][39 % together]["address"] == "39/"
    assert len(files["index"]["kindOf"]) == 40


def test_many_words_are_in_more_than_one_volume_and_none_is_large() -> None:
    words = " ".join(f"word{i:05}" for i in range(9000))
    files = files_of([Document("a/", "A", "", "page", says=(Said(words),)), *[WEEDS] * 3])
    assert len(files["index"]["starts"]) > 3
    assert len(entries(files)) > 9000
    assert max(len(json.dumps(files[name])) for name in files if name.endswith("words")) < 60_000


def test_ids_are_compared_without_zeros_signs_and_capitals() -> None:
    assert {compared_id(typed) for typed in ("T002", "t2", "T 02")} == {"t2"}
    assert compared_id("T002-E10") == "t2e10"
    assert compared_id("halsall2023closure-F2") == "halsall2023closuref2"


def test_a_file_is_named_by_its_content() -> None:
    one = Document("a/", "A", "Lead", "page")
    names = [
        [address for address, _ in index_files([made])]
        for made in (one, one, replace(one, lead="x"))
    ]
    assert names[0] == names[1]
    assert names[0][0] != names[2][0]

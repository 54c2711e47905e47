"""What the data hold is on the site: each theory, quotation, gap, tension and finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.support.html import PARTS, Document, blocks, document, text_of

from theorybook.data.folder import read_folder
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.words.quotation_match import find

WORD = re.compile(r"\w+")


def test_every_theory_is_on_every_list(site: Site, real_site: Path) -> None:
    assert site.theories
    for address in ("theories/", "search/", "design/check/", "train/questions/"):
        text = document(real_site, address).text
        assert [t.id for t in site.theories if t.headline.text not in text] == [], address


def test_the_home_page_shows_the_theories_it_names(site: Site, real_site: Path) -> None:
    text = document(real_site, "").text
    first = site.settings.home.first
    assert [id_ for id_ in first if site.theory(id_).headline.text not in text] == []


def test_a_theory_page_has_all_its_parts(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        page = document(real_site, site.addresses[RecordId("theory", theory.id)])
        assert [part for part in PARTS if part not in page.ids] == []
        assert [item.id for item in theory.evidence if item.id not in page.ids] == []


def test_every_study_says_first_whether_clients_took_part(site: Site, real_site: Path) -> None:
    for study in site.studies:
        page = document(real_site, site.addresses[RecordId("study", study.key)])
        head, answer = text_of(page.with_class("head")[0]), study.clients
        said = f"{site.settings.clients.question} {answer.took_part.value.capitalize()}."
        assert f"{said} {answer.text} {answer.voice.value}" in head, study.key


def test_every_gap_is_on_the_page_of_gaps(site: Site, real_site: Path) -> None:
    text = document(real_site, "map/gaps/").text
    gaps = [gap for theory in site.theories for gap in theory.gaps]
    gaps += [gap for study in site.studies for gap in study.unread]
    gaps += [*site.gaps, *(term.unknown for term in site.terms if term.unknown)]
    assert gaps
    assert [gap.what for gap in gaps if gap.what not in text or gap.would_fill not in text] == []


def test_every_tension_is_met_where_it_matters(site: Site, real_site: Path) -> None:
    together = document(real_site, "map/tensions/")
    for tension in site.tensions:
        assert tension.id in together.ids
        assert all(side.text in together.text for side in tension.sides)
        names = [RecordId("theory", id_) for id_ in tension.theories]
        names += [RecordId("term", id_) for id_ in tension.terms]
        names += [RecordId("study", key) for key in site.studies_in(tension)]
        assert names
        for name in names:
            page = document(real_site, site.addresses[name])
            assert tension.title in page.text, (tension.id, name)


def test_the_findings_of_a_term_are_on_its_page(site: Site, real_site: Path) -> None:
    for term in site.terms:
        text = document(real_site, site.addresses[RecordId("term", term.id)]).text
        found = site.findings_with_term(term.id)
        assert [f.id for _, f, _ in found if f.text not in text] == []
        assert found or site.theories_with_term(term.id)


def test_what_waits_is_on_no_page(pages: tuple[Document, ...], root: Path) -> None:
    folder = read_folder(root / "data")
    record = folder.files["waiting"].record
    assert record is not None
    waiting = record.waiting
    titles = [e.title for e in waiting if not e.title.startswith("Title not seen")]
    assert [(t, p.url) for p in pages for t in titles if t in p.text] == []
    assert [e.id for e in waiting if e.id in folder.references] == []


def test_every_quotation_is_there_with_its_anchor(site: Site, real_site: Path) -> None:
    page = document(real_site, "quotes/")
    for quote in site.quotes:
        figure = page.one("figure", id=quote.id)
        words = [text_of(block) for block in figure.iter("blockquote")]
        assert words == [f"“{' '.join(quote.exact.split())}”"]
        assert site.speaker(quote.speaker) in text_of(figure)


def test_every_quotation_of_a_theory_is_on_its_page(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        page = document(real_site, site.addresses[RecordId("theory", theory.id)])
        for id_ in (item.quote for item in theory.evidence if item.quote):
            assert site.quote(id_).exact in text_of(page.one("figure", id=id_))


def test_a_stored_text_is_there_with_every_quotation_marked(site: Site, real_site: Path) -> None:
    for key in site.sources:
        page = document(real_site, site.addresses[RecordId("study", key)])
        (source,) = page.with_class("source")
        marks = " ".join("".join(mark.itertext()) for mark in source.iter("mark"))
        for quote in site.everything.quotes_of(key):
            if quote.stands != "title":
                assert f"text-{quote.id}" in page.ids
                assert find(quote.exact, marks) is not None, quote.id


def test_other_names_are_on_no_page(site: Site, pages: tuple[Document, ...], root: Path) -> None:
    named: tuple[Theory | Term | Study, ...] = (*site.theories, *site.terms, *site.studies)
    names = {name.lower() for record in named for name in record.other_names}
    templates = root / "hooks" / "theorybook" / "templates"
    code = (root / "hooks").rglob("*.py")  # citations are written there
    written = [*(root / "docs").rglob("*.md"), *templates.glob("*.html"), *code]
    data = re.sub(r"other_names: *\[[^\]]*\]", "", texts((root / "data").glob("*.yaml")))
    data += texts([root / "data" / "references.bib"])
    said = data + texts(written) + texts((root / "overrides").glob("*.html"))
    nowhere = by_first_word(names - standing(by_first_word(names), said))
    assert nowhere
    found = {
        page.url: standing(nowhere, "\n".join(blocks(page.root)).lower())
        for page in pages
        if page.url != "maintain/schema/"  # which shows whole records, as they are written
    }
    assert {url: names for url, names in found.items() if names} == {}


def texts(files: Iterable[Path]) -> str:
    """Return the text of files, in small letters."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files).lower()


def by_first_word(names: Iterable[str]) -> dict[str, list[tuple[str, list[str]]]]:
    """Return each name with its words, below the first of them."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for name in names:
        first, *others = WORD.findall(name)
        found.setdefault(first, []).append((name, [first, *others]))
    return found


def standing(named: Mapping[str, list[tuple[str, list[str]]]], text: str) -> set[str]:
    """Return the names that stand in a text as whole words."""
    words = WORD.findall(text)
    likely = {
        name
        for at, word in enumerate(words)
        for name, parts in named.get(word, ())
        if words[at : at + len(parts)] == parts
    }
    return {name for name in likely if name in text}

"""What has to be on the site is on it: the theories, the quotations, the study's facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.support.html import PARTS, Document, blocks, document, text_of

from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.site import Site

pytestmark = pytest.mark.xdist_group("site")
STUDY = "studies/halsall2023closure/"


def test_the_four_theories_are_there(site: Site, real_site: Path) -> None:
    assert [theory.id for theory in site.theories] == ["T001", "T002", "T003", "T004"]
    for address in ("", "theories/", "search/", "design/", "train/"):
        text = document(real_site, address).text
        assert [t.id for t in site.theories if t.headline.text not in text] == [], address


def test_a_theory_page_has_all_its_parts(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        page = document(real_site, site.addresses[f"theory/{theory.id}"])
        assert [part for part in PARTS if part not in page.ids] == []
        assert [item.id for item in theory.evidence if item.id not in page.ids] == []


def test_the_context_over_all_theories_is_said_to_be_unknown(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        page = document(real_site, site.addresses[f"theory/{theory.id}"])
        (when,) = (
            step for step in page.with_class("step") if text_of(step).startswith("When context")
        )
        assert "Not known" in text_of(when)
        links = [a.get("href") for a in when.iter("a")]
        assert "../../contexts/loft-over-arching-context/" in links
    page = document(real_site, "contexts/loft-over-arching-context/")
    assert [t.id for t in site.theories if t.headline.text not in page.text] == []


def test_every_quotation_is_there_with_its_anchor(site: Site, real_site: Path) -> None:
    page = document(real_site, "quotes/")
    for quote in site.quotes:
        figure = page.one("figure", id=quote.id)
        words = [text_of(block) for block in figure.iter("blockquote")]
        assert words == [f"“{' '.join(quote.exact.split())}”"]
        assert site.speaker(quote.speaker) in text_of(figure)


def test_every_quotation_of_a_theory_is_on_its_page(site: Site, real_site: Path) -> None:
    for theory in site.theories:
        page = document(real_site, site.addresses[f"theory/{theory.id}"])
        for item in theory.evidence:
            assert item.quote
            assert site.quote(item.quote).exact in text_of(page.one("figure", id=item.quote))


@pytest.mark.parametrize(
    "fact",
    [
        "Tanya Halsall, Mardi Daley, Lisa D. Hawke, Jo Henderson, Kimberly Matheson",
        "International Journal of Mental Health Systems, volume 17, article 34, 2023",
        "10.1186/s13033-023-00608-4",
        "PMID 37875958",
        "PMCID PMC10594763",
        "Licence CC BY 4.0",
        "© The Author(s) 2023. Licensed under CC BY 4.0.",
        "LOFT Transitional Age Youth (TAY) peer services",
        "Semi-structured interviews and focus groups",
        "Peer and non-peer staff",
        "How many people took part",
        "exploring how involvement in youth peer support work can promote peer development",
    ],
)
def test_the_facts_of_the_study_are_there(real_site: Path, fact: str) -> None:
    page = document(real_site, STUDY)
    assert any(fact in block for block in (*blocks(page.root), *rows(page)))


def rows(page: Document) -> list[str]:
    """Return each line of the tables of facts: its name and what it says."""
    return [" ".join(blocks(e)) for e in page.all("div") if e.find("dt") is not None]


def test_the_stored_text_is_there_with_every_quotation_marked(site: Site, real_site: Path) -> None:
    page = document(real_site, STUDY)
    (source,) = page.with_class("source")
    marks = "".join("".join(mark.itertext()) for mark in source.iter("mark"))
    for quote in site.quotes:
        if quote.stands != "title":
            assert f"text-{quote.id}" in page.ids
            assert quote.exact in " ".join(marks.split()), quote.id


def test_other_names_are_on_no_page(site: Site, pages: tuple[Document, ...], root: Path) -> None:
    named: tuple[Theory | Term | Study, ...] = (*site.theories, *site.terms, *site.studies)
    names = {name.lower() for record in named for name in record.other_names}
    templates = root / "hooks" / "theorybook" / "templates"
    written = [*(root / "docs").rglob("*.md"), *templates.glob("*.html")]
    data = re.sub(r"other_names: *\[[^\]]*\]", "", texts((root / "data").glob("*.yaml")))
    said = data + texts(written) + texts((root / "overrides").glob("*.html"))
    nowhere = {name for name in names if not stands(name, said)}
    assert len(nowhere) > 50
    found = [
        (page.url, name)
        for page in pages
        for block in blocks(page.root)
        for name in nowhere
        if stands(name, block.lower())
    ]
    assert found == []


def texts(files: Iterable[Path]) -> str:
    """Return the text of files, in small letters."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files).lower()


def stands(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as whole words."""
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None

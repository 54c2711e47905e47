"""Every sentence of a theory page says whose voice it is, and shows it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from tests.support.html import VOICE, Document, blocks, document, text_of

from theorybook.model.base import Voice
from theorybook.record_id import RecordId
from theorybook.site import Site

# Sentences of the site about itself. They claim nothing about peer support.
LABELS = (
    "How sure can we be?",
    "Use your browser's print.",
    "It prints the brief: the answer, what to do, what to check, what can go wrong.",
    "Print everything is asked for by this link.",
    "Name this site and the study.",
    "Name this site and the studies.",
    "Open one for both sides, and what to do meanwhile.",
    "Who spoke stands with each study.",
    "Answers stand in the address of this page, after #, and are not sent.",
    "Whoever gets the address sees them.",
)


@pytest.fixture(scope="session")
def theory_pages(site: Site, real_site: Path) -> list[Document]:
    return [document(real_site, site.addresses[RecordId("theory", t.id)]) for t in site.theories]


def sentences(page: Document) -> list[str]:
    """Return what reads as a sentence in the article, outside everything that has a voice."""
    found = [
        sentence.strip()
        for block in blocks(page.one("article", id="main"), VOICE, "data-copy")
        for sentence in re.findall(r"[^.?!]+[.?!]", block)
    ]
    long = [sentence for sentence in found if len(sentence.split()) >= 4]
    return [sentence for sentence in long if not sentence.startswith(("Term: ", "We read: "))]


def test_no_sentence_is_without_a_voice(site: Site, theory_pages: list[Document]) -> None:
    for page in theory_pages:
        # The headline has its voice in the line below it; other tests see to that line.
        headline = text_of(page.one("h1"))
        quiet = (*LABELS, headline, *(tension.title for tension in site.tensions))
        # What the site says of its own versions, and references as others print them.
        others = text_of(page.with_class("references")[0]) + text_of(page.with_class("history")[0])
        silent = [s for s in sentences(page) if s not in quiet and s not in headline + others]
        assert silent == [], page.url


def test_the_line_below_the_headline_says_whose_it_is(
    site: Site, theory_pages: list[Document]
) -> None:
    for theory, page in zip(site.theories, theory_pages, strict=True):
        head = list(page.parents[page.one("h1")])
        below = head[head.index(page.one("h1")) + 1]
        assert below.get(VOICE) == theory.headline.voice.value
        assert theory.headline.voice.value in text_of(below)


def test_every_voice_is_one_of_the_four(pages: tuple[Document, ...]) -> None:
    said = {v for page in pages for e in page.root.iter() if (v := e.get(VOICE)) is not None}
    assert said == {voice.value for voice in Voice}


def test_every_voice_can_be_read(theory_pages: list[Document]) -> None:
    for page in theory_pages:
        marked = [e for e in page.root.iter() if e.get(VOICE)]
        assert len(marked) > 20
        assert [text_of(e) for e in marked if not shown(e)] == [], page.url


def shown(element: Element) -> bool:
    """Tell whether an element says its voice in words, as a quotation does in its caption."""
    words = text_of(element).lower()
    return (element.get(VOICE) or "?") in words or (
        element.tag == "figure" and "whose voice:" in words
    )

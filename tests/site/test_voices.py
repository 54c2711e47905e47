"""Every sentence of a theory page says whose voice it is, and shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.html import VOICE, Document, blocks, document, text_of
from theorybook.model.base import Voice
from theorybook.site import Site

pytestmark = pytest.mark.xdist_group("site")
# Sentences of the site about itself. They claim nothing about the world.
LABELS = (
    "Your browser prints this page on its own, without menus.",
    "Name this site and the study.",
)


@pytest.fixture(scope="session")
def theory_pages(site: Site, real_site: Path) -> list[Document]:
    return [document(real_site, site.addresses[f"theory/{t.id}"]) for t in site.theories]


def sentences(page: Document) -> list[str]:
    """Return what reads as a sentence in the article, outside everything that has a voice."""
    found = [
        sentence.strip()
        for block in blocks(page.one("article", id="main"), without=VOICE)
        for sentence in re.findall(r"[^.?!]+[.?!]", block)
    ]
    return [sentence for sentence in found if len(sentence.split()) >= 4]


def test_no_sentence_is_without_a_voice(theory_pages: list[Document]) -> None:
    for page in theory_pages:
        assert [s for s in sentences(page) if s not in LABELS] == [], page.url


def test_every_voice_is_one_of_the_four_and_shows(theory_pages: list[Document]) -> None:
    known = {voice.value for voice in Voice}
    for page in theory_pages:
        marked = [e for e in page.root.iter() if e.get(VOICE)]
        assert len(marked) > 20
        assert {e.get(VOICE) for e in marked} <= known
        silent = [text_of(e) for e in marked if not shows(page, e.get(VOICE) or "", e)]
        assert silent == [], page.url

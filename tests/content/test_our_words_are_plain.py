"""Our own pages are plainer than the check asks for: their means."""

from __future__ import annotations

import pytest

from theorybook.model.base import prose_in
from theorybook.site import Site
from theorybook.words.reading import Reading


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Reading]:
    """Return what was measured of each theory page."""
    return {t.id: Reading.of(text for _, text in prose_in(t)) for t in site.theories}


def test_the_theory_pages_read_at_grade_six_in_the_mean(pages: dict[str, Reading]) -> None:
    assert sum(page.grade for page in pages.values()) / len(pages) <= 6


def test_sentences_have_fifteen_words_in_the_mean(pages: dict[str, Reading]) -> None:
    words = sum(page.words for page in pages.values())
    sentences = sum(len(page.sentences) for page in pages.values())
    assert sentences
    assert words / sentences <= 15

"""The site's own words are plain: grade and length of sentences, page by page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.support.projects import run

from theorybook.model.base import prose_in
from theorybook.site import Site
from theorybook.words.reading import Reading


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, Reading]:
    """Return what was measured of each theory page."""
    site = Site.load(root)
    return {t.id: Reading.of(text for _, text in prose_in(t)) for t in site.theories}


def worst(pages: dict[str, Reading]) -> str:
    """Return the hardest sentences of all pages, one a line."""
    together = Reading(tuple(s for page in pages.values() for s in page.sentences))
    return "\n".join(f"{grade:.1f} {sentence}" for grade, sentence in together.hardest(10))


def test_no_theory_page_reads_above_grade_eight(pages: dict[str, Reading]) -> None:
    hard = {id_: page for id_, page in pages.items() if page.grade > 8}
    assert not hard, worst(hard)


def test_no_sentence_has_more_than_25_words(pages: dict[str, Reading]) -> None:
    assert pages
    assert max(page.longest for page in pages.values()) <= 25, worst(pages)


def test_the_check_prints_what_was_measured(root: Path, pages: dict[str, Reading]) -> None:
    said = run(root / "scripts" / "check.py").stdout
    mean = sum(page.grade for page in pages.values()) / len(pages)
    found = re.search(r"theory pages at school grade ([\d.]+) in the mean, ([\d.]+) the", said)
    assert found
    assert float(found[1]) == pytest.approx(mean, abs=0.05)
    assert float(found[2]) == pytest.approx(max(p.grade for p in pages.values()), abs=0.05)
    assert worst(pages).split("\n", 1)[0].split(" ", 1)[1] in said

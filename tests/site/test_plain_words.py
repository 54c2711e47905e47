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
def readings(site: Site) -> dict[str, Reading]:
    """Return what was measured of each theory page."""
    return {t.id: Reading.of(text for _, text in prose_in(t)) for t in site.theories}


def worst(readings: dict[str, Reading]) -> str:
    """Return the hardest sentences of all pages, one a line."""
    together = Reading(tuple(s for page in readings.values() for s in page.sentences))
    return "\n".join(f"{grade:.1f} {sentence}" for grade, sentence in together.hardest(10))


def test_no_theory_page_reads_above_grade_eight(readings: dict[str, Reading]) -> None:
    hard = {id_: page for id_, page in readings.items() if page.grade > 8}
    assert not hard, worst(hard)


def test_no_sentence_has_more_than_25_words(readings: dict[str, Reading]) -> None:
    assert readings
    assert max(page.longest for page in readings.values()) <= 25, worst(readings)


def test_the_check_prints_what_was_measured(root: Path, readings: dict[str, Reading]) -> None:
    said = run(root / "scripts" / "check.py").stdout
    mean = sum(page.grade for page in readings.values()) / len(readings)
    found = re.search(r"theory pages at school grade ([\d.]+) in the mean, ([\d.]+) the", said)
    assert found
    assert float(found[1]) == pytest.approx(mean, abs=0.05)
    assert float(found[2]) == pytest.approx(max(p.grade for p in readings.values()), abs=0.05)
    assert worst(readings).split("\n", 1)[0].split(" ", 1)[1] in said

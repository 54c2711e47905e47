"""Does it work? Our answer is short, says no more than trials and reviews, and is soon found."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.html import blocks, document

from theorybook.model.answer import Found
from theorybook.site import Site

pytestmark = pytest.mark.xdist_group("site")
# Kinds of study whose results the page may tell: they test, or they gather what was tested.
TELLS = {"trial", "review", "realist-review"}
MOST_WORDS = 250


def test_only_results_of_trials_and_reviews_are_told(site: Site) -> None:
    findings = {f.id: (study, f) for study in site.studies for f in study.findings}
    for answer in site.answers:
        for id_ in (id_ for said in answer.says for id_ in said.cites):
            study, finding = findings[id_]
            assert (study.design in TELLS, finding.standing.value) == (True, "result"), id_


def test_a_result_that_the_study_calls_exploratory_is_no_plain_gain(site: Site) -> None:
    exploratory = {f.id for study in site.studies for f in study.findings if f.exploratory}
    cited = [(a, id_) for a in site.answers for said in a.says for id_ in said.cites]
    told = [answer for answer, id_ in cited if id_ in exploratory]
    assert told
    assert {answer.found for answer in told} <= {Found.PERHAPS, Found.UNSETTLED}


def test_young_people_and_adults_come_first(site: Site) -> None:
    assert [name for name, _ in site.answers_by_group()][:2] == ["young people", "adults"]


def test_there_are_few_words_above_the_lines(real_site: Path) -> None:
    page = document(real_site, "does-it-work/")
    text = " ".join(blocks(page.one("article", id="main")))
    assert len(text.partition("Line by line")[0].split()) <= MOST_WORDS

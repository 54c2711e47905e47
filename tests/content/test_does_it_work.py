"""Does it work? Our answer is short, says no more than trials and reviews, and is soon found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.support.browsing import Open
from tests.support.html import blocks, document

from theorybook.model.answer import Found
from theorybook.model.base import Voice
from theorybook.model.study import Direction
from theorybook.site import Site

# Kinds of study whose results the page may tell: they test, or they gather what was tested.
TELLS = {"trial", "review", "realist-review"}
MOST_WORDS = 250
PAGE = re.compile(rb"/Type\s*/Page\b")


# What a sentence says first if it rests on something else.
OTHERWISE = ("Not a trial", "As background")


def test_only_results_of_trials_and_reviews_are_told_or_it_says_so(site: Site) -> None:
    findings = {f.id: (study, f) for study in site.studies for f in study.findings}
    for answer in site.answers:
        for said in (*answer.says, *filter(None, [answer.minute])):
            told = [findings[id_] for id_ in said.cites if said.voice is Voice.STUDY]
            plain = all(s.design in TELLS and f.standing.value == "result" for s, f in told)
            assert plain != said.text.startswith(OTHERWISE), (answer.id, said.text)


def test_what_no_trial_or_review_tells_is_not_settled_or_not_tested(site: Site) -> None:
    for answer in site.answers:
        told = [said for said in answer.says if said.voice is Voice.STUDY]
        if all(said.text.startswith(OTHERWISE) for said in told):
            assert answer.found in {Found.UNSETTLED, Found.UNTESTED}, answer.id


def test_a_gain_beside_no_change_is_never_told_as_a_gain(site: Site) -> None:
    findings = {f.id: f for study in site.studies for f in study.findings}
    gains = {Found.BETTER, Found.PERHAPS}
    for answer in site.answers:
        cited = (id_ for said in answer.says if said.voice is Voice.STUDY for id_ in said.cites)
        points = {term.points for id_ in cited for term in findings[id_].terms}
        if Direction.NO_CHANGE in points:
            assert answer.found not in gains, answer.id


def test_a_result_that_the_study_calls_exploratory_is_no_plain_gain(site: Site) -> None:
    exploratory = {f.id for study in site.studies for f in study.findings if f.exploratory}
    cited = [(a, id_) for a in site.answers for said in a.says for id_ in said.cites]
    told = [answer for answer, id_ in cited if id_ in exploratory]
    assert {answer.found for answer in told} <= {Found.PERHAPS, Found.MIXED, Found.UNSETTLED}


def test_each_statement_rests_on_a_finding_and_opens_it(site: Site, real_site: Path) -> None:
    page = document(real_site, "does-it-work/")
    told = {link.get("href", "").rpartition("#")[2] for link in page.all("a")}
    for answer in site.answers:
        for said in (*answer.says, *filter(None, [answer.minute])):
            assert said.cites, answer.id
            if said.voice is Voice.STUDY:
                assert told & set(said.cites), (answer.id, said.text)
    minute = page.one("section", **{"aria-labelledby": "minute minute-voice"})
    items = list(minute.iter("li"))
    assert len(items) == sum(1 for answer in site.answers if answer.minute)
    assert all(any("-F" in a.get("href", "") for a in item.iter("a")) for item in items)


def test_those_whom_the_site_is_for_are_told_of_first(site: Site, real_site: Path) -> None:
    page = document(real_site, "does-it-work/")
    minute = " ".join(blocks(page.one("section", **{"aria-labelledby": "minute minute-voice"})))
    order = [group.name for group in site.settings.groups]
    told = [name for name, answers in site.answers_by_group() if any(a.minute for a in answers)]
    places = [minute.index(f"{name[0].upper()}{name[1:]}") for name in order if name in told]
    assert places == sorted(places)
    assert len(places) > 1


def test_there_are_few_words_above_the_lines(real_site: Path) -> None:
    page = document(real_site, "does-it-work/")
    text = " ".join(blocks(page.one("article", id="main")))
    assert len(text.partition("Line by line")[0].split()) <= MOST_WORDS


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_one_sheet(open_page: Open, paper: str) -> None:
    page = open_page("does-it-work/")
    assert 0 < len(PAGE.findall(page.pdf(format=paper))) <= 2


def test_a_line_that_is_led_to_is_open(open_page: Open, site: Site) -> None:
    one, other = site.answers[0].id, site.answers[-1].id
    page = open_page(f"does-it-work/#{one}")
    expect(page.locator(f"#{one} details > div")).to_be_visible()
    expect(page.locator(f"#{other} details > div")).not_to_be_visible()


def test_the_paragraph_carries_its_limits_and_its_source(open_page: Open, site: Site) -> None:
    page = open_page("does-it-work/#paragraph", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the paragraph").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    minutes = [answer.minute for answer in site.answers if answer.minute]
    assert minutes
    for minute in minutes:
        assert minute.text in copied
        studies = {site.study_of(id_) for id_ in minute.cites}
        assert all(site.references[key].short in copied for key in studies)
    assert "A good lead, not proof." in copied
    assert copied.rstrip().endswith("/does-it-work/")

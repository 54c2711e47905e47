"""What is counted of each record, and when somebody should look at it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.support.editions import edition, renderer
from tests.support.retiring import retire

from theorybook.addresses import HEALTH as HEALTH_PAGE
from theorybook.due import all_due
from theorybook.exports.tables.health import HEALTH
from theorybook.health import health
from theorybook.model.base import prose_in
from theorybook.model.helpline import Helpline
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.pages.health_page import health_context
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.strength import strength
from theorybook.words.reading import Reading

if TYPE_CHECKING:
    from tests.conftest import Project


def test_of_a_theory_it_is_what_its_page_says(garden_site: Site) -> None:
    for theory in garden_site.theories:
        found = health(garden_site, theory)
        behind = garden_site.studies_behind(theory)
        assert found.studies == len(behind)
        assert found.depth is garden_site.closest(behind)
        assert found.rung is strength(garden_site, theory).rung
        assert found.unknowns == len(theory.gaps)
        assert found.looked_on == theory.looked_on
        assert found.reading == Reading.of(text for _, text in prose_in(theory))


def test_of_other_records_it_is_what_they_have(garden_site: Site) -> None:
    for study in garden_site.studies:
        found = health(garden_site, study)
        assert (found.studies, found.depth, found.rung) == (1, study.depth, None)
        assert found.unknowns == len(study.unread)
    for gap in garden_site.gaps:
        assert (health(garden_site, gap).unknowns, health(garden_site, gap).studies) == (1, 0)
    for line in garden_site.of(Helpline):
        assert health(garden_site, line).looked_on == line.looked_on
        assert health(garden_site, line).depth is None


def test_a_record_is_named_by_all_that_write_its_id_or_that_of_a_part(garden_site: Site) -> None:
    study = garden_site.studies[0]
    by = garden_site.naming(RecordId("study", study.key))
    assert study not in by
    assert len(by) == len({(type(record), str(record)) for record in by})
    assert set(garden_site.theories_with_study(study.key)) <= set(by)
    for quote in garden_site.of(Quotation):
        cited = [s for s in garden_site.studies if any(f.quote == quote.id for f in s.findings)]
        named = garden_site.naming(RecordId("quote", quote.id))
        assert {*cited, *garden_site.theories_with_quote(quote.id)} <= set(named)


def test_what_only_retired_records_name_is_named_by_nothing(project: Project) -> None:
    before = Site.load(project.root)
    theory = before.theory("T002")
    only_there = [
        RecordId("term", term.id)
        for term in before.terms
        if before.naming(RecordId("term", term.id)) == (theory,)
    ]
    assert only_there
    site = retire(project, "theory/T002")
    assert dict(health_context(site)["unnamed"])[_kind(site, Term)] == only_there
    in_no_theory = dict(health_context(site)["in_no_theory"])
    assert in_no_theory[_kind(site, Study)] == [
        RecordId("study", study.key)
        for study in site.studies
        if all(item.study != study.key for t in site.theories for item in t.evidence)
    ]
    used = {part.term for part in site.theory("T001").parts}
    assert {id_.id for id_ in in_no_theory[_kind(site, Term)]} >= {
        part.term for part in theory.parts if part.term not in used
    }


def _kind(site: Site, model: type) -> object:
    return next(kind for kind, _ in health_context(site)["in_no_theory"] if kind.model is model)


def test_each_theory_counts_once_for_whom_it_is_about_and_once_for_each_term(
    garden_site: Site,
) -> None:
    context = health_context(garden_site)
    assert sum(row.theories for row in context["people"]) == len(garden_site.theories)
    for kind, rows in context["covered"]:
        assert {row.record.id for row in rows} == {t.id for t in garden_site.terms_of(kind)}
        for row in rows:
            assert row.theories == sum(
                any(part.term == row.record.id for part in theory.parts)
                or any(
                    slot.unknown and slot.unknown.term == row.record.id
                    for slot in theory.slots.values()
                )
                for theory in garden_site.theories
            )


def test_a_long_list_ends_and_says_so(garden_site: Site) -> None:
    (page,) = (page for page in pages(garden_site) if page.address == HEALTH_PAGE)
    long = {**page.context, "theories": page.context["theories"] * 150}
    html = renderer(garden_site).page(replace(page, context=long)).html
    assert html.count("data-rung=") == 200
    assert html.count("These are the first 200 of 300.") == 1


def test_every_kind_says_how_many_are_in_force(garden_site: Site) -> None:
    for each in health_context(garden_site)["words"]:
        assert each.records == len(garden_site.of(each.kind.model))


def test_what_is_due_first_comes_first(project: Project) -> None:
    project.edit("data/theories.yaml", "review_by: 2033-01-04", "review_by: 2032-05-01")
    due = all_due(Site.load(project.root))
    assert due[0].record == RecordId("theory", "T002")
    assert list(due) == sorted(due, key=lambda each: each.by)


def test_theories_and_help_lines_are_due(garden_site: Site) -> None:
    due = all_due(garden_site)
    by = {each.record: (each.last, each.by) for each in due}
    for theory in garden_site.of(Theory):
        assert by.pop(RecordId("theory", theory.id)) == (theory.reviewed, theory.review_by)
    for line in garden_site.of(Helpline):
        half_a_year = line.looked_on + timedelta(days=183)
        assert by.pop(RecordId("helpline", line.id)) == (line.looked_on, half_a_year)
    assert by == {}


@pytest.mark.parametrize("name", ["theory/T002", "helpline/rake-line"])
def test_what_is_retired_is_never_due(project: Project, name: str) -> None:
    assert RecordId.parse(name) in {due.record for due in all_due(Site.load(project.root))}
    assert RecordId.parse(name) not in {due.record for due in all_due(retire(project, name))}


def test_the_table_has_every_record_once(garden_site: Site) -> None:
    rows = list(HEALTH.rows(edition(garden_site)))
    assert [RecordId(str(row["kind"]), str(row["id"])) for row in rows] == [
        *garden_site.everything.by_id
    ]
    assert len(rows) == HEALTH.count(garden_site)
    (theory,) = (row for row in rows if row["id"] == "T001")
    record = garden_site.theory("T001")
    found = health(garden_site, record)
    assert theory["grade"] == found.reading.told_grade
    assert date.fromisoformat(str(theory["review_by"])) == record.review_by
    assert theory["unknowns"] == len(record.gaps)
    (line,) = (row for row in rows if row["kind"] == "helpline")
    assert line["rung"] is line["review_by"] is None

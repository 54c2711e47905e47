"""What was looked for and not found is met on every page it bears on, as plainly as a gain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.support.html import document

from theorybook.kinds import id_of
from theorybook.model.base import statements_in
from theorybook.model.evidence import Stance
from theorybook.model.study import Direction, Finding
from theorybook.record_id import RecordId
from theorybook.site import Site

NOTHING = "None of these goes against the theory"


def nulls(site: Site) -> list[Finding]:
    """Return the findings that somebody looked for a change and found none."""
    findings = (finding for study in site.studies for finding in study.findings)
    return [f for f in findings if any(term.points is Direction.NO_CHANGE for term in f.terms)]


def bears_on(site: Site, null: Finding) -> Iterator[RecordId]:
    """Yield the records that a finding bears on: its terms, and all that rest on it."""
    terms = {term.id for term in site.terms}
    for placement in null.terms:
        if placement.points is Direction.NO_CHANGE and placement.term in terms:
            yield RecordId("term", placement.term)
    for theory in site.theories:
        if any(item.finding == null.id for item in theory.evidence):
            yield id_of(theory)
    for record in (*site.theories, *site.tensions, *site.answers):
        if any(null.id in statement.cites for _, statement in statements_in(record)):
            yield id_of(record)


def test_a_null_is_met_wherever_it_bears(site: Site, real_site: Path) -> None:
    linked: dict[str, set[str]] = {}
    assert nulls(site)
    for null in nulls(site):
        for record in bears_on(site, null):
            url = site.addresses[record].partition("#")[0]
            if url not in linked:
                links = document(real_site, url).all("a")
                linked[url] = {str(link.get("href")).rpartition("#")[2] for link in links}
            assert null.id in linked[url], (null.id, record)


def test_no_page_says_that_nothing_goes_against_what_something_does(
    site: Site, real_site: Path
) -> None:
    says = {t.id: NOTHING in document(real_site, site.addresses[RecordId("theory", t.id)]).text
            for t in site.theories}  # fmt: skip
    against = {
        theory.id: any(item.stance is Stance.AGAINST for item in theory.evidence)
        for theory in site.theories
    }
    assert says == {id_: not found for id_, found in against.items()}

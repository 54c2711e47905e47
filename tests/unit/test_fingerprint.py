"""The sum of a record: it changes with what the record says, and with nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.support.made import ById, every_record

from theorybook.kinds import id_of
from theorybook.model.versioned import Change, Retirement
from theorybook.problems import Place
from theorybook.published.fingerprint import fingerprint, fingerprints
from theorybook.site import Site


@pytest.fixture
def records(garden_site: Site) -> ById:
    return every_record(garden_site)


def test_every_record_has_a_sum_of_its_own(garden_site: Site, records: ById) -> None:
    sums = fingerprints(garden_site.everything, garden_site.references)
    assert sums.keys() == records.keys()
    assert len(set(sums.values())) == len(sums)
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in sums.values())


def test_the_sums_that_were_published_stay(garden_site: Site) -> None:
    """A sum that comes out otherwise would ask for a new version of every record."""
    sums = fingerprints(garden_site.everything, garden_site.references)
    published = garden_site.published.versions
    assert len(published) == 4
    for name, by_version in published.items():
        assert by_version == {1: sums[name]}


def test_its_history_and_its_retirement_are_not_what_it_says(
    records: ById,
) -> None:
    later = Change(version=9, date=date(2032, 5, 1), what="A comma.")
    gone = Retirement(on=date(2032, 6, 1), why="W.")
    for record in records.values():
        for change in ({"history": (*record.history, later)}, {"retired": gone}):
            assert fingerprint(record.model_copy(update=change)) == fingerprint(record)


def test_a_retired_part_is(garden_site: Site) -> None:
    theory = garden_site.everything.theory("T001")
    gone = Retirement(on=date(2032, 6, 1), why="W.")
    first, *others = theory.evidence
    evidence = (first.model_copy(update={"retired": gone}), *others)
    assert fingerprint(theory.model_copy(update={"evidence": evidence})) != fingerprint(theory)


def test_a_study_says_what_its_publication_does(garden_site: Site) -> None:
    study, reference = garden_site.studies[0], garden_site.references["example2031beds"]
    own = fingerprint(study, reference)
    assert own != fingerprint(study)
    assert own != fingerprint(study, replace(reference, title="Other beds"))
    assert own == fingerprint(study, replace(reference, letter="b", place=Place("x.bib", 9, 9)))


def test_the_sum_of_a_study_is_that_of_its_record_with_its_publication(garden_site: Site) -> None:
    sums = fingerprints(garden_site.everything, garden_site.references)
    for study in garden_site.everything.studies:
        own = fingerprint(study, garden_site.references[study.key])
        assert sums[id_of(study)] == own != fingerprint(study)

"""What the page on the health of the records shows: lists and counts, each of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from theorybook.due import all_due
from theorybook.exports.tables.health import HEALTH
from theorybook.health import health
from theorybook.kinds import KINDS, RecordKind, id_of, kind_of
from theorybook.list_filters import study_filters, theory_filters
from theorybook.model.quotation import Quotation
from theorybook.model.standard import Standard
from theorybook.model.study import Study
from theorybook.model.term import Term, TermKind
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.words.reading import Reading

# What is there to be named by other records. All else stands by itself on a list.
_TO_BE_NAMED = (Study, Quotation, Term, Standard)
_FEW = ("none", "no theory")
_SOME = ("some", "one or more")


@dataclass(frozen=True)
class Words:
    """A kind of record: how many are in force, and what was measured of their plain words."""

    kind: RecordKind
    records: int
    reading: Reading


@dataclass(frozen=True)
class Covered:
    """Something that theories are about: its name, its record if it is one, and how many are."""

    name: str
    record: RecordId | None
    theories: int


def health_context(site: Site) -> Mapping[str, Any]:
    """Return all that the page shows, worked out from the records in force."""
    by_review = sorted(site.theories, key=lambda theory: (theory.review_by, theory.id))
    by_name = sorted(site.studies, key=lambda study: site.references[study.key].sort_key)
    by_use = sorted(by_name, key=lambda study: len(site.theories_with_study(study.key)))
    return {
        "due": all_due(site),
        "theories": [health(site, theory) for theory in by_review],
        "theory_filters": [each for each in theory_filters(site) if each[0] in ("about", "rung")],
        "studies": [health(site, study) for study in by_use],
        "study_filters": [
            *(each for each in study_filters(site) if each[0] == "depth"),
            ("theories", "In theories", [_FEW, _SOME]),
        ],
        "words": [_words(site, kind) for kind in KINDS],
        "in_no_theory": [
            _those(Study, (s for s in by_name if not site.theories_with_study(s.key))),
            _those(Term, (t for t in site.terms if not site.theories_with_term(t.id))),
        ],
        "unnamed": [
            _those(model, (r for r in site.of(model) if not site.naming(id_of(r))))
            for model in _TO_BE_NAMED
        ],
        "people": [
            Covered(person.name, None, sum(t.about == person.id for t in site.theories))
            for person in site.settings.people
        ],
        "covered": [(kind, _most_first(_by_term(site, kind))) for kind in TermKind],
        "guides": sorted(site.of(Standard), key=lambda guide: (guide.looked_on, guide.id)),
        "table": HEALTH.address,
        "gaps": sorted(site.gaps, key=lambda gap: (gap.looked_on, gap.id)),
    }


def _words(site: Site, kind: RecordKind) -> Words:
    records = site.of(kind.model)
    sentences = (s for record in records for s in health(site, record).reading.sentences)
    return Words(kind, len(records), Reading(tuple(sentences)))


def _those(
    model: type[VersionedRecord], records: Iterable[VersionedRecord]
) -> tuple[RecordKind, list[RecordId]]:
    return kind_of(model), [id_of(record) for record in records]


def _by_term(site: Site, kind: TermKind) -> Iterator[Covered]:
    for term in site.terms_of(kind):
        yield Covered(term.name, id_of(term), len(site.theories_with_term(term.id)))


def _most_first(rows: Iterable[Covered]) -> list[Covered]:
    return sorted(rows, key=lambda row: (-row.theories, row.name))

"""Studies as tables: what they did, what they report, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.tables.column import Column, Value, fields
from theorybook.exports.tables.table import STUDY, Line, RecordTable
from theorybook.kinds import id_of
from theorybook.model.study import Clients, Finding, Placement, Study
from theorybook.record_id import RecordId
from theorybook.site import Site

_BIBLIOGRAPHIC = (
    *("title", "year", "volume", "number", "pages"),
    *("doi", "pmid", "pmcid"),
)
_TOOK_PART = Column(
    "clients_took_part",
    Clients.model_fields["took_part"].description or "",
    value=lambda study: study.clients.took_part.value,
)


def _of_studies(site: Site) -> Iterator[Line]:
    for study in site.all_of(Study):
        reference = site.references[study.key]
        cells: dict[str, Value] = {
            "name": reference.short,
            "authors": reference.author_names,
            "journal": reference.container,
            **{name: getattr(reference, name) for name in _BIBLIOGRAPHIC},
        }
        yield Line(id_of(study), study, cells)


def _of_findings(site: Site) -> Iterator[Line]:
    for study in site.everything.studies:
        for finding in study.findings:
            in_force = not (study.retired or finding.retired)
            cells: dict[str, Value] = {"in_force": in_force, "study": study.key}
            yield Line(RecordId("finding", finding.id), finding, cells)


def _of_placements(site: Site) -> Iterator[Line]:
    for study in site.everything.studies:
        for finding in study.findings:
            for term, placement in {item.term: item for item in finding.terms}.items():
                retired = study.retired or finding.retired or site.term(term).retired
                cells: dict[str, Value] = {
                    "in_force": not retired,
                    "study": study.key,
                    "finding": finding.id,
                }
                at, id_ = RecordId("finding", finding.id), f"{finding.id}--{term}"
                yield Line(at, placement, cells, id_)


STUDIES = RecordTable(
    "studies",
    "a publication and what it did",
    (
        Column("name", "Authors and year, in short."),
        Column("authors", "Given name and family name, in order; then et al. if there are more."),
        Column("title", "Its title."),
        Column("year", "When it came out."),
        Column("journal", "Where."),
        Column("volume", "Volume."),
        Column("number", "Issue."),
        Column("pages", "Pages, or the article number."),
        Column("doi", "DOI, if we saw one."),
        Column("pmid", "Number in PubMed, if we saw one."),
        Column("pmcid", "Number in PubMed Central, if we saw one."),
        *fields(Study, "design", "groups", "countries", "project", "depth", "depth_note"),
        *fields(Study, "kind", "country", "setting", "population", "who_spoke", "methods"),
        _TOOK_PART,
        *fields(Study, "clients"),
        *fields(Study, unread="not_read"),
        *fields(Study, "licence", "credit"),
    ),
    _of_studies,
)

FINDINGS = RecordTable(
    "findings",
    "one thing that a study reports",
    (STUDY, *fields(Finding, "standing", "text", "quote", "exploratory")),
    _of_findings,
)

PLACEMENTS = RecordTable(
    "placements",
    "a finding placed under a term",
    (
        STUDY,
        Column("finding", "Id of the finding.", refers="findings", needed=True),
        *fields(Placement, "term", "placed", "points"),
    ),
    _of_placements,
)

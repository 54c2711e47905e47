"""Studies as tables: what they did, what they report, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.exported import held
from theorybook.exports.tables.table import (
    STUDY,
    Column,
    Line,
    RecordTable,
    Value,
    names,
    said,
    voiced,
)
from theorybook.site import Site

_FACTS = ("kind", "country", "setting", "population", "who_spoke", "methods")


def _of_studies(site: Site) -> Iterator[Line]:
    same = ("title", "year", "journal", "volume", "number", "pages", "doi", "pmid", "pmcid")
    for name in names(site, "study"):
        study = held(site, name)
        reference = site.references[study.key]
        cells: dict[str, Value] = {
            "name": reference.short,
            "authors": reference.author_names,
            **{field: getattr(reference, field) for field in same},
            "design": study.design,
            "groups": study.groups,
            "countries": study.countries,
            "project": study.project,
            "depth": study.depth.value,
            "depth_note": study.depth_note,
            **{k: v for fact in _FACTS for k, v in said(fact, getattr(study, fact)).items()},
            "not_read": [gap.what for gap in study.unread],
            "licence": study.licence,
            "credit": study.credit,
        }
        yield Line(study.key, name, name, cells)


def _of_findings(site: Site) -> Iterator[Line]:
    for name in names(site, "study"):
        study = site.everything.study(name.partition("/")[2])
        for finding in study.findings:
            cells: dict[str, Value] = {
                "in_force": not (study.retired or finding.retired),
                "study": study.key,
                "standing": finding.standing.value,
                "text": finding.text,
                "quote": finding.quote,
            }
            yield Line(finding.id, name, f"finding/{finding.id}", cells)


def _of_placements(site: Site) -> Iterator[Line]:
    for name in names(site, "study"):
        study = site.everything.study(name.partition("/")[2])
        for finding in study.findings:
            for term, placement in {item.term: item for item in finding.terms}.items():
                retired = study.retired or finding.retired or site.term(term).retired
                cells: dict[str, Value] = {
                    "in_force": not retired,
                    "study": study.key,
                    "finding": finding.id,
                    "term": term,
                    "placed": placement.placed.value,
                    "points": placement.points.value,
                }
                yield Line(f"{finding.id}--{term}", name, f"finding/{finding.id}", cells)


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
        Column("design", "What kind of study it is."),
        Column("groups", "Who it is about."),
        Column("countries", "Where it was done, if known."),
        Column("project", "The project it shares with other studies here, if any."),
        Column("depth", "How close we read it."),
        Column("depth_note", "What exactly we read."),
        *voiced("kind", "What kind of study it is, in a sentence."),
        *voiced("country", "Where it was done, in a sentence."),
        *voiced("setting", "The program or service it was done in."),
        *voiced("population", "Who it is about, in a sentence."),
        *voiced("who_spoke", "Who took part, and who is not named."),
        *voiced("methods", "How it was done."),
        Column("not_read", "What could not be read."),
        Column("licence", "Licence of the publication, if we saw one."),
        Column("credit", "Credit line that reuse has to carry along, if any."),
    ),
    _of_studies,
)

FINDINGS = RecordTable(
    "findings",
    "one thing that a study reports",
    (
        STUDY,
        Column("standing", "result, theory, or background that it only retells."),
        Column("text", "What it reports, in our words (from the study)."),
        Column("quote", "Id of the quotation that says it, if any.", refers="quotes"),
    ),
    _of_findings,
)

PLACEMENTS = RecordTable(
    "placements",
    "a finding placed under a term",
    (
        STUDY,
        Column("finding", "Id of the finding.", refers="findings", needed=True),
        Column("term", "Id of the term.", refers="terms", needed=True),
        Column("placed", "stated if the publication puts it there, arguable if we do."),
        Column("points", "Which way the finding points for the term."),
    ),
    _of_placements,
)

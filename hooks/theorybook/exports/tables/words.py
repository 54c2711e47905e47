"""Words as tables: quotations, the vocabulary, the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.exported import held
from theorybook.exports.tables.table import STUDY, Column, Line, RecordTable, Value, names
from theorybook.site import Site


def _of_quotes(site: Site) -> Iterator[Line]:
    for name in names(site, "quote"):
        quote = held(site, name)
        cells: dict[str, Value] = {
            "study": quote.source,
            "stands": quote.stands.value,
            "exact": quote.exact,
            "speaker": quote.speaker,
            "about": quote.about,
            "care": quote.care,
            "source_licence": site.study(quote.source).licence,
        }
        yield Line(quote.id, name, name, cells)


def _of_terms(site: Site) -> Iterator[Line]:
    for name in names(site, "term"):
        term = held(site, name)
        cells: dict[str, Value] = {
            "kind": term.kind.value,
            "name": term.name,
            "research_name": term.research_name,
            "definition": term.definition,
            "not_known": term.unknown and term.unknown.what,
            "is_not": term.is_not,
            "concerns": term.concerns,
            "wanted": term.wanted,
        }
        yield Line(term.id, name, name, cells)


def _of_glossary(site: Site) -> Iterator[Line]:
    for name in names(site, "glossary"):
        entry = held(site, name)
        cells: dict[str, Value] = {
            "name": entry.name,
            "forms": entry.forms,
            "definition": entry.definition,
            "studies": entry.cites,
            "read_at": entry.read_at,
        }
        yield Line(entry.id, name, name, cells)


QUOTES = RecordTable(
    "quotes",
    "the exact words of a publication",
    (
        STUDY,
        Column("stands", "Where the words stand: title or abstract."),
        Column("exact", "The words, letter by letter. They are not ours."),
        Column("speaker", "Whose words they are."),
        Column("about", "What they are about, in words of ours."),
        Column("care", "A note of care, if the words may be heavy."),
        Column("source_licence", "Licence of the publication, if we saw one."),
    ),
    _of_quotes,
)

TERMS = RecordTable(
    "terms",
    "a word of the shared vocabulary",
    (
        Column("kind", "context, strategy, mechanism or outcome."),
        Column("name", "Its plain name."),
        Column("research_name", "Its name in research, if it has one."),
        Column("definition", "What it means, in our own words."),
        Column("not_known", "What is not known, if nobody could read what it is."),
        Column("is_not", "What it is easily taken for, and is not."),
        Column("concerns", "Who it concerns."),
        Column("wanted", "For an outcome: is it wanted, if known?", "boolean"),
    ),
    _of_terms,
)

GLOSSARY = RecordTable(
    "glossary",
    "a word of the trade",
    (
        Column("name", "The word."),
        Column("forms", "Other forms of it, such as a plural."),
        Column("definition", "What it means, in our own words."),
        Column("studies", "Keys of publications it was read in."),
        Column("read_at", "Other addresses where it was read."),
    ),
    _of_glossary,
)

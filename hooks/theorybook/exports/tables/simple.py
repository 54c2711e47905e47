"""Tables of records that say all of themselves: most columns are the fields of the model."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.tables.column import Column, fields, plain_fields
from theorybook.exports.tables.table import Line, RecordTable, records_of
from theorybook.kinds import RecordKind, id_of
from theorybook.model.answer import Answer
from theorybook.model.gap import FieldGap
from theorybook.model.glossary import Entry
from theorybook.model.helpline import Helpline
from theorybook.model.situation import Situation
from theorybook.model.tension import Tension
from theorybook.model.term import Term
from theorybook.model.topic import Topic
from theorybook.site import Site

# What every table has for itself, or no table has.
_NOT_COLUMNS = ("id", "history", "retired", "other_names")


def table_of(kind: RecordKind) -> RecordTable:
    """Return the table of a kind of record with every field that a cell can hold."""
    own = plain_fields(kind.model, *_NOT_COLUMNS, kind.id_field)
    return RecordTable(kind.many, f"a {kind.nouns[0]}", own, records_of(kind.model))


def _of_tensions(site: Site) -> Iterator[Line]:
    for tension in site.all_of(Tension):
        cited = dict.fromkeys(id_ for side in tension.sides for id_ in side.cites)
        yield Line(id_of(tension), tension, {"cites": cited})


def _of_topics(site: Site) -> Iterator[Line]:
    for topic in site.all_of(Topic):
        cited = dict.fromkeys(id_ for said in topic.says for id_ in (*said.cites, *said.guides))
        yield Line(id_of(topic), topic, {"cites": cited})


def _of_situations(site: Site) -> Iterator[Line]:
    for situation in site.all_of(Situation):
        bearing = [item.theory for item in situation.theories]
        yield Line(id_of(situation), situation, {"bearing": bearing})


def _of_answers(site: Site) -> Iterator[Line]:
    for answer in site.all_of(Answer):
        cited = dict.fromkeys(id_ for said in answer.says for id_ in said.cites)
        yield Line(id_of(answer), answer, {"cites": cited})


def _of_helplines(site: Site) -> Iterator[Line]:
    for line in site.all_of(Helpline):
        pages = (" ".join(filter(None, (seen.page, seen.address))) for seen in line.seen_on)
        cells = {"ways": [way.text for way in line.ways], "seen_on": list(pages)}
        yield Line(id_of(line), line, cells)


TERMS = RecordTable(
    "terms",
    "a word of the shared vocabulary",
    (
        *fields(Term, "kind", "name", "research_name", "definition"),
        *fields(Term, unknown="not_known"),
        *fields(Term, "is_not", "concerns", "wanted", "lack"),
    ),
    records_of(Term),
)

GLOSSARY = RecordTable(
    "glossary",
    "a word of the trade",
    (
        *fields(Entry, "name", "forms", "definition"),
        *fields(Entry, cites="studies"),
        *fields(Entry, "read_at"),
    ),
    records_of(Entry),
)

TENSIONS = RecordTable(
    "tensions",
    "something that the studies do not agree on",
    (
        *fields(Tension, "title", "sides", "reading", "advice"),
        Column("cites", "What the sides rest on: ids of findings, quotations or studies."),
        *fields(Tension, "theories", "terms"),
    ),
    _of_tensions,
)

GAPS = RecordTable(
    "gaps",
    "what we looked for in the whole field and did not find",
    fields(FieldGap, "theme", "what", "would_fill", "looked_in", "looked_on"),
    records_of(FieldGap),
)

SAFETY = RecordTable(
    "safety",
    "a topic of the page on safety",
    (
        *fields(Topic, "title", "for_whom", "says"),
        Column("cites", "What it rests on: ids of findings, quotations, studies or guides."),
    ),
    _of_topics,
)

HELPLINES = RecordTable(
    "helplines",
    "a help line, read on the day named",
    (
        *fields(Helpline, "name", "country", "for_whom"),
        Column("ways", "The ways to reach it."),
        *fields(Helpline, "hours", "languages", "keeps_private", "note"),
        Column("seen_on", "The pages where we saw it."),
        *fields(Helpline, "looked_on", "live"),
    ),
    _of_helplines,
)

SITUATIONS = RecordTable(
    "situations",
    "a situation, in the words of somebody who is in it",
    (
        *fields(Situation, "title", "for_whom", "care", "safety"),
        Column("bearing", "The theories that bear on it, in order: ids."),
        *fields(Situation, theories="why"),
        *fields(Situation, "tensions", "gaps"),
        *fields(Situation, unknowns="not_known_either"),
    ),
    _of_situations,
)

ANSWERS = RecordTable(
    "answers",
    "one thing that trials or reviews looked at, or that no study here has tested",
    (
        *fields(Answer, "what", "about", "found", "says"),
        Column("cites", "What it rests on: ids of findings, quotations or studies."),
        *fields(Answer, unknown="not_tested"),
    ),
    _of_answers,
)

"""What is open, as tables: tensions and gaps."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.exported import held
from theorybook.exports.tables.table import Column, Line, RecordTable, Value, names, said, voiced
from theorybook.site import Site


def _of_tensions(site: Site) -> Iterator[Line]:
    for name in names(site, "tension"):
        tension = held(site, name)
        cells: dict[str, Value] = {
            "title": tension.title,
            "sides": [side.text for side in tension.sides],
            "sides_voice": [side.voice.value for side in tension.sides],
            **said("reading", tension.reading),
            **said("advice", tension.advice),
            "cites": dict.fromkeys(id_ for side in tension.sides for id_ in side.cites),
            "theories": tension.theories,
            "terms": tension.terms,
        }
        yield Line(tension.id, name, name, cells)


def _of_gaps(site: Site) -> Iterator[Line]:
    for name in names(site, "gap"):
        gap = held(site, name)
        cells: dict[str, Value] = {
            "what": gap.what,
            "would_fill": gap.would_fill,
            "looked_in": gap.looked_in,
            "looked_on": str(gap.looked_on),
        }
        yield Line(gap.id, name, name, cells)


TENSIONS = RecordTable(
    "tensions",
    "something that the studies do not agree on",
    (
        Column("title", "The tension in a few words of ours."),
        Column("sides", "What speaks for each side, in turn."),
        Column("sides_voice", "Whose voice each side is."),
        *voiced("reading", "What we make of it."),
        *voiced("advice", "What a program can do meanwhile."),
        Column("cites", "What the sides rest on: ids of findings, quotations or studies."),
        Column("theories", "Ids of theories that it concerns."),
        Column("terms", "Ids of terms that it concerns."),
    ),
    _of_tensions,
)

GAPS = RecordTable(
    "gaps",
    "what we looked for in the whole field and did not find",
    (
        Column("what", "What is not known."),
        Column("would_fill", "What would fill the gap."),
        Column("looked_in", "Where we looked."),
        Column("looked_on", "When we looked last.", "date"),
    ),
    _of_gaps,
)

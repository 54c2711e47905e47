"""Theories as tables, and what each study adds to each."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.tables.column import Column, Value, fields
from theorybook.exports.tables.table import Line, RecordTable
from theorybook.kinds import id_of
from theorybook.model.evidence import Evidence
from theorybook.model.polarity import Polarity
from theorybook.model.theory import Theory
from theorybook.named_part import lacks_of
from theorybook.record_id import RecordId
from theorybook.site import Site


def _of_theories(site: Site) -> Iterator[Line]:
    for theory in site.all_of(Theory):
        behind = site.studies_behind(theory)
        cells: dict[str, Value] = {
            **{
                step: dict.fromkeys(part.term for part in slot.parts)
                for step, slot in theory.slots.items()
            },
            "lacking": lacks_of(theory),
            "in_the_way": _terms_that_are(Polarity.IN_THE_WAY, theory),
            "varies": _terms_that_are(Polarity.VARIES, theory),
            "studies": [study.key for study in behind],
            "projects": site.separate(behind),
            "all_agree": not site.against(theory),
            "closest_reading": site.closest(behind).value if behind else None,
            "not_known": [gap.what for gap in theory.gaps],
        }
        yield Line(id_of(theory), theory, cells)


def _terms_that_are(polarity: Polarity, theory: Theory) -> Value:
    return dict.fromkeys(part.term for part in theory.parts if part.polarity is polarity)


def _of_evidence(site: Site) -> Iterator[Line]:
    for theory in site.all_of(Theory):
        counts = {item.id for item in theory.evidence} if not theory.retired else set()
        for item in site.everything.theory(theory.id).evidence:
            cells: dict[str, Value] = {"in_force": item.id in counts, "theory": theory.id}
            yield Line(RecordId("evidence", item.id), item, cells)


THEORIES = RecordTable(
    "theories",
    "a program theory",
    (
        *fields(Theory, short="name"),
        *fields(Theory, "headline", "about"),
        Column("context", "When: ids of terms. See `lacking`."),
        Column("strategy", "What the program does: ids of terms. See `lacking`."),
        Column("mechanism", "Why: ids of terms. See `lacking`."),
        Column("outcome", "What changes: ids of terms. See `lacking`."),
        *fields(Theory, "in_a_sentence"),
        Column("studies", "Keys of the studies among its evidence."),
        Column("projects", "How many of them are separate projects.", "integer"),
        Column("all_agree", "no if some evidence goes against it.", "boolean"),
        Column("closest_reading", "How close we read the study that we read closest."),
        Column("not_known", "What we do not know."),
        *fields(Theory, "reviewed", "review_by"),
        Column("lacking", "Which of its terms are not there: ids of terms."),
        Column("in_the_way", "Which of those hold it back, and are no step of it: ids of terms."),
        Column("varies", "Which are there for some and not for others: ids of terms."),
    ),
    _of_theories,
)

EVIDENCE = RecordTable(
    "evidence",
    "what one study adds to one theory",
    (
        Column("theory", "Id of the theory.", refers="theories", needed=True),
        *fields(Evidence, "study", "finding", "quote", "stance", "directness", "adds", "why"),
    ),
    _of_evidence,
)

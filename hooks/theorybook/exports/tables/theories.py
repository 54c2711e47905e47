"""Theories as tables, and what each study adds to each."""

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


def _of_theories(site: Site) -> Iterator[Line]:
    for name in names(site, "theory"):
        theory = held(site, name)
        behind = site.studies_behind(theory)
        cells: dict[str, Value] = {
            "name": theory.short,
            **said("headline", theory.headline),
            "about": theory.about,
            **{
                step: dict.fromkeys(part.term for part in slot.parts)
                for step, slot in theory.slots.items()
            },
            **said("in_a_sentence", theory.in_a_sentence),
            "studies": [study.key for study in behind],
            "projects": site.separate(behind),
            "all_agree": not site.against(theory),
            "closest_reading": site.closest(behind).value if behind else None,
            "not_known": [gap.what for gap in theory.gaps],
            "reviewed": str(theory.reviewed),
            "review_by": str(theory.review_by),
        }
        yield Line(theory.id, name, name, cells)


def _of_evidence(site: Site) -> Iterator[Line]:
    for name in names(site, "theory"):
        theory = held(site, name)
        counts = {item.id for item in theory.evidence} if not theory.retired else set()
        for item in site.everything.theory(theory.id).evidence:
            cells: dict[str, Value] = {
                "in_force": item.id in counts,
                "theory": theory.id,
                "study": item.study,
                "finding": item.finding,
                "quote": item.quote,
                "stance": item.stance.value,
                "directness": item.directness.value,
                "adds": item.adds,
                "why": item.why,
            }
            yield Line(item.id, name, f"evidence/{item.id}", cells)


THEORIES = RecordTable(
    "theories",
    "a program theory",
    (
        Column("name", "A name of a few words."),
        *voiced("headline", "The theory in one sentence."),
        Column("about", "Who it is about."),
        Column("context", "When: ids of terms."),
        Column("strategy", "What the program does: ids of terms."),
        Column("mechanism", "Why: ids of terms."),
        Column("outcome", "What changes: ids of terms."),
        *voiced("in_a_sentence", "If this, then that, because of this."),
        Column("studies", "Keys of the studies among its evidence."),
        Column("projects", "How many of them are separate projects.", "integer"),
        Column("all_agree", "no if some evidence goes against it.", "boolean"),
        Column("closest_reading", "How close we read the study that we read closest."),
        Column("not_known", "What we do not know."),
        Column("reviewed", "When somebody last read it through.", "date"),
        Column("review_by", "When to read it through again.", "date"),
    ),
    _of_theories,
)

EVIDENCE = RecordTable(
    "evidence",
    "what one study adds to one theory",
    (
        Column("theory", "Id of the theory.", refers="theories", needed=True),
        STUDY,
        Column("finding", "Id of the finding it rests on, if any.", refers="findings"),
        Column("quote", "Id of the quotation it rests on, if any.", refers="quotes"),
        Column("stance", "supports, goes against, adds a condition, or points both ways."),
        Column("directness", "outright, or by inference."),
        Column("adds", "What the study says that bears on this (from the study)."),
        Column("why", "Why it counts for or against the theory (our reading)."),
    ),
    _of_evidence,
)

"""Theories as tables, and what each study adds to each."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.tables.column import Column, Value, fields
from theorybook.exports.tables.table import Line, RecordTable
from theorybook.kinds import id_of
from theorybook.model.evidence import Evidence
from theorybook.model.polarity import Polarity
from theorybook.model.theory import Talk, Theory
from theorybook.named_part import lacks_of
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.strength import Strength, Trial, strength


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
            **_how_sure(strength(site, theory)),
        }
        yield Line(id_of(theory), theory, cells)


def _terms_that_are(polarity: Polarity, theory: Theory) -> Value:
    return dict.fromkeys(part.term for part in theory.parts if part.polarity is polarity)


def _how_sure(found: Strength) -> dict[str, Value]:
    return {
        "rung": found.rung.value,
        "projects_outright": found.outright,
        "projects_inferred": found.inferred,
        "projects_against": found.against,
        "projects_both_ways": found.both_ways,
        "projects_condition": found.conditions,
        "trials_whole": map(_tried, found.tests),
        "trials_bearing": map(_tried, found.bearing),
    }


def _tried(trial: Trial) -> str:
    result = f"{' '.join(trial.studies)}: {trial.result}"
    return f"{result}, exploratory" if trial.exploratory else result


def _of_evidence(site: Site) -> Iterator[Line]:
    for theory in site.all_of(Theory):
        counts = {item.id for item in theory.evidence} if not theory.retired else set()
        for item in site.everything.theory(theory.id).evidence:
            cells: dict[str, Value] = {"in_force": item.id in counts, "theory": theory.id}
            yield Line(RecordId("evidence", item.id), item, cells)


def _of_talk(site: Site) -> Iterator[Line]:
    for theory in site.all_of(Theory):
        asked = {item.id for item in theory.talk} if not theory.retired else set()
        for item in site.everything.theory(theory.id).talk:
            cells: dict[str, Value] = {"in_force": item.id in asked, "theory": theory.id}
            yield Line(RecordId("question", item.id), item, cells)


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
        Column("rung", "How sure we are: its step on our ladder, in words."),
        Column("projects_outright", "How many separate projects say it outright.", "integer"),
        Column("projects_inferred", "How many more point this way by inference.", "integer"),
        Column("projects_against", "How many go against it.", "integer"),
        Column("projects_both_ways", "How many point both ways.", "integer"),
        Column("projects_condition", "How many add a condition.", "integer"),
        Column("trials_whole", "Trials of the whole step, and what each found."),
        Column("trials_bearing", "Trials that bear on it by inference, and what each found."),
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

TALK = RecordTable(
    "talk",
    "a question to talk about",
    (
        Column("theory", "Id of the theory.", refers="theories", needed=True),
        *fields(Talk, text="question"),
        *fields(Talk, "minutes", "purpose", "care"),
    ),
    _of_talk,
)

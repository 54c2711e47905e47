"""What no longer holds: it keeps its page and leaves everything else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from theorybook.kinds import KINDS, whole_of
from theorybook.model.activity import Activity, AskedQuestion
from theorybook.model.bearing import Bearing
from theorybook.model.drill import Drill
from theorybook.model.evidence import Evidence
from theorybook.model.pack import Pack
from theorybook.model.settings import Settings
from theorybook.model.situation import PartOfTheory, Situation
from theorybook.model.study import Study
from theorybook.model.tension import Tension
from theorybook.model.theory import Theory
from theorybook.model.versioned import Retirement, VersionedRecord
from theorybook.record_id import RecordId
from theorybook.records import Records

_Gone = Collection[RecordId]


def retirements(records: Records) -> dict[RecordId, Retirement]:
    """Return what is retired; findings and evidence are among it."""
    parts = (
        part
        for kind in KINDS
        for record in records.of(kind.model)
        for part in kind.parts_of(record)
    )
    return {id_: item.retired for id_, item in (*records.by_id.items(), *parts) if item.retired}


def in_force(records: Records) -> Records:
    """Return the records that hold, without what they rest on that does not.

    Evidence goes with its study, finding or quotation. A link, a tension, a situation, an activity
    or a drill loses what is retired. Everything else that names a retired record keeps naming it.
    So does a pack: without one of its activities its minutes would be others than it promises.
    """
    gone = frozenset(retirements(records))
    return Records(
        {
            model: tuple(_without_retired(record, gone) for record in held if not record.retired)
            for model, held in records.collections.items()
        }
    )


def settings_in_force(settings: Settings, records: Records) -> Settings:
    """Return the settings, with no retired theory on the home page."""
    first = _without(settings.home.first, "theory", retirements(records))
    return settings.model_copy(update={"home": settings.home.model_copy(update={"first": first})})


def _without_retired(record: VersionedRecord, gone: _Gone) -> VersionedRecord:
    match record:
        case Theory():
            return _theory_without(record, gone)
        case Study():
            findings = tuple(finding for finding in record.findings if not finding.retired)
            return record.model_copy(update={"findings": findings})
        case Tension():
            return _tension_without(record, gone)
        case Situation():
            return _situation_without(record, gone)
        case Activity():
            return _activity_without(record, gone)
        case Pack():
            return record.model_copy(update={"drills": _without(record.drills, "drill", gone)})
        case Drill():
            theories = _without(record.theories, "theory", gone)
            return record.model_copy(update={"theories": theories})
        case _:
            return record


def _theory_without(theory: Theory, gone: _Gone) -> Theory:
    links = tuple(link for link in theory.links if RecordId("theory", link.theory) not in gone)
    evidence = tuple(item for item in theory.evidence if not _rests_on(item, gone))
    talk = tuple(item for item in theory.talk if not item.retired)
    return theory.model_copy(update={"links": links, "evidence": evidence, "talk": talk})


def _rests_on(item: Evidence, gone: _Gone) -> bool:
    rests = (RecordId("evidence", item.id), RecordId("study", item.study), item.source)
    return any(id_ in gone for id_ in rests)


def _tension_without(tension: Tension, gone: _Gone) -> Tension:
    return tension.model_copy(
        update={
            "theories": _without(tension.theories, "theory", gone),
            "terms": _without(tension.terms, "term", gone),
        }
    )


def _situation_without(situation: Situation, gone: _Gone) -> Situation:
    def holds(item: Bearing | PartOfTheory | None) -> bool:
        return item is None or RecordId("theory", item.theory) not in gone

    return situation.model_copy(
        update={
            "theories": tuple(filter(holds, situation.theories)),
            "checks": tuple(filter(holds, situation.checks)),
            "steps": tuple(step for step in situation.steps if holds(step.action)),
            "not_known": tuple(filter(holds, situation.not_known)),
            "safety": _without(situation.safety, "topic", gone),
            "tensions": _without(situation.tensions, "tension", gone),
            "gaps": _without(situation.gaps, "gap", gone),
        }
    )


def _activity_without(activity: Activity, gone: _Gone) -> Activity:
    def is_asked(item: AskedQuestion) -> bool:
        question = RecordId("question", item.talk or "")
        return not item.talk or (question not in gone and whole_of(question) not in gone)

    bearing = (item for item in activity.rests_on if RecordId("theory", item.theory) not in gone)
    return activity.model_copy(
        update={"rests_on": tuple(bearing), "ask": tuple(filter(is_asked, activity.ask))}
    )


def _without(ids: Sequence[str], kind: str, gone: _Gone) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if RecordId(kind, id_) not in gone)

"""What no longer holds: it keeps its page and leaves everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from theorybook.model.evidence import Evidence
from theorybook.model.kept import Retirement
from theorybook.model.settings import Settings
from theorybook.model.tension import Tension
from theorybook.model.theory import Theory
from theorybook.records import Records


def retirements(records: Records) -> dict[str, Retirement]:
    """Return what is retired, by `kind/id`; findings and evidence are among it."""
    inner = [
        *((f"evidence/{item.id}", item) for theory in records.theories for item in theory.evidence),
        *((f"finding/{found.id}", found) for study in records.studies for found in study.findings),
    ]
    named = (*records.kept.items(), *inner)
    return {name: record.retired for name, record in named if record.retired}


def in_force(records: Records) -> Records:
    """Return the records that hold, without what they rest on that does not.

    Evidence goes with its study, finding or quotation. A link or a tension loses the theories and
    terms that are retired. Everything else that names a retired record keeps naming it.
    """
    gone = frozenset(retirements(records))
    held = Records(
        **{
            field.name: tuple(r for r in getattr(records, field.name) if not r.retired)
            for field in fields(Records)
        }
    )
    studies = tuple(
        study.model_copy(update={"findings": tuple(f for f in study.findings if not f.retired)})
        for study in held.studies
    )
    return Records(
        **vars_of(held)
        | {
            "theories": tuple(_theory_without(theory, gone) for theory in held.theories),
            "studies": studies,
            "tensions": tuple(_tension_without(tension, gone) for tension in held.tensions),
        }
    )


def settings_in_force(settings: Settings, records: Records) -> Settings:
    """Return the settings, with no retired theory on the home page."""
    gone = frozenset(retirements(records))
    first = _without(settings.home.first, "theory", gone)
    return settings.model_copy(update={"home": settings.home.model_copy(update={"first": first})})


def vars_of(records: Records) -> dict[str, Any]:
    """Return the collections of records by name."""
    return {field.name: getattr(records, field.name) for field in fields(Records)}


def _theory_without(theory: Theory, gone: frozenset[str]) -> Theory:
    links = tuple(link for link in theory.links if f"theory/{link.theory}" not in gone)
    evidence = tuple(item for item in theory.evidence if not _rests_on(item, gone))
    return theory.model_copy(update={"links": links, "evidence": evidence})


def _rests_on(item: Evidence, gone: frozenset[str]) -> bool:
    names = (f"evidence/{item.id}", f"study/{item.study}", f"quote/{item.quote}",
             f"finding/{item.finding}")  # fmt: skip
    return any(name in gone for name in names)


def _tension_without(tension: Tension, gone: frozenset[str]) -> Tension:
    return tension.model_copy(
        update={
            "theories": _without(tension.theories, "theory", gone),
            "terms": _without(tension.terms, "term", gone),
        }
    )


def _without(ids: Sequence[str], kind: str, gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if f"{kind}/{id_}" not in gone)

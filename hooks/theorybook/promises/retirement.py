"""What no longer holds: it keeps its page and leaves everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from theorybook.addresses import record_addresses
from theorybook.data.folder import Folder
from theorybook.model.evidence import Evidence
from theorybook.model.kept import Retirement
from theorybook.model.settings import Settings
from theorybook.model.tension import Tension
from theorybook.model.theory import Theory
from theorybook.problems import Place, Problem
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


def notes(folder: Folder) -> Iterator[Problem]:
    """Yield a note for everything in force that names what is retired. It stops no build."""
    gone = retirements(folder.records)
    by_source = {"source": ("finding", "quote", "study"), "record": ()}
    for reference in folder.written_references:
        kinds = by_source.get(reference.kind, (reference.kind,))
        retired = next((r for kind in kinds if (r := gone.get(f"{kind}/{reference.id}"))), None)
        if retired and not _is_in(reference, gone, folder):
            yield _note(reference.place, reference.id, retired)


def notes_on_pages(folder: Folder, docs: Path) -> Iterator[Problem]:
    """Yield a note for every line of a hand-written page that links to what is retired."""
    addresses = record_addresses(folder.records)
    gone = {addresses[name].replace("/#", "/index.md#"): (name.partition("/")[2], retired)
            for name, retired in retirements(folder.records).items()}  # fmt: skip
    for file in sorted(docs.rglob("*.md")) if gone else ():
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            for link, (id_, retired) in gone.items():
                if (at := line.find(link)) >= 0:
                    place = Place(file.relative_to(docs.parent).as_posix(), number, at + 1)
                    yield _note(place, id_, retired)


def _note(place: Place, id_: str, retired: Retirement) -> Problem:
    instead = ", ".join(retired.instead)
    fix = (
        f"name {instead} in its place, or take it out"
        if instead
        else "take it out, or leave it: readers are told"
    )
    message = f"this names `{id_}`, which was retired on {retired.on}"
    return Problem(place, "N01", message, fix)


def _is_in(reference: Any, gone: dict[str, Retirement], folder: Folder) -> bool:
    """Whether the record, or the part of it, that names something is itself retired."""
    return any(
        written.file is reference.file
        and written.path[:-1] == reference.path[: len(written.path) - 1]
        and f"{written.kind}/{written.id}" in gone
        for written in folder.written_ids
    )


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

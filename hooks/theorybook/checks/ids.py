"""Ids, and what names them: is each there once, and does each name lead somewhere?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from theorybook.checks.lost_choices import lost_choices
from theorybook.checks.lost_records import LostRecords
from theorybook.checks.names import unknown_names
from theorybook.data.folder import Folder
from theorybook.data.guesses import suggestion
from theorybook.data.marks import Path as Steps
from theorybook.data.raw_ids import RawId
from theorybook.kinds import id_of, kind_of
from theorybook.model.term import Term
from theorybook.model.theory import Status
from theorybook.multimap import multimap
from theorybook.problems import Place, Problem
from theorybook.record_id import RecordId

# Records, and parts of them, that use terms.
_USING_TERMS = ("theory", "study", "finding")


def faulty_references(folder: Folder, lost: LostRecords) -> Iterator[Problem]:
    """Yield every id that is used twice, and every name that leads nowhere or to nothing.

    Args:
        folder: the data folder, read.
        lost: what was published and is gone. That is told once, and not at all that names it.
    """
    misnumbered = [*_misnumbered(folder, lost)]
    yield from misnumbered
    yield from _duplicate_ids(folder, {problem.place for problem in misnumbered})
    yield from _duplicate_slugs(folder)
    choices = lost_choices(folder)
    yield from dict.fromkeys(choices.values())
    unknown = unknown_names(folder, lost, choices)
    yield from unknown.problems()
    yield from _links_to_drafts(folder)
    uses = _uses_of_terms(folder)
    yield from _misplaced_terms(folder, uses)
    yield from _unused_terms(folder, lost, unknown.meant, _steps_with_other_terms(folder, uses))
    yield from _studies_without_reference(folder, lost)
    yield from _references_without_study(folder, lost)
    yield from _texts_without_reference(folder, lost)


def _duplicate_ids(folder: Folder, told: Collection[Place]) -> Iterator[Problem]:
    """Yield ids that another has, but for those that are told to be wrong."""
    first: dict[RecordId, Place] = {}
    for raw in folder.raw_ids:
        if raw.place in told:
            continue
        known = first.setdefault(raw.names, raw.place)
        if known != raw.place:
            message = f"the {raw.names.kind} id `{raw.names.id}` is already used at {known}"
            yield Problem(raw.place, "R01", message, "give the newer record another id")


def _duplicate_slugs(folder: Folder) -> Iterator[Problem]:
    slugs: dict[str, str] = {}
    for index, theory in enumerate(folder.records.theories):
        other = slugs.setdefault(theory.slug, theory.id)
        if other != theory.id:
            place = folder.files["theories"].place(("theories", index, "slug"))
            message = f"the slug `{theory.slug}` is already used by {other}"
            yield Problem(place, "R01", message, "give the newer theory another slug")


def _misnumbered(folder: Folder, lost: LostRecords) -> Iterator[Problem]:
    """Check that an id inside a record starts with the id of that record."""
    times = Counter(raw.names for raw in folder.raw_ids)
    owners: dict[tuple[str | int, ...], str] = {
        (raw.file.name, *raw.path[:2]): raw.names.id
        for raw in folder.raw_ids
        if len(raw.path) == 3 and raw.names not in lost.new and times[raw.names] == 1
    }
    for raw in folder.raw_ids:
        if raw.names in lost.new:
            continue
        kind, id_ = raw.names
        owner = owners.get((raw.file.name, *raw.path[:2]))
        if owner is not None and len(raw.path) > 3 and not id_.startswith(f"{owner}-"):
            message = f"the {kind} id `{id_}` does not start with `{owner}-`"
            fix = f"number it `{owner}-` and so on, or move it to the record it belongs to"
            yield Problem(raw.place, "M03", message, fix)


def _links_to_drafts(folder: Folder) -> Iterator[Problem]:
    """Check that no page leads to a draft; one that was published must be published again."""
    drafts = {
        theory.id
        for theory in folder.records.theories
        if theory.status is Status.DRAFT and id_of(theory) not in folder.published.records
    }
    for reference in folder.raw_references:
        kind, id_ = reference.names
        if kind == "theory" and id_ in drafts and _writer(folder, reference) not in drafts:
            message = f"`{id_}` is a draft, so readers cannot be sent to it"
            fix = f"publish {id_}, or take this out"
            yield Problem(reference.place, "R04", message, fix)


def _writer(folder: Folder, reference: RawId) -> str | None:
    """Return the id of the record that makes a reference."""
    return next(
        (
            raw.names.id
            for raw in folder.raw_ids
            if raw.file is reference.file and raw.path[:-1] == reference.path[:2]
        ),
        None,
    )


@dataclass(frozen=True)
class _Use:
    """A term in a step of a theory: its id, the step, and where."""

    term: str
    step: str
    path: Steps


def _uses_of_terms(folder: Folder) -> list[_Use]:
    """Return every use of a term in a step of a theory."""
    uses = []
    for index, theory in enumerate(folder.records.theories):
        for step, slot in theory.slots.items():
            path: Steps = ("theories", index, step)
            uses += [
                _Use(p.term, step, (*path, "parts", i, "term")) for i, p in enumerate(slot.parts)
            ]
            if slot.unknown and slot.unknown.term:
                uses.append(_Use(slot.unknown.term, step, (*path, "unknown", "term")))
    return uses


def _misplaced_terms(folder: Folder, uses: Collection[_Use]) -> Iterator[Problem]:
    """Yield terms that stand in a step of another kind; where the term is to blame, at the term."""
    of_term = multimap((use.term, use) for use in uses)
    for index, term in enumerate(folder.records.terms):
        own = of_term.get(term.id, ())
        wrong = [use for use in own if use.step != term.kind.value]
        steps = {use.step for use in wrong}
        if len(steps) == 1 and len(wrong) == len(own) and _is_new_kind(folder, term, len(own)):
            place = folder.files["terms"].place(("terms", index, "kind"))
            step = next(iter(steps))
            message = (
                f"the term `{term.id}` is of the kind {term.kind}, and all theories use it as "
            )
            fix = f"write `kind: {step}`, or use other terms there"
            yield Problem(place, "R03", f"{message}{step}", fix)
            continue
        for use in wrong:
            place = folder.files["theories"].place(use.path)
            message = f"the term `{term.id}` is of the kind {term.kind}, not {use.step}"
            yield Problem(place, "R03", message, f"use a term of the kind {use.step} here")


def _steps_with_other_terms(folder: Folder, uses: Collection[_Use]) -> frozenset[str]:
    """Return the steps in which a term of another kind stands, perhaps in place of their own."""
    kinds = {term.id: term.kind.value for term in folder.records.terms}
    return frozenset(use.step for use in uses if kinds.get(use.term, use.step) != use.step)


def _is_new_kind(folder: Folder, term: Term, times: int) -> bool:
    """Whether a term had another kind when it was published; without that, many uses tell."""
    known = folder.published.records.get(id_of(term))
    if known is None:
        return times > 1
    return kind_of(term).address_of(term) not in known


def _unused_terms(
    folder: Folder, lost: LostRecords, meant: Collection[str], steps: Collection[str]
) -> Iterator[Problem]:
    """Yield terms that nothing uses.

    One that a misspelled name means is told of there, and so is one of a step in which a term of
    another kind stands.
    """
    files = {f"{folder.name}/theories.yaml", f"{folder.name}/studies.yaml"}
    if folder.lacks("theories.yaml", "studies.yaml") or files & folder.faulty_files:
        return  # it may be used where something is wrong
    if any(id_.kind in _USING_TERMS for id_ in lost.became):
        return  # it was used in what is gone
    used = {reference.names for reference in folder.raw_references} | lost.new
    used |= {id_of(term) for term in folder.records.terms if term.retired}
    displaced = {id_of(term) for term in folder.records.terms if term.kind.value in steps}
    for raw in folder.raw_ids:
        is_used = raw.names in used or raw.names.id in meant or raw.names in displaced
        if raw.names.kind == "term" and not is_used:
            message = f"nothing uses the term `{raw.names.id}`"
            fix = "use it in a theory or a finding, or take it out"
            yield Problem(raw.place, "R05", message, fix)


def _studies_without_reference(folder: Folder, lost: LostRecords) -> Iterator[Problem]:
    for raw in folder.raw_ids:
        kind, key = raw.names
        is_told = folder.lacks("references.bib") or lost.explains("study", key)
        if kind == "study" and key not in folder.references and not is_told:
            guess = suggestion(key, folder.references)
            message = f"the study `{key}` has no entry in references.bib{guess}"
            fix = "add its publication there under this key, or mend the key"
            yield Problem(raw.place, "R06", message, fix)


def _references_without_study(folder: Folder, lost: LostRecords) -> Iterator[Problem]:
    there = {raw.names for raw in folder.raw_ids}
    for key, reference in folder.references.items():
        is_told = folder.lacks("studies.yaml") or lost.explains("study", key)
        if RecordId("study", key) not in there and not is_told:
            message = f"`{key}` has no record in studies.yaml"
            yield Problem(reference.place, "R06", message, "add a study with this key")


def _texts_without_reference(folder: Folder, lost: LostRecords) -> Iterator[Problem]:
    for key, source in folder.sources.items():
        is_told = folder.lacks("references.bib") or lost.explains("study", key)
        if key not in folder.references and not is_told:
            guess = suggestion(key, folder.references)
            message = f"this is the text of `{key}`, which is not in references.bib{guess}"
            fix = "name the file after a key of references.bib"
            yield Problem(Place(source.file), "R06", message, fix)

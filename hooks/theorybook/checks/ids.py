"""Ids, and what names them: is each there once, and does each name lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.raw_ids import RawId
from theorybook.data.validation import suggestion
from theorybook.kinds import KINDS, NOUNS, OWNERS, id_of
from theorybook.model.theory import Status
from theorybook.problems import Place, Problem
from theorybook.record_id import RecordId

_CODES = {"study": "R02", "source": "R02", "term": "R03"}
_NAMES = {"source": "finding, quotation or publication"}
# The files that hold what a reference can name, by the kind of what it names.
_FILES: Mapping[str, tuple[str, ...]] = {
    **{each.kind: (file.filename,) for file in DATA_FILES for each in file.lists},
    **{part: (owner.filename,) for part, owner in OWNERS.items()},
    "study": ("references.bib",),
    "source": ("studies.yaml", "quotes.yaml", "references.bib"),
    "record": tuple(kind.filename for kind in KINDS),
}


def faulty_references(folder: Folder) -> Iterator[Problem]:
    """Yield every id that is used twice, and every name that leads nowhere or to nothing."""
    yield from _duplicate_ids(folder)
    yield from _duplicate_slugs(folder)
    yield from _misnumbered(folder)
    yield from _unknown_references(folder)
    yield from _links_to_drafts(folder)
    yield from _misplaced_terms(folder)
    yield from _unused_terms(folder)
    yield from _references_without_study(folder)
    yield from _texts_without_reference(folder)


def _duplicate_ids(folder: Folder) -> Iterator[Problem]:
    first: dict[RecordId, Place] = {}
    for raw in folder.raw_ids:
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


def _misnumbered(folder: Folder) -> Iterator[Problem]:
    """Check that an id inside a record starts with the id of that record."""
    owners: dict[tuple[str | int, ...], str] = {
        (raw.file.name, *raw.path[:2]): raw.names.id for raw in folder.raw_ids if len(raw.path) == 3
    }
    for raw in folder.raw_ids:
        kind, id_ = raw.names
        owner = owners.get((raw.file.name, *raw.path[:2]))
        if owner is not None and len(raw.path) > 3 and not id_.startswith(f"{owner}-"):
            message = f"the {kind} id `{id_}` does not start with `{owner}-`"
            fix = f"number it `{owner}-` and so on, or move it to the record it belongs to"
            yield Problem(raw.place, "M03", message, fix)


def _unknown_references(folder: Folder) -> Iterator[Problem]:
    known = known_ids(folder)
    for reference in folder.raw_references:
        kind, target = reference.names
        files = _FILES[kind]
        silent = folder.lacks(*files) or folder.lacks_choices(kind)
        if target not in known[kind] and not silent:
            guess = suggestion(target, known[kind])
            where = "any file" if kind == "record" else files[0]
            message = f"there is no {_NAMES.get(kind, kind)} `{target}` in {where}{guess}"
            fix = f"check the spelling, or add it to {files[0]}"
            yield Problem(reference.place, _CODES.get(kind, "R04"), message, fix)


def known_ids(folder: Folder) -> dict[str, set[str]]:
    """Return the ids that are there, by the kind of what names them."""
    known: dict[str, set[str]] = {kind: set() for kind in _FILES}
    for raw in folder.raw_ids:
        known[raw.names.kind].add(raw.names.id)
    # A study is a record by its own file; what cites it asks for it in the bibliography.
    known["record"] = set().union(*(known[name] for name in NOUNS))
    known["study"] = set(folder.references)
    known["source"] = known["study"] | known["finding"] | known["quote"]
    return known


def _links_to_drafts(folder: Folder) -> Iterator[Problem]:
    drafts = {theory.id for theory in folder.records.theories if theory.status is Status.DRAFT}
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


def _misplaced_terms(folder: Folder) -> Iterator[Problem]:
    kinds = {term.id: term.kind.value for term in folder.records.terms}
    for index, theory in enumerate(folder.records.theories):
        for name, slot in theory.slots.items():
            for path, (kind, target) in slot.references():
                if kind == "term" and kinds.get(target, name) != name:
                    place = folder.files["theories"].place(("theories", index, name, *path))
                    message = f"the term `{target}` is of the kind {kinds[target]}, not {name}"
                    yield Problem(place, "R03", message, f"use a term of the kind {name} here")


def _unused_terms(folder: Folder) -> Iterator[Problem]:
    if folder.lacks("theories.yaml", "studies.yaml"):
        return
    used = {reference.names for reference in folder.raw_references}
    used |= {id_of(term) for term in folder.records.terms if term.retired}
    for raw in folder.raw_ids:
        if raw.names.kind == "term" and raw.names not in used:
            message = f"nothing uses the term `{raw.names.id}`"
            fix = "use it in a theory or a finding, or take it out"
            yield Problem(raw.place, "R05", message, fix)


def _references_without_study(folder: Folder) -> Iterator[Problem]:
    there = {raw.names for raw in folder.raw_ids}
    for key, reference in folder.references.items():
        if RecordId("study", key) not in there and not folder.lacks("studies.yaml"):
            message = f"`{key}` has no record in studies.yaml"
            yield Problem(reference.place, "R06", message, "add a study with this key")


def _texts_without_reference(folder: Folder) -> Iterator[Problem]:
    for key, source in folder.sources.items():
        if key not in folder.references and not folder.lacks("references.bib"):
            guess = suggestion(key, folder.references)
            message = f"this is the text of `{key}`, which is not in references.bib{guess}"
            fix = "name the file after a key of references.bib"
            yield Problem(Place(source.file), "R06", message, fix)

"""Ids, and what names them: is each there once, and does each name lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.datafiles import DATA_FILES
from theorybook.data.folder import Folder
from theorybook.data.validation import suggestion
from theorybook.data.written import Written
from theorybook.model.theory import Status
from theorybook.problems import Place, Problem

_CODES = {"study": "R02", "source": "R02", "term": "R03"}
_NAMES = {"source": "finding, quotation or publication"}
_RECORDS = ("theory", "evidence", "study", "finding", "quote", "term", "glossary", "tension", "gap")
_SEVERAL = {
    "source": ("studies.yaml", "quotes.yaml", "references.bib"),
    "record": tuple(file.filename for file in DATA_FILES if file.kind),
}
_FILES = {
    "study": "references.bib",
    "term": "terms.yaml",
    "theory": "theories.yaml",
    "quote": "quotes.yaml",
    "finding": "studies.yaml",
    "person": "site.yaml",
    "speaker": "site.yaml",
    "design": "site.yaml",
    "group": "site.yaml",
    "country": "site.yaml",
    "project": "site.yaml",
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
    first: dict[tuple[str, str], Place] = {}
    for written in folder.written_ids:
        known = first.setdefault((written.kind, written.id), written.place)
        if known != written.place:
            message = f"the {written.kind} id `{written.id}` is already used at {known}"
            yield Problem(written.place, "R01", message, "give the newer record another id")


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
        (written.file.name, *written.path[:2]): written.id
        for written in folder.written_ids
        if len(written.path) == 3
    }
    for written in folder.written_ids:
        owner = owners.get((written.file.name, *written.path[:2]))
        if owner is not None and len(written.path) > 3 and not written.id.startswith(f"{owner}-"):
            message = f"the {written.kind} id `{written.id}` does not start with `{owner}-`"
            fix = f"number it `{owner}-` and so on, or move it to the record it belongs to"
            yield Problem(written.place, "M03", message, fix)


def _unknown_references(folder: Folder) -> Iterator[Problem]:
    known: dict[str, set[str]] = {kind: set() for kind in (*_FILES, "source", "record")}
    for written in folder.written_ids:
        known.setdefault(written.kind, set()).add(written.id)
    # A study is a record by its own file; what cites it asks for it in the bibliography.
    known["record"] = set().union(*(known.get(kind, ()) for kind in _RECORDS))
    known["study"] = set(folder.references)
    known["source"] = known["study"] | known["finding"] | known["quote"]
    for reference in folder.written_references:
        kind, target = reference.kind, reference.id
        files = _SEVERAL.get(kind) or (_FILES[kind],)
        if target not in known[kind] and not folder.lacks(*files):
            guess = suggestion(target, known[kind])
            where = "any file" if kind == "record" else files[0]
            message = f"there is no {_NAMES.get(kind, kind)} `{target}` in {where}{guess}"
            fix = f"check the spelling, or add it to {files[0]}"
            yield Problem(reference.place, _CODES.get(kind, "R04"), message, fix)


def _links_to_drafts(folder: Folder) -> Iterator[Problem]:
    drafts = {theory.id for theory in folder.records.theories if theory.status is Status.DRAFT}
    for reference in folder.written_references:
        is_to_draft = reference.kind == "theory" and reference.id in drafts
        if is_to_draft and _writer(folder, reference) not in drafts:
            message = f"`{reference.id}` is a draft, so readers cannot be sent to it"
            fix = f"publish {reference.id}, or take this out"
            yield Problem(reference.place, "R04", message, fix)


def _writer(folder: Folder, reference: Written) -> str | None:
    """Return the id of the record that makes a reference."""
    return next(
        (
            written.id
            for written in folder.written_ids
            if written.file is reference.file and written.path[:-1] == reference.path[:2]
        ),
        None,
    )


def _misplaced_terms(folder: Folder) -> Iterator[Problem]:
    kinds = {term.id: term.kind.value for term in folder.records.terms}
    for index, theory in enumerate(folder.records.theories):
        for name, slot in theory.slots.items():
            for path, kind, target in slot.references():
                if kind == "term" and kinds.get(target, name) != name:
                    place = folder.files["theories"].place(("theories", index, name, *path))
                    message = f"the term `{target}` is of the kind {kinds[target]}, not {name}"
                    yield Problem(place, "R03", message, f"use a term of the kind {name} here")


def _unused_terms(folder: Folder) -> Iterator[Problem]:
    if folder.lacks("theories.yaml", "studies.yaml"):
        return
    used = {reference.id for reference in folder.written_references if reference.kind == "term"}
    used |= {term.id for term in folder.records.terms if term.retired}
    for written in folder.written_ids:
        if written.kind == "term" and written.id not in used:
            message = f"nothing uses the term `{written.id}`"
            fix = "use it in a theory or a finding, or take it out"
            yield Problem(written.place, "R05", message, fix)


def _references_without_study(folder: Folder) -> Iterator[Problem]:
    keys = {written.id for written in folder.written_ids if written.kind == "study"}
    for key, reference in folder.references.items():
        if key not in keys and not folder.lacks("studies.yaml"):
            message = f"`{key}` has no record in studies.yaml"
            yield Problem(reference.place, "R06", message, "add a study with this key")


def _texts_without_reference(folder: Folder) -> Iterator[Problem]:
    for key, source in folder.sources.items():
        if key not in folder.references and not folder.lacks("references.bib"):
            guess = suggestion(key, folder.references)
            message = f"this is the text of `{key}`, which is not in references.bib{guess}"
            fix = "name the file after a key of references.bib"
            yield Problem(Place(source.file), "R06", message, fix)

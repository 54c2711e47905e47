"""What no file can check by itself: do records fit together, and are quotations word for word?

Every check looks at what is sound, or at what is written, so that one mistake does not hide
another. A file that cannot be read at all silences the checks that need it, and only those.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from theorybook import wording
from theorybook.citations import faulty_citations
from theorybook.folder import Folder, Written
from theorybook.model.base import Voice
from theorybook.model.quotation import Quotation, Stands
from theorybook.model.theory import Evidence, Status
from theorybook.problems import Place, Problem
from theorybook.published import broken_promises
from theorybook.validation import suggestion

_CODES = {"study": "R02", "term": "R03"}
_FILES = {
    "study": "references.bib",
    "term": "terms.yaml",
    "theory": "theories.yaml",
    "quote": "quotes.yaml",
    "finding": "studies.yaml",
    "person": "site.yaml",
    "speaker": "site.yaml",
}
_LONGEST_SHOWN = 60


def check(folder: Folder, docs: Path) -> list[Problem]:
    """Find everything that is wrong with a project's data.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages, whose citations are checked too.

    Returns:
        Every problem: those of single files, then those between records.
    """
    return [
        *folder.problems,
        *_duplicate_ids(folder),
        *_duplicate_slugs(folder),
        *_misnumbered(folder),
        *_unknown_references(folder),
        *_links_to_drafts(folder),
        *_inexact_quotations(folder),
        *faulty_citations(folder, docs),
        *_misplaced_terms(folder),
        *_evidence_from_elsewhere(folder),
        *_unbacked_voices(folder),
        *_unused_terms(folder),
        *_references_without_study(folder),
        *_texts_without_reference(folder),
        *broken_promises(folder),
    ]


def _duplicate_ids(folder: Folder) -> Iterator[Problem]:
    first: dict[tuple[str, str], Place] = {}
    for written in folder.written_ids:
        known = first.setdefault((written.kind, written.id), written.place)
        if known != written.place:
            message = f"the {written.kind} id `{written.id}` is already used at {known}"
            yield Problem(written.place, "R01", message, "give the newer record another id")


def _duplicate_slugs(folder: Folder) -> Iterator[Problem]:
    slugs: dict[str, str] = {}
    for index, theory in enumerate(folder.theories):
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
    known: dict[str, set[str]] = {kind: set() for kind in _FILES}
    for written in folder.written_ids:
        known.setdefault(written.kind, set()).add(written.id)
    known["study"] = set(folder.references)
    for reference in folder.written_references:
        kind, target = reference.kind, reference.id
        if target not in known[kind] and not folder.lacks(_FILES[kind]):
            guess = suggestion(target, known[kind])
            message = f"there is no {kind} `{target}` in {_FILES[kind]}{guess}"
            fix = f"check the spelling, or add it to {_FILES[kind]}"
            yield Problem(reference.place, _CODES.get(kind, "R04"), message, fix)


def _links_to_drafts(folder: Folder) -> Iterator[Problem]:
    drafts = {theory.id for theory in folder.theories if theory.status is Status.DRAFT}
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


def _inexact_quotations(folder: Folder) -> Iterator[Problem]:
    for index, quote in enumerate(folder.quotes):
        place = folder.files["quotes"].place(("quotes", index, "exact"))
        text, name = _quoted_text(folder, quote)
        if text is None:
            if quote.source in folder.references and not _is_unreadable(folder, quote):
                message = f"there is no stored text of `{quote.source}` to check {quote.id} against"
                fix = f"add {folder.name}/sources/{quote.source}.txt, or quote the title"
                yield Problem(place, "Q02", message, fix)
        elif wording.find(quote.exact, text) is None:
            near = wording.closest(quote.exact, text)
            message = f"these words are not in {name}: {_shorten(quote.exact)}; closest: {near!r}"
            yield Problem(place, "Q01", message, "copy the words letter by letter from the source")


def _quoted_text(folder: Folder, quote: Quotation) -> tuple[str | None, str]:
    if quote.stands is Stands.TITLE:
        reference = folder.references.get(quote.source)
        title = unicodedata.normalize("NFC", reference.title) if reference else None
        return title, f"the title of {quote.source}"
    source = folder.sources.get(quote.source)
    return (source.text if source else None), (source.file if source else quote.source)


def _is_unreadable(folder: Folder, quote: Quotation) -> bool:
    """Whether the stored text is there and broken, which is told already."""
    file = f"{folder.name}/sources/{quote.source}.txt"
    return any(problem.place.file == file for problem in folder.problems)


def _shorten(words: str) -> str:
    folded = " ".join(words.split())
    return repr(folded if len(folded) <= _LONGEST_SHOWN else folded[: _LONGEST_SHOWN - 3] + "...")


def _misplaced_terms(folder: Folder) -> Iterator[Problem]:
    kinds = {term.id: term.kind.value for term in folder.terms}
    for index, theory in enumerate(folder.theories):
        for name, slot in theory.slots.items():
            for path, kind, target in slot.references():
                if kind == "term" and kinds.get(target, name) != name:
                    place = folder.files["theories"].place(("theories", index, name, *path))
                    message = f"the term `{target}` is of the kind {kinds[target]}, not {name}"
                    yield Problem(place, "R03", message, f"use a term of the kind {name} here")


def _evidence_from_elsewhere(folder: Folder) -> Iterator[Problem]:
    owners = {quote.id: quote.source for quote in folder.quotes}
    owners |= {finding.id: study.key for study in folder.studies for finding in study.findings}
    for index, theory in enumerate(folder.theories):
        for i, item in enumerate(theory.evidence):
            target = _rests_on(item)
            owner = owners.get(target)
            if owner is not None and owner != item.study:
                path = ("theories", index, "evidence", i, "quote" if item.quote else "finding")
                place = folder.files["theories"].place(path)
                message = f"`{target}` belongs to {owner}, not to {item.study}"
                fix = f"name a quotation or finding of {item.study}, or change `study:`"
                yield Problem(place, "E02", message, fix)


def _rests_on(item: Evidence) -> str:
    return item.quote or item.finding or ""


def _unbacked_voices(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.theories):
        backed = {item.study for item in theory.evidence}
        for path, statement in theory.statements:
            for i, key in enumerate(statement.cites):
                if statement.voice is Voice.STUDY and key not in backed:
                    spot = ("theories", index, *path, "cites", i)
                    message = f"this speaks for {key}, which is not among {theory.id}'s evidence"
                    fix = f"add an evidence item from {key}, or make it `our reading`"
                    yield Problem(folder.files["theories"].place(spot), "V03", message, fix)


def _unused_terms(folder: Folder) -> Iterator[Problem]:
    if folder.lacks("theories.yaml", "studies.yaml"):
        return
    used = {reference.id for reference in folder.written_references if reference.kind == "term"}
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

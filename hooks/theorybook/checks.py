"""What no file can check by itself: do records fit together, and are quotations word for word?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from theorybook import wording
from theorybook.addresses import record_addresses
from theorybook.folder import Folder
from theorybook.model.base import Voice
from theorybook.model.quotation import Quotation, Stands
from theorybook.model.theory import Evidence, Status, Theory
from theorybook.problems import Place, Problem
from theorybook.validation import suggestion

_CITATION = re.compile(r"\[[^\]\n]*?@([\w-]+)[^\]\n]*\]")
_KEY = re.compile(r"(?:^|[\s;\[])@([\w-]+)")
_CODES = {"study": "R02", "term": "R03"}
_FILES = {
    "study": "references.bib",
    "term": "terms.yaml",
    "theory": "theories.yaml",
    "quote": "quotes.yaml",
    "finding": "studies.yaml",
    "person": "`people` in site.yaml",
    "speaker": "`speakers` in site.yaml",
}


def check(folder: Folder, docs: Path) -> list[Problem]:
    """Find everything that is wrong with a project's data.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages, whose citations are checked too.

    Returns:
        Every problem: those of single files, then those between records. What concerns the
        whole (unused terms, published addresses) is looked at once the files are sound.
    """
    problems = list(folder.problems)
    problems += _duplicate_ids(folder)
    problems += _unknown_references(folder)
    problems += _inexact_quotations(folder)
    problems += _unknown_citations(folder, docs)
    if not folder.problems:
        problems += _misplaced_terms(folder)
        problems += _evidence_from_elsewhere(folder)
        problems += _unbacked_voices(folder)
        problems += _unused_terms(folder)
        problems += _studies_without_reference(folder)
        problems += _lost_addresses(folder)
    return problems


def _duplicate_ids(folder: Folder) -> Iterator[Problem]:
    first: dict[tuple[str, str], Place] = {}
    for kind, id, place in folder.written_ids:
        known = first.setdefault((kind, id), place)
        if known != place:
            message = f"the {kind} id `{id}` is already used at {known}"
            yield Problem(place, "R01", message, "give the newer record another id")
    slugs: dict[str, str] = {}
    for index, theory in enumerate(folder.theories):
        other = slugs.setdefault(theory.slug, theory.id)
        if other != theory.id:
            place = folder.files["theories"].place(("theories", index, "slug"))
            message = f"the slug `{theory.slug}` is already used by {other}"
            yield Problem(place, "R01", message, "give the newer theory another slug")


def _known(folder: Folder) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {kind: set() for kind in _FILES}
    for kind, id, _ in folder.written_ids:
        known.setdefault(kind, set()).add(id)
    known["study"] = set(folder.references)
    return known


def _unknown_references(folder: Folder) -> Iterator[Problem]:
    known = _known(folder)
    drafts = {theory.id for theory in folder.theories if theory.status is Status.DRAFT}
    for file, base, record in folder.records():
        hidden = isinstance(record, Theory) and record.status is Status.DRAFT
        for path, kind, target in record.references():
            place = folder.files[file.name].place((*base, *path))
            if target not in known[kind]:
                if kind == "study" and not folder.references:
                    continue  # the bibliography itself is broken, and says so
                guess = suggestion(target, known[kind])
                message = f"there is no {kind} `{target}` in {_FILES[kind]}{guess}"
                fix = f"check the spelling, or add it to {_FILES[kind]}"
                yield Problem(place, _CODES.get(kind, "R04"), message, fix)
            elif kind == "theory" and target in drafts and not hidden:
                message = f"`{target}` is a draft, so readers cannot be sent to it"
                yield Problem(place, "R04", message, f"publish {target}, or take this out")


def _inexact_quotations(folder: Folder) -> Iterator[Problem]:
    for index, quote in enumerate(folder.quotes):
        place = folder.files["quotes"].place(("quotes", index, "exact"))
        text, name = _quoted_text(folder, quote)
        if text is None:
            if quote.source in folder.references:
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


def _shorten(words: str) -> str:
    folded = " ".join(words.split())
    return repr(folded if len(folded) <= 60 else folded[:57] + "...")


def _unknown_citations(folder: Folder, docs: Path) -> Iterator[Problem]:
    """Check `[@key]` in hand-written pages: mkdocs-bibtex would only warn, and name no page."""
    for file in sorted(docs.rglob("*.md")):
        name = f"{docs.name}/{file.relative_to(docs).as_posix()}"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for block in _CITATION.finditer(line):
                for match in _KEY.finditer(block.group()):
                    key = match.group(1)
                    if key not in folder.references and folder.references:
                        guess = suggestion(key, folder.references)
                        place = Place(name, number, block.start() + match.start(1) + 1)
                        message = f"there is no study `{key}` in references.bib{guess}"
                        fix = "check the spelling, or add it to references.bib"
                        yield Problem(place, "R02", message, fix)


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
            for key in statement.cites:
                if statement.voice is Voice.STUDY and key not in backed:
                    place = folder.files["theories"].place(("theories", index, *path))
                    message = f"this speaks for {key}, which is not among {theory.id}'s evidence"
                    fix = f"add an evidence item from {key}, or make it `our reading`"
                    yield Problem(place, "V03", message, fix)


def _unused_terms(folder: Folder) -> Iterator[Problem]:
    used = {
        target
        for _, _, record in folder.records()
        for _, kind, target in record.references()
        if kind == "term"
    }
    for index, term in enumerate(folder.terms):
        if term.id not in used:
            place = folder.files["terms"].place(("terms", index, "id"))
            message = f"nothing uses the term `{term.id}`"
            yield Problem(place, "R05", message, "use it in a theory or a finding, or take it out")


def _studies_without_reference(folder: Folder) -> Iterator[Problem]:
    keys = {study.key for study in folder.studies}
    for key, reference in folder.references.items():
        if key not in keys:
            message = f"`{key}` has no record in studies.yaml"
            yield Problem(reference.place, "R06", message, "add a study with this key")
    for key, source in folder.sources.items():
        if key not in folder.references:
            guess = suggestion(key, folder.references)
            message = f"this is the text of `{key}`, which is not in references.bib{guess}"
            fix = "name the file after a key of references.bib"
            yield Problem(Place(source.file), "R06", message, fix)


def _lost_addresses(folder: Folder) -> Iterator[Problem]:
    addresses = record_addresses(
        folder.theories, folder.terms, folder.studies, folder.quotes, folder.glossary
    )
    places = folder.places
    for name, address in folder.published.items():
        kind, _, id = name.partition("/")
        if name not in addresses:
            near = suggestion(name, (n for n in addresses if n not in folder.published))
            message = f"the {kind} `{id}` was published and is gone{near}"
            fix = "put it back under its old id; ids are never reused and never vanish"
            place = _nearest(near, places) or Place(f"{folder.name}/published.json")
            yield Problem(place, "P01", message, fix)
        elif addresses[name] != address:
            message = f"the {kind} `{id}` was published at /{address} and is now at /{addresses[name]}"
            place = places.get(name, Place(f"{folder.name}/published.json"))
            yield Problem(place, "P02", message, "give it back its old slug or kind")


def _nearest(near: str, places: dict[str, Place]) -> Place | None:
    """Point at the record that looks like the lost one under a new id."""
    match = re.search(r"`(.+)`", near)
    return places.get(match.group(1)) if match else None

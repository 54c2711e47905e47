"""Citations as files: of each record that is cited, and of each publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from theorybook.addresses import citation_address
from theorybook.citing.bibtex import bibtex
from theorybook.citing.citation import CITED, Citation
from theorybook.citing.citation_formats import csl_json, ris
from theorybook.exports.json_text import json_text
from theorybook.model.quotation import Quotation
from theorybook.model.study import Study
from theorybook.model.versioned import VersionedRecord
from theorybook.record_id import RecordId
from theorybook.render import Renderer


def citation_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield every citation as BibTeX, RIS and CSL-JSON: the address and the text."""
    for id_ in renderer.edition.site.everything.by_id:
        if id_.kind in CITED:
            for form, text in _forms(record_citation(renderer, id_)):
                yield citation_address(id_, form), text
        if id_.kind == "study":
            for form, text in _forms(publication_citation(renderer, id_.id)):
                yield citation_address(RecordId("publication", id_.id), form), text


def record_citation(renderer: Renderer, id: RecordId) -> Citation:
    """Return how to cite a record of ours, with its note and limits."""
    note = _note(renderer, id.kind, id, _publication_of(renderer.edition.site.record(id)))
    limits = renderer.edition.limits.of(id)
    return replace(renderer.citations.record(id), note=note, abstract=limits)


def _publication_of(record: VersionedRecord) -> str:
    """Return the key of the publication that a record is of; a theory has many, so none."""
    match record:
        case Quotation(source=key) | Study(key=key):
            return key
        case _:
            return ""


def publication_citation(renderer: Renderer, key: str) -> Citation:
    """Return how to cite a publication, with a note on how close we read it."""
    note = _note(renderer, "publication", RecordId("study", key), key)
    return replace(renderer.citations.publication(key), note=note)


def _note(renderer: Renderer, of: str, id: RecordId, key: str) -> str:
    """Return what a file says beside its fields; `key` is of the publication, if there is one."""
    text = renderer.text(
        "citation_note.txt",
        of=of,
        record=renderer.citations.record(id),
        study=renderer.edition.site.study(key) if key else None,
        publication=renderer.citations.publication(key) if key else None,
    )
    return " ".join(text.split())


def _forms(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield each form of a file: how its name ends, and the text."""
    yield "bib", bibtex(citation)
    yield "ris", ris(citation)
    yield "json", json_text([csl_json(citation)])

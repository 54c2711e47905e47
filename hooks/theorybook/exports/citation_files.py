"""Citations as files: of each record that is cited, and of each publication."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from theorybook.addresses import citation_address
from theorybook.citing.bibtex import bibtex
from theorybook.citing.citation import CITED, Citation
from theorybook.citing.citation_formats import csl_json, ris
from theorybook.exports.exported import limits
from theorybook.render import Renderer


def citation_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield every citation as BibTeX, RIS and CSL-JSON: the address and the text."""
    for name in renderer.site.everything.kept:
        kind, _, id_ = name.partition("/")
        if kind in CITED:
            for form, text in _forms(record_citation(renderer, name)):
                yield citation_address(name, form), text
        if kind == "study":
            for form, text in _forms(publication_citation(renderer, id_)):
                yield citation_address(f"publication/{id_}", form), text


def record_citation(renderer: Renderer, name: str) -> Citation:
    """Return how to cite a record of ours, with its note and limits.

    Args:
        renderer: renders the note and the limits.
        name: the record, by `kind/id`.
    """
    kind = name.partition("/")[0]
    note = _note(renderer, kind, name, _publication_of(renderer, name))
    return replace(renderer.citations.record(name), note=note, abstract=limits(renderer, name))


def _publication_of(renderer: Renderer, name: str) -> str:
    """Return the key of the publication that a record is of; a theory has many, so none."""
    kind, _, id_ = name.partition("/")
    return renderer.site.quote(id_).source if kind == "quote" else id_ if kind == "study" else ""


def publication_citation(renderer: Renderer, key: str) -> Citation:
    """Return how to cite a publication, with a note on how close we read it."""
    note = _note(renderer, "publication", f"study/{key}", key)
    return replace(renderer.citations.publication(key), note=note)


def _note(renderer: Renderer, of: str, name: str, key: str) -> str:
    """Return what a file says beside its fields; `key` is of the publication, if there is one."""
    text = renderer.text(
        "citation_note.txt",
        of=of,
        record=renderer.citations.record(name),
        study=renderer.site.study(key) if key else None,
        publication=renderer.citations.publication(key) if key else None,
    )
    return " ".join(text.split())


def _forms(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield each form of a file: how its name ends, and the text."""
    yield "bib", bibtex(citation)
    yield "ris", ris(citation)
    yield "json", json.dumps([csl_json(citation)], indent=1, ensure_ascii=False) + "\n"

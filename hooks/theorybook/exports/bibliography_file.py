"""The bibliography to take along: references.bib, as the site holds it."""

from __future__ import annotations

from dataclasses import replace

from theorybook.addresses import DATA_V1
from theorybook.citing.bibtex import bibtex
from theorybook.citing.citation import publication
from theorybook.edition import Edition
from theorybook.record_id import RecordId

BIBLIOGRAPHY = f"{DATA_V1}references.bib"
_HEAD = (
    "% Every publication that the site cites. A field that nobody saw is left out.\n"
    "% Each note says how close the site read the publication, and where it says more.\n"
)


def bibliography_file(edition: Edition) -> str:
    """Return every publication as BibTeX, each with its limits and version in `annote`."""
    entries = (
        bibtex(replace(publication(reference), note=_note(edition, key)))
        for key, reference in edition.site.references.items()
    )
    return "\n".join((_HEAD, *entries))


def _note(edition: Edition, key: str) -> str:
    id_, study = RecordId("study", key), edition.site.study(key)
    limits, where = edition.limits.of(id_), edition.permalink_of(id_)
    return f"{limits} Version {study.version}, {study.dated}: {where}"

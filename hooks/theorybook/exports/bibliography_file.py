"""The bibliography to take along: references.bib, as the site holds it."""

from __future__ import annotations

from dataclasses import replace

from theorybook.citing.bibtex import bibtex
from theorybook.citing.citation import publication
from theorybook.exports.exported import addresses, held, limits
from theorybook.exports.record_forms import FOLDER
from theorybook.render import Renderer

BIBLIOGRAPHY = f"{FOLDER}references.bib"
_HEAD = (
    "% Every publication that the site cites. A field that nobody saw is left out.\n"
    "% Each note says how close the site read the publication, and where it says more.\n"
)


def bibliography_file(renderer: Renderer) -> str:
    """Return every publication as BibTeX, each with its limits and version in `annote`."""
    entries = (
        bibtex(replace(publication(reference), note=_note(renderer, key)))
        for key, reference in renderer.site.references.items()
    )
    return "\n".join((_HEAD, *entries))


def _note(renderer: Renderer, key: str) -> str:
    name = f"study/{key}"
    study = held(renderer.site, name)
    where = addresses(renderer, name)["permalink"]
    return f"{limits(renderer, name)} Version {study.version}, {study.dated}: {where}"

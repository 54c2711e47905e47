"""What people paste of a publication: BibTeX, RIS or CSL-JSON, told apart by how it starts."""

from __future__ import annotations

import re
from dataclasses import replace

from theorybook.authoring.csl import read_csl
from theorybook.authoring.ris import STARTS, read_ris
from theorybook.bibliography import identifiers
from theorybook.bibliography.bibtex_file import Entry, read_bibtex
from theorybook.bibliography.publication import publication
from theorybook.bibliography.reading import hidden_signs
from theorybook.bibliography.reference import Reference
from theorybook.problems import DataError, Place, Problem

_BIBTEX = re.compile(r"(?:\s*%[^\n]*\n)*\s*@\s*[A-Za-z]")
_NEITHER = "this is neither BibTeX nor RIS nor CSL-JSON, and no DOI"
_COPY = (
    "copy the whole reference from the page of the publication, where it says Cite or Export; "
    "BibTeX starts with `@`, RIS with `TY  - `, CSL-JSON with `{` or `[`"
)


def pasted_doi(text: str) -> str:
    """Return the DOI, if a text is nothing but one, or its address; else nothing."""
    try:
        return identifiers.doi(text.strip()) if len(text.split()) in (1, 2) else ""
    except ValueError:
        return ""


def read_pasted(text: str, file: str) -> list[Reference]:
    """Read what was pasted.

    Args:
        text: one or more references in one of the formats.
        file: the name that places carry.

    Returns:
        The publications. Their keys are of no use yet.

    Raises:
        DataError: with all that is wrong with it (B01, B02, B03).
    """
    problems = list(hidden_signs(text, file))
    if problems:
        raise DataError(problems)
    references: list[Reference] = []
    for entry in _entries(text, file):
        # Many sites give keys that cannot be used, such as a DOI; ours is made later.
        reference, faults = publication(replace(entry, key="pasted"))
        problems += faults
        if reference:
            references.append(reference)
    if problems:
        raise DataError(problems)
    return references


def _entries(text: str, file: str) -> list[Entry]:
    if _BIBTEX.match(text):
        found = read_bibtex(text, file)
        if found.problems:
            raise DataError(found.problems)
        entries = found.entries
    elif STARTS.match(text):
        entries = read_ris(text, file)
    elif text.lstrip().startswith(("{", "[")):
        entries = read_csl(text, file)
    else:
        entries = []
    if not entries:
        raise DataError([Problem(Place(file), "B01", _NEITHER, _COPY)])
    return entries

"""The evidence map to take along: as CSV, and as a poster."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from theorybook.addresses import csv_address, poster_address
from theorybook.evidence_map import Cell, EvidenceMap, Sieve, evidence_map
from theorybook.map_pages import VIEWS
from theorybook.poster import poster
from theorybook.render import Renderer

_COLUMNS = (
    "row",
    "row_name",
    "outcome",
    "outcome_name",
    "wanted",
    "state",
    "studies",
    "theories",
    "study_keys",
    "finding_ids",
    "theory_ids",
)
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def map_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield the CSV and the poster of each view: address and text."""
    for kind in VIEWS:
        drawn = evidence_map(renderer.site, kind, Sieve())
        yield csv_address(kind), map_csv(drawn)
        yield poster_address(kind), renderer.poster(poster(drawn))


def map_csv(drawn: EvidenceMap) -> str:
    """Return a view as CSV: a line for each cell, the empty ones too."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for cells in drawn.cells:
        writer.writerows([_safe(value) for value in _line(cell)] for cell in cells)
    return text.getvalue()


def _line(cell: Cell) -> tuple[str, ...]:
    return (
        cell.row.id,
        cell.row.name,
        cell.column.id,
        cell.column.name,
        "yes" if cell.column.wanted else "no",
        cell.state.value,
        str(len(cell.studies)),
        str(len(cell.theories)),
        " ".join(study.key for study in cell.studies),
        " ".join(finding.id for finding in cell.findings),
        " ".join(theory.id for theory in cell.theories),
    )


def _safe(value: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value

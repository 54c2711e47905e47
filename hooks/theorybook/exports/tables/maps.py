"""The evidence map as tables: a line for each cell, the empty ones too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from theorybook.edition import Edition
from theorybook.evidence_map.cells import Cell
from theorybook.evidence_map.drawn import EvidenceMap
from theorybook.evidence_map.views import VIEWS, listed_at, whole_map
from theorybook.exports.tables.column import Column
from theorybook.exports.tables.table import Row, Table
from theorybook.kinds import id_of
from theorybook.model.term import TermKind
from theorybook.site import Site

_COLUMNS = (
    Column("row", "Id of the term of the row.", refers="terms", needed=True),
    Column("row_name", "Its name."),
    Column("outcome", "Id of the outcome.", refers="terms", needed=True),
    Column("outcome_name", "Its name."),
    Column("wanted", "Whether the outcome is wanted.", "boolean"),
    Column("state", "What the studies say of the pair, taken together."),
    Column("studies", "How many studies have a finding about the pair.", "integer"),
    Column("theories", "How many theories of ours hold the pair.", "integer"),
    Column("study_keys", "Keys of those studies, with spaces between."),
    Column("finding_ids", "Ids of their findings, with spaces between."),
    Column("theory_ids", "Ids of those theories, with spaces between."),
    Column("id", "Id of the cell: both terms.", needed=True),
    Column("version", "Versions of all that the cell is drawn from.", needed=True),
    Column("url", "Address of the cell on the site.", needed=True),
    Column("limits", "How far to trust it, in words.", needed=True),
    Column("background_ids", "Ids of findings that only retell it, and do not count."),
)


@dataclass(frozen=True)
class MapTable(Table):
    """A view of the evidence map; its first columns are older than those of other tables."""

    kind: TermKind
    key: ClassVar[tuple[str, ...]] = ("row", "outcome")

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""
        return self.own

    def rows(self, edition: Edition) -> Iterator[Row]:
        """Yield a row for each cell."""
        yield from map_rows(edition, whole_map(edition.site, self.kind))

    def count(self, site: Site) -> int:
        """Return how many cells there are."""
        drawn = whole_map(site, self.kind)
        return len(drawn.rows) * len(drawn.columns)


def map_rows(edition: Edition, drawn: EvidenceMap) -> Iterator[Row]:
    """Yield a row for each cell of a view."""
    whole = VIEWS[drawn.kind]
    lists = listed_at(drawn, whole)
    pages = {column.id: lists[group.id] for group in drawn.groups for column in group.columns}
    for cells in drawn.cells:
        for cell in cells:
            page = pages[cell.column.id]
            yield _row(cell) | {
                "id": cell.anchor,
                "version": _versions(cell),
                "url": edition.url + (whole if cell.is_empty else f"{page}#{cell.anchor}"),
                "limits": edition.limits.of_cell(cell),
            }


def _row(cell: Cell) -> dict[str, str | int | bool]:
    return {
        "row": cell.row.id,
        "row_name": cell.row.name,
        "outcome": cell.column.id,
        "outcome_name": cell.column.name,
        "wanted": bool(cell.column.wanted),
        "state": cell.state.value,
        "studies": len(cell.studies),
        "theories": len(cell.theories),
        "study_keys": " ".join(study.key for study in cell.studies),
        "finding_ids": " ".join(finding.id for finding in cell.findings),
        "theory_ids": " ".join(theory.id for theory in cell.theories),
        "background_ids": " ".join(finding.id for finding in cell.background),
    }


def _versions(cell: Cell) -> list[str]:
    """Return what a cell is drawn from, each with its version, such as `T001 v1`."""
    drawn_from = (cell.row, cell.column, *cell.theories, *cell.studies)
    return [f"{id_of(record).id} v{record.version}" for record in drawn_from]


MAPS = tuple(
    MapTable(f"map-{kind.plural}", f"a pair of the map: {kind.plural} by outcomes", _COLUMNS, kind)
    for kind in VIEWS
)

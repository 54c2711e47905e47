"""The evidence map as tables: a line for each cell, the empty ones too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from theorybook.evidence_map.cells import Cell, EvidenceMap, Sieve, evidence_map
from theorybook.evidence_map.map_pages import VIEWS
from theorybook.exports.exported import held
from theorybook.exports.tables.table import Column, Row, Table
from theorybook.model.term import Kind
from theorybook.render import Renderer
from theorybook.site import Site

_COLUMNS = (
    Column("row", "Id of the term of the row.", refers="terms", needed=True),
    Column("row_name", "Its name."),
    Column("outcome", "Id of the outcome.", refers="terms", needed=True),
    Column("outcome_name", "Its name."),
    Column("wanted", "Whether the outcome is wanted.", "boolean"),
    Column("state", "What the studies say of the pair, taken together."),
    Column("studies", "How many studies speak to the pair.", "integer"),
    Column("theories", "How many theories hold the pair.", "integer"),
    Column("study_keys", "Keys of those studies, with spaces between."),
    Column("finding_ids", "Ids of their findings, with spaces between."),
    Column("theory_ids", "Ids of those theories, with spaces between."),
    Column("id", "Id of the cell: both terms.", needed=True),
    Column("version", "Versions of all that the cell is drawn from.", needed=True),
    Column("url", "Address of the cell on the site.", needed=True),
    Column("limits", "How far to trust it, in words.", needed=True),
)


@dataclass(frozen=True)
class MapTable(Table):
    """A view of the evidence map; its first columns are older than those of other tables."""

    kind: Kind
    key: ClassVar[tuple[str, ...]] = ("row", "outcome")

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""
        return self.own

    def rows(self, renderer: Renderer) -> Iterator[Row]:
        """Yield a row for each cell."""
        yield from map_rows(renderer, evidence_map(renderer.site, self.kind, Sieve()))

    def count(self, site: Site) -> int:
        """Return how many cells there are."""
        drawn = evidence_map(site, self.kind, Sieve())
        return len(drawn.rows) * len(drawn.columns)


def map_rows(renderer: Renderer, drawn: EvidenceMap) -> Iterator[Row]:
    """Yield a row for each cell of a view."""
    page = renderer.site_url + VIEWS[drawn.kind]
    for cells in drawn.cells:
        for cell in cells:
            yield _row(cell) | {
                "id": cell.anchor,
                "version": _versions(renderer.site, cell),
                "url": f"{page}#{cell.anchor}" if cell.studies or cell.theories else page,
                "limits": renderer.limits(cell=cell, speaking=cell.studies),
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
    }


def _versions(site: Site, cell: Cell) -> list[str]:
    """Return what a cell is drawn from, each with its version, such as `T001 v1`."""
    names = [
        *(f"term/{term.id}" for term in (cell.row, cell.column)),
        *(f"theory/{theory.id}" for theory in cell.theories),
        *(f"study/{study.key}" for study in cell.studies),
    ]
    return [f"{name.partition('/')[2]} v{held(site, name).version}" for name in names]


MAPS = tuple(
    MapTable(f"map-{kind.plural}", f"a pair of the map: {kind.plural} by outcomes", _COLUMNS, kind)
    for kind in VIEWS
)

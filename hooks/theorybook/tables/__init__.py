"""The site as tables: CSV files with a line for each record."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.render import Renderer
from theorybook.tables.maps import MAPS
from theorybook.tables.open_questions import GAPS, TENSIONS
from theorybook.tables.studies import FINDINGS, PLACEMENTS, STUDIES
from theorybook.tables.table import Table
from theorybook.tables.theories import EVIDENCE, THEORIES
from theorybook.tables.words import GLOSSARY, QUOTES, TERMS

TABLES: tuple[Table, ...] = (
    *(THEORIES, EVIDENCE, STUDIES, FINDINGS, PLACEMENTS),
    *(QUOTES, TERMS, GLOSSARY, TENSIONS, GAPS),
    *MAPS,
)


def tables(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield every table: its address and its text as CSV."""
    for table in TABLES:
        yield table.address, table.csv(renderer)

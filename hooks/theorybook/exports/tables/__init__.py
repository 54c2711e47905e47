"""The site as tables: CSV files with a line for each record."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.tables.maps import MAPS
from theorybook.exports.tables.open_questions import GAPS, TENSIONS
from theorybook.exports.tables.studies import FINDINGS, PLACEMENTS, STUDIES
from theorybook.exports.tables.table import Table
from theorybook.exports.tables.theories import EVIDENCE, THEORIES
from theorybook.exports.tables.words import GLOSSARY, QUOTES, TERMS
from theorybook.render import Renderer

TABLES: tuple[Table, ...] = (
    *(THEORIES, EVIDENCE, STUDIES, FINDINGS, PLACEMENTS),
    *(QUOTES, TERMS, GLOSSARY, TENSIONS, GAPS),
    *MAPS,
)


def tables(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield every table: its address and its text as CSV."""
    for table in TABLES:
        yield table.address, table.csv(renderer)

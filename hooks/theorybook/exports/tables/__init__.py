"""The site as tables: CSV files with a line for each record."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.edition import Edition
from theorybook.exports.tables.health import HEALTH
from theorybook.exports.tables.maps import MAPS
from theorybook.exports.tables.quotations import QUOTATIONS
from theorybook.exports.tables.simple import (
    ANSWERS,
    GAPS,
    GLOSSARY,
    HELPLINES,
    SAFETY,
    SITUATIONS,
    TENSIONS,
    TERMS,
    table_of,
)
from theorybook.exports.tables.studies import FINDINGS, PLACEMENTS, STUDIES
from theorybook.exports.tables.table import Table
from theorybook.exports.tables.theories import EVIDENCE, TALK, THEORIES
from theorybook.exports.tables.training import ACTIVITIES, PACKS
from theorybook.kinds import KINDS

_OWN: tuple[Table, ...] = (
    *(THEORIES, EVIDENCE, TALK, STUDIES, FINDINGS, PLACEMENTS),
    *(QUOTATIONS, TERMS, GLOSSARY, TENSIONS, GAPS),
    *(SAFETY, HELPLINES, SITUATIONS, ANSWERS, ACTIVITIES, PACKS),
)
_NAMED = {table.name for table in _OWN}
TABLES = (*_OWN, *(table_of(kind) for kind in KINDS if kind.many not in _NAMED), *MAPS, HEALTH)


def tables(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield every table: its address and its text as CSV."""
    for table in TABLES:
        yield table.address, table.csv(edition)

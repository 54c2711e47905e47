"""Quotations as a table, each with the licence of the publication whose words they are."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports.tables.column import Column, fields
from theorybook.exports.tables.table import Line, RecordTable
from theorybook.kinds import id_of
from theorybook.model.quotation import Quotation
from theorybook.site import Site


def _of_quotations(site: Site) -> Iterator[Line]:
    for quote in site.all_of(Quotation):
        yield Line(id_of(quote), quote, {"source_licence": site.study(quote.source).licence})


QUOTATIONS = RecordTable(
    "quotes",
    "the exact words of a publication",
    (
        *fields(Quotation, source="study"),
        *fields(Quotation, "stands", "exact", "speaker", "about", "care"),
        Column("source_licence", "License of the publication, if we saw one."),
    ),
    _of_quotations,
)

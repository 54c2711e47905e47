"""CSV that a spreadsheet opens as it is, and takes for nothing but text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

# Excel takes a CSV file for UTF-8 only if this mark opens it; without it, curly quotation marks
# come out as three odd signs each. LibreOffice 7.4 asks, or is told (--infilter=CSV:44,34,76), and
# then takes the mark away. So do readers that are told of it: `utf-8-sig` in Python, `UTF-8-BOM` in
# R; Frictionless needs no telling.
_MARK = "\ufeff"
# What a spreadsheet may take for a formula: these signs, or their full-width twins, perhaps after
# white space. Apostrophes before them count as well, so that taking one away is never wrong.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def csv_text(columns: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """Return a table as CSV: a line of names, then a line for each row.

    Args:
        columns: the names of the columns.
        lines: the cells of each row, in the order of the columns.
    """
    text = io.StringIO(_MARK)
    text.seek(len(_MARK))
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in line] for line in lines)
    return text.getvalue()


def guarded(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    To read it back: where a cell begins with apostrophes and then with what could be a formula,
    take one apostrophe away.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell

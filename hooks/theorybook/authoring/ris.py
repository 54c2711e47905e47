"""References in RIS, taken apart into entries of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from theorybook.authoring.ris_entry import ris_entry
from theorybook.authoring.ris_record import Record
from theorybook.bibliography.bibtex_file import Entry
from theorybook.problems import DataError, Place, Problem

STARTS = re.compile(r"\s*TY\s{0,2}-\s", re.ASCII)
_LINE = re.compile(r"([A-Z][A-Z0-9])\s{0,2}-(?:\s+(.*))?", re.ASCII)


def read_ris(text: str, file: str) -> list[Entry]:
    """Take references in RIS apart.

    Args:
        text: one or more, each from `TY` to `ER`.
        file: the name that places carry.

    Raises:
        DataError: one of them does not end (B01).
    """
    return [ris_entry(record) for record in _records(text.split("\n"), file)]


def _records(lines: Sequence[str], file: str) -> Iterator[Record]:
    """Yield each reference from its line `TY` to its line `ER`; what stands between is no part."""
    record: Record | None = None
    for number, line in enumerate(lines, 1):
        tag, text = _tag_and_text(line)
        if tag == "TY" and record:
            break
        if tag == "TY":
            record = Record(Place(file, number))
        if record and tag == "ER":
            yield record
            record = None
        elif record:
            record.read(tag, text)
    if record:
        raise _endless(record)


def _tag_and_text(line: str) -> tuple[str, str]:
    match = _LINE.fullmatch(line.strip())
    return (match[1], (match[2] or "").strip()) if match else ("", line.strip())


def _endless(record: Record) -> DataError:
    message = "this reference has no end: the line `ER  - ` is missing"
    return DataError([Problem(record.place, "B01", message, "copy the whole of it again")])

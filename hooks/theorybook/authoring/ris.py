"""References in RIS, taken apart into entries of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from theorybook.authoring.entry_fields import entry, web_date
from theorybook.bibliography.author import Author
from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.entry_types import type_in_ris
from theorybook.problems import DataError, Place, Problem

STARTS = re.compile(r"\s*TY\s{0,2}-\s", re.ASCII)
_LINE = re.compile(r"([A-Z][A-Z0-9])\s{0,2}-(?:\s+(.*))?", re.ASCII)
# Programs have several names for one thing: the first that is filled counts.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT"),
    "container": ("JF", "T2", "JO", "BT", "JA", "J2"),
    "volume": ("VL",),
    "number": ("IS",),
    "edition": ("ET",),
    "publisher": ("PB",),
    "location": ("CY", "PP"),
    "series": ("T3",),
    "doi": ("DO",),
    "url": ("UR",),
}


@dataclass
class _Record:
    """The lines of one reference, by their tags."""

    place: Place
    lines: dict[str, list[str]] = field(default_factory=dict)
    _tag: str = ""

    def read(self, tag: str, text: str) -> None:
        """Take in a line; one without a tag goes on with the line before."""
        self._tag = tag or self._tag
        if tag:
            self.lines.setdefault(tag, []).append(text)
        elif text:
            self.lines[self._tag][-1] += f" {text}"

    def first(self, *tags: str) -> str:
        """Return the first line with one of these tags that is filled."""
        return next((line for tag in tags for line in self.lines.get(tag, ()) if line), "")

    def all(self, *tags: str) -> list[str]:
        """Return all lines with these tags."""
        return [line for tag in tags for line in self.lines.get(tag, ()) if line]


def read_ris(text: str, file: str) -> list[Entry]:
    """Take references in RIS apart.

    Args:
        text: one or more, each from `TY` to `ER`.
        file: the name that places carry.

    Raises:
        DataError: one of them does not end (B01).
    """
    return [_entry(record) for record in _records(text.split("\n"), file)]


def _records(lines: Sequence[str], file: str) -> Iterator[_Record]:
    """Yield each reference from its line `TY` to its line `ER`; what stands between is no part."""
    record: _Record | None = None
    for number, line in enumerate(lines, 1):
        tag, text = _tag_and_text(line)
        if tag == "TY" and record:
            break
        if tag == "TY":
            record = _Record(Place(file, number))
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


def _endless(record: _Record) -> DataError:
    message = "this reference has no end: the line `ER  - ` is missing"
    return DataError([Problem(record.place, "B01", message, "copy the whole of it again")])


def _entry(record: _Record) -> Entry:
    texts = {name: record.first(*tags) for name, tags in _TEXTS.items()}
    pages = "--".join(filter(None, (record.first("SP"), record.first("EP"))))
    when = record.first("PY", "Y1")
    year = re.match(r"\d{4}(?!\d)", when)  # also of `2031/Oct`
    return entry(
        type_in_ris(record.first("TY").upper()),
        record.place,
        authors=[*map(_author, record.all("AU", "A1"))],
        editors=[*map(_author, record.all("ED", "A2"))],
        texts=texts
        | {"pages": pages, "isbn": _isbn(record), "pmid": _pmid(record), "pmcid": _pmcid(record)},
        date=web_date(record.first("DA")) or web_date(when) or (year[0] if year else when),
    )


def _author(line: str) -> Author:
    """Read `Family, Given, Suffix`; a name without a comma is that of an organization."""
    family, given, suffix, *_ = [*map(str.strip, unescape(line).split(",")), "", ""]
    return Author(given, family, suffix.rstrip("."))


def _isbn(record: _Record) -> str:
    """Return the number of a book; that of a journal has eight digits and is left out."""
    digits = re.sub(r"[^\dXx]", "", record.first("SN"))
    return digits if len(digits) in (10, 13) else ""


def _pmid(record: _Record) -> str:
    """Return the number that PubMed gave; those of other databases stand in the same line."""
    number = record.first("AN")
    is_of_pubmed = re.search("pubmed|medline", record.first("DB", "DP"), re.IGNORECASE)
    return number if is_of_pubmed and number.isdecimal() else ""


def _pmcid(record: _Record) -> str:
    return next((line for line in record.all("C2") if re.fullmatch(r"PMC\d+", line)), "")

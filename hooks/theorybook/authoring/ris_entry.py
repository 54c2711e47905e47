"""What the lines of a reference in RIS say, as an entry of a bibliography.

One tag means this in one type of reference and that in another. So it is in the specification of
2011, and in EndNote and Zotero, which follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from theorybook.authoring.entry_fields import entry, web_date
from theorybook.authoring.ris_record import Record
from theorybook.bibliography import identifiers
from theorybook.bibliography.author import Author
from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.entry_types import Form, entry_type, type_in_ris
from theorybook.bibliography.name_words import is_like_a_group

# Programs have several names for one thing: the first that is filled counts.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT"),
    "volume": ("VL",),
    "publisher": ("PB",),
    "location": ("CY", "PP"),
    "url": ("UR",),
}
_IN = ("JF", "T2", "JO", "BT", "JA", "J2")
# A paper without one of these was presented and not printed, so that its second title is an event.
_PRINTED = ("SP", "VL", "PB", "DO", "SN", "BT", "JF")
# An ISBN or an ISSN, and no number of a report.
_OF_BOOK_OR_JOURNAL = re.compile(r"(?:97[89][\d -]{10,14}|\d[\d -]{8,11}[\dXx]|\d{4}-\d{3}[\dXx])")
_OF_ONE_PAGE = ("NEWS", "MGZN")


def ris_entry(record: Record) -> Entry:
    """Return a reference as an entry."""
    tag = record.first("TY").upper()
    doi = _doi(record)
    type_ = type_in_ris(tag)
    if type_ == "unpublished" and doi:  # a preprint: it can be had
        type_ = "misc"
    form = entry_type(type_, False).form
    texts = {name: record.first(*tags) for name, tags in _TEXTS.items()}
    authors, editors = _people(record, tag)
    return entry(
        type_,
        record.place,
        authors=[*map(_author, authors)],
        editors=[*map(_author, editors)],
        texts=texts
        | _container(record, form, type_)
        | _numbers(record, form, type_)
        | {
            "pages": _pages(record, tag),
            "work_type": _kind(record, form),
            "accessed": web_date(record.first("Y2")),
            "doi": doi,
            "isbn": _isbn(record),
            "pmid": _pmid(record),
            "pmcid": _pmcid(record),
        },
        date=_date(record),
    )


def _date(record: Record) -> str:
    """Return the day as far as it is known; of a span of years only the line of the year tells."""
    when = record.first("PY", "Y1")
    if re.fullmatch(r"\d{4}\s*[-–]\s*\d{4}", when):
        return when
    year = re.match(r"\d{4}(?!\d)", when)  # also of `2031/Oct`
    return web_date(record.first("DA")) or web_date(when) or (year[0] if year else when)


def _people(record: Record, tag: str) -> tuple[list[str], list[str]]:
    """Return authors and editors; those of the series of a book are neither."""
    authors, editors = record.all("AU", "A1"), record.all("ED", "A3")
    if tag == "EDBOOK":
        return [], [*authors, *editors]
    if tag in ("BOOK", "EBOOK"):
        # Older programs have the editors of a book where those of its series belong.
        return authors, editors or record.all("A2") * (not authors)
    return authors, record.all("ED", "A2")


def _author(line: str) -> Author:
    """Read `Family, Given, Suffix`; a name without a comma is that of an organization.

    So is one that no person has: `The Garden Club, Inc.`
    """
    family, given, suffix, *_ = [*map(str.strip, unescape(line).split(",")), "", ""]
    if is_like_a_group(family.split()):
        return Author("", unescape(line))
    return Author(given, family, suffix.rstrip("."))


def _container(record: Record, form: Form, type_: str) -> dict[str, str]:
    """Return what a work is in, its series, and the conference where it was held."""
    within, series = record.first(*_IN), record.first("T3")
    if type_ == "inproceedings" and (record.first("C3") or not record.first(*_PRINTED)):
        event = record.first("T2")
        return {"container": record.first("C3"), "event": event, "series": series}
    if form in (Form.BOOK, Form.REPORT):
        return {"series": series or record.first("T2")}
    if form is Form.THESIS:  # there it is the department
        return {}
    return {"container": within, "series": series}


def _numbers(record: Record, form: Form, type_: str) -> dict[str, str]:
    """Return number, edition and version."""
    own = record.first("SN") if entry_type(type_, False).number else ""
    number = record.first("IS") or ("" if _OF_BOOK_OR_JOURNAL.fullmatch(own) else own)
    which = "version" if form is Form.OTHER else "edition"
    return {"number": number, which: record.first("ET")}


def _pages(record: Record, tag: str) -> str:
    """Return the pages; in a journal a first one alone is the number of an article."""
    first, last = record.first("SP"), record.first("EP")
    if first and not last and tag in _OF_ONE_PAGE:
        return f"p. {first}"
    return "--".join(filter(None, (first, last)))


def _kind(record: Record, form: Form) -> str:
    """Return what a work on its own calls itself."""
    kind = record.first("M3")
    stands_alone = form in (Form.REPORT, Form.THESIS, Form.OTHER)
    return kind if stands_alone and not _first_doi([kind]) else ""


def _doi(record: Record) -> str:
    return record.first("DO") or _first_doi(record.all("M3", "L3", "N1"))


def _first_doi(lines: Iterable[str]) -> str:
    """Return the first DOI that fills a line, where some programs have it."""
    for line in lines:
        try:
            return identifiers.doi(line)
        except ValueError:
            continue
    return ""


def _isbn(record: Record) -> str:
    """Return the number of a book; that of a journal has eight digits and is left out."""
    digits = re.sub(r"[^\dXx]", "", record.first("SN"))
    return digits if len(digits) in (10, 13) else ""


def _pmid(record: Record) -> str:
    """Return the number that PubMed gave; those of other databases stand in the same line.

    Our own files name no database.
    """
    number, database = record.first("AN"), record.first("DB", "DP")
    is_of_pubmed = not database or re.search("pubmed|medline", database, re.IGNORECASE)
    return number if is_of_pubmed and re.fullmatch(r"[1-9]\d{0,7}", number) else ""


def _pmcid(record: Record) -> str:
    return next((line for line in record.all("C2") if re.fullmatch(r"PMC\d+", line)), "")

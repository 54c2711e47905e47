"""Copies of publications, entry by entry, as they stand in references.bib."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmark.made.copies import Copies
from benchmark.made.wording import Wording
from theorybook.record_id import RecordId

_ENTRY = re.compile(r"^@\w+\{([^,\s]+),\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^(\s*(\w+)\s*=\s*\{)(.*)(\},?)$", re.MULTILINE)
# A number that must belong to one publication, made anew; an ISBN is left out, as it has a check.
_LEFT_OUT = re.compile(r"^\s*isbn\s*=.*\n", re.MULTILINE)
_PMIDS = 1_000_000  # by which those of each round are higher


def entry_texts(text: str) -> Iterator[str]:
    """Yield what the fields of a bibliography hold that are words."""
    for field in _FIELD.finditer(text):
        if _is_words(field[2]):
            yield field[3]


def copied_entries(text: str, number: int, copies: Copies, wording: Wording) -> Iterator[str]:
    """Yield the entries of a round.

    Args:
        text: our bibliography.
        number: the round.
        copies: says which entries are copied.
        wording: makes their words.
    """

    def copied_field(field: re.Match[str]) -> str:
        start, name, value, end = field.groups()
        return f"{start}{_copied_value(name, value, number, wording)}{end}"

    for entry in _ENTRY.finditer(text):
        study = RecordId("study", entry[1])
        if copies.has(number, study):
            key = copies.named(number, study)
            copy = entry[0].replace(f"{{{entry[1]},", f"{{{key},", 1)
            yield _FIELD.sub(copied_field, _LEFT_OUT.sub("", copy))


def _copied_value(name: str, value: str, number: int, wording: Wording) -> str:
    if _is_words(name):
        words = wording.exchanged(number, value)
        # A title of none but frequent words would be that of another publication.
        return f"{words} {number + 1}" if name == "title" and words == value else words
    if name == "doi":
        return f"{value}.{number}"
    if name == "url":
        return f"{value}{'&' if '?' in value else '?'}copy={number}"
    if name in ("pmid", "pmcid"):
        digits = value.removeprefix("PMC")
        return f"{'PMC' if digits != value else ''}{int(digits) + number * _PMIDS}"
    return value


def _is_words(name: str) -> bool:
    return name in ("author", "editor", "title", "journal", "booktitle", "annote", "publisher")

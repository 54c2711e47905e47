"""References in CSL-JSON, taken apart into entries of a bibliography."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import unescape
from typing import Any

from theorybook.authoring.entry_fields import entry
from theorybook.bibliography.author import Author
from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.entry_types import type_in_csl
from theorybook.problems import DataError, Place, Problem

# Registries have several names for one thing: the first that is filled counts.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container": ("container-title", "container-title-short"),
    "volume": ("volume",),
    "number": ("issue", "number", "collection-number"),
    "pages": ("page", "article-number"),
    "edition": ("edition",),
    "publisher": ("publisher",),
    "location": ("publisher-place",),
    "series": ("collection-title",),
    "version": ("version",),
    "doi": ("DOI",),
    "pmid": ("PMID",),
    "pmcid": ("PMCID",),
    "isbn": ("ISBN",),
    "url": ("URL",),
}


def read_csl(text: str, file: str) -> list[Entry]:
    """Take references in CSL-JSON apart.

    Args:
        text: one item, or a list of them.
        file: the name that places carry.

    Raises:
        DataError: it is no JSON, or holds something else (B01).
    """
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        at = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        fix = "copy the whole of it again, from the first bracket to the last"
        problem = Problem(Place(file, *at), "B01", "this is not valid JSON", fix)
        raise DataError([problem]) from error
    items = data if isinstance(data, list) else [data]
    if not all(isinstance(item, dict) for item in items):
        fix = "copy one reference, or a list of them"
        raise DataError([Problem(Place(file), "B01", "this JSON holds no references", fix)])
    return [_entry(item, Place(file)) for item in items]


def _entry(item: Mapping[str, Any], place: Place) -> Entry:
    return entry(
        type_in_csl(_text(item.get("type"))),
        place,
        authors=_names(item.get("author")),
        editors=_names(item.get("editor")),
        texts={name: _first(item, *names) for name, names in _TEXTS.items()},
        date=_date(item.get("issued")),
    )


def _first(item: Mapping[str, Any], *names: str) -> str:
    return next((text for name in names if (text := _text(item.get(name)))), "")


def _text(value: object) -> str:
    """Return a text or a number as text; of a list, as registries have it, the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value).strip() if isinstance(value, (str, int)) else ""


def _names(value: object) -> list[Author]:
    names = [name for name in value if isinstance(name, dict)] if isinstance(value, list) else []
    return [person for name in names if (person := _author(name)).family]


def _author(name: Mapping[str, Any]) -> Author:
    def part(*keys: str) -> str:
        return " ".join(filter(None, (unescape(_text(name.get(key))) for key in keys)))

    family = part("dropping-particle", "non-dropping-particle", "family")
    if not family:
        return Author("", part("literal") or part("name") or part("given"))
    return Author(part("given"), family, part("suffix").rstrip("."))


def _date(value: object) -> str:
    """Return a date as year-month-day, as far as it is known; a date in words as it is."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        return _text(value.get("raw")) or _text(value.get("literal"))
    numbers = [_text(part) for part in parts[0]]
    return "-".join(number.zfill(2) for number in numbers if number)

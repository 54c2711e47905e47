"""References in CSL-JSON, taken apart into entries of a bibliography."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import unescape
from typing import Any

from theorybook.authoring.entry_fields import entry, web_date
from theorybook.bibliography.author import Author
from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.entry_types import Form, entry_type, type_in_csl
from theorybook.bibliography.sort_key import folded
from theorybook.problems import DataError, Place, Problem

_OF_ONE_PAGE = ("article-newspaper", "article-magazine")
# Registries have several names for one thing: the first that is filled counts.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container": ("container-title", "container-title-short"),
    "volume": ("volume",),
    "number": ("issue", "number", "report-number", "collection-number"),
    "edition": ("edition", "edition-number"),
    "location": ("publisher-place", "publisher-location", "event-place"),
    "event": ("event-title", "event"),
    "series": ("collection-title",),
    "version": ("version",),
    "doi": ("DOI",),
    "pmid": ("PMID",),
    "pmcid": ("PMCID",),
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
    type_ = type_in_csl(_text(item.get("type")))
    return entry(
        type_,
        place,
        authors=_names(item.get("author")),
        editors=_names(item.get("editor")),
        texts={name: _first(item, *names) for name, names in _TEXTS.items()}
        | _of_form(item, entry_type(type_, False).form)
        | {
            "subtitle": _subtitle(item),
            "pages": _pages(item),
            "accessed": web_date(_date(item.get("accessed"))),
            # Registries write it as an address.
            "isbn": _text(item.get("ISBN")).rpartition("/")[2],
        },
        date=_date(item.get("issued")),
    )


def _of_form(item: Mapping[str, Any], form: Form) -> dict[str, str]:
    """Return who brought a work out, and what works in journals and books do not have."""
    publisher, institution = _text(item.get("publisher")), _institution(item)
    if form in (Form.ARTICLE, Form.CHAPTER):
        return {"publisher": publisher}
    of_a_body = form in (Form.REPORT, Form.THESIS) and institution
    texts = {
        "publisher": of_a_body or publisher or institution,
        "pagetotal": _text(item.get("number-of-pages")),
    }
    return texts if form is Form.BOOK else texts | {"work_type": _text(item.get("genre"))}


def _institution(item: Mapping[str, Any]) -> str:
    """Return the name of an institution, as registries have it."""
    bodies = item.get("institution")
    first = bodies[0] if isinstance(bodies, list) and bodies else bodies
    return _text(first.get("name")) if isinstance(first, dict) else ""


def _subtitle(item: Mapping[str, Any]) -> str:
    """Return a subtitle that is not in the title already."""
    title, subtitle = _text(item.get("title")), _text(item.get("subtitle"))
    return "" if folded(subtitle) in folded(title) else subtitle


def _pages(item: Mapping[str, Any]) -> str:
    """Return the pages; one of a newspaper is called so: alone it would be an article's number."""
    pages = _first(item, "page", "article-number")
    is_page = pages.isdecimal() and _text(item.get("type")) in _OF_ONE_PAGE
    return f"p. {pages}" if is_page else pages


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
    """Return a date as BibLaTeX has it, as far as it is known; a date in words as it is."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        return _text(value.get("raw")) or _text(value.get("literal"))
    dates = "/".join(filter(None, map(_day, parts[:2])))
    return f"{dates}~" if dates and value.get("circa") else dates


def _day(parts: object) -> str:
    numbers = [_text(part) for part in parts] if isinstance(parts, list) else []
    return "-".join(number.zfill(2) for number in numbers if number)

"""Citations for programs that keep references: RIS, CSL-JSON, and COinS within a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from theorybook.bibliography.author import Author
from theorybook.bibliography.entry_types import Form
from theorybook.bibliography.page_range import first_and_last, joined
from theorybook.bibliography.reference import AND_OTHERS
from theorybook.citing.citation import Citation

# The names of the parts in OpenURL's formats: of the title, of what it is in, of who published it;
# of some genres they are others.
_OPENURL = {
    "bookitem": ("atitle", "btitle", "pub"),
    "proceeding": ("atitle", "btitle", "pub"),
    "issue": ("jtitle", "title", "pub"),
    "journal": ("atitle", "jtitle", "pub"),
    "book": ("btitle", "title", "pub"),
    "dissertation": ("title", "source", "inst"),
    "patent": ("title", "source", "assignee"),
    "dc": ("title", "source", "publisher"),
}
_CSL_NAMES = {
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "edition": "edition",
    "location": "publisher-place",
    "series": "collection-title",
    "work_type": "genre",
    "event": "event-title",
    "publisher": "publisher",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "identifier": "number",
    "version": "version",
    "what": "genre",
    "note": "note",
    "abstract": "abstract",
}


def ris(citation: Citation) -> str:
    """Return a reference in RIS: a line for each field, which ends as the format wants it."""
    fields = (("TY", citation.type.ris), *_ris_fields(citation), ("ER", ""))
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields)


def csl_json(citation: Citation) -> dict[str, Any]:
    """Return a reference as an item of CSL-JSON, made to be written in a list."""
    # Two parts share `genre` and `number`: a work has one, and a record of ours the other.
    texts = {name: value for part, name in _CSL_NAMES.items() if (value := getattr(citation, part))}
    item = {
        "id": citation.key,
        "type": citation.type.csl,
        "author": _csl_names(citation.authors, citation.more_authors),
        "editor": _csl_names(citation.editors, citation.more_editors),
        "issued": _csl_date(citation),
        "accessed": _csl_days(citation.accessed),
        _csl_number(citation): citation.number,
        "number-of-pages" if citation.total_pages else "page": joined(citation.pages, "-"),
        "URL": citation.url or citation.link,
    }
    return {name: value for name, value in (item | texts).items() if value}


def coins(citation: Citation) -> str:
    """Return a publication as COinS has it: an OpenURL 1.0 context in keys and values."""
    type_ = citation.type
    title, container, publisher = _OPENURL.get(type_.genre) or _OPENURL[type_.openurl]
    doi, pmid = citation.doi and f"info:doi/{citation.doi}", f"info:pmid/{citation.pmid}"
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{type_.openurl}"),
        ("rft_id", doi or citation.url),
        ("rft_id", pmid if citation.pmid else ""),
        ("rft.type", type_.csl if type_.openurl == "dc" and type_.csl != "document" else ""),
        ("rft.genre", type_.genre),
        (f"rft.{title}", citation.title),
        (f"rft.{container}", citation.container),
        (f"rft.{publisher}", citation.publisher),
        ("rft.date", _first_day(citation)),
        ("rft.volume", citation.volume),
        ("rft.issue", citation.number),
        ("rft.isbn", citation.isbn),
        ("rft.edition", citation.edition),
        ("rft.place", citation.location),
        ("rft.series", citation.series),
        *_openurl_pages(citation),
        *_openurl_authors(citation),
    ]
    return urlencode([pair for pair in pairs if pair[1]])


def _ris_fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the fields that are known."""
    first, last = first_and_last(citation.pages)
    # Of a book, the second authors are those who edit the series.
    editors = "A3" if citation.type.ris == "BOOK" else "A2"
    within, of_event = citation.container, citation.event
    if citation.type.csl == "paper-conference" and of_event:  # the proceedings are the third title
        within, of_event = of_event, within
    is_numbered = citation.type.form is Form.REPORT or citation.type.number
    fields = (
        ("ID", citation.key),
        *(("AU", name) for name in _ris_names(citation.authors, citation.more_authors)),
        *((editors, name) for name in _ris_names(citation.editors, citation.more_editors)),
        ("TI", citation.title),
        ("T2", within),
        ("PY", citation.year),
        ("DA", _ris_day(_first_day(citation))),
        ("VL", citation.volume),
        ("IS", citation.number),
        ("SP", first),
        ("EP", last),
        ("PB", citation.publisher),
        ("CY", citation.location),
        ("T3", citation.series),
        # Of a report or a patent, programs look for the number here.
        ("SN", (citation.number if is_numbered else "") or citation.isbn),
        ("DO", citation.doi),
        ("AN", citation.pmid),
        ("C2", citation.pmcid),
        ("UR", citation.url or citation.link),
        ("M1", citation.identifier),
        ("M3", citation.what or citation.work_type),
        ("C3", of_event),
        ("ET", citation.version or citation.edition),
        ("Y2", _ris_day(citation.accessed)),
        ("N1", citation.note),
        ("AB", citation.abstract),
    )
    return (field for field in fields if field[1])


def _ris_names(people: Sequence[Author], more: bool) -> list[str]:
    """Return the names; without `et al.` the work would be by those alone who are named."""
    return [*map(_ris_name, people), *_and_others(people, more)]


def _and_others(people: Sequence[Author], more: bool) -> list[str]:
    """Return what says that more names follow: after none it would be read as a name itself."""
    return [AND_OTHERS] if people and more else []


def _ris_name(author: Author) -> str:
    """Return `Family,Given,Suffix`: in a body's name a comma would end the family, so it goes."""
    if author.is_group:
        return author.family.replace(",", "")
    return ",".join(filter(None, (author.family, f" {author.given}", author.suffix)))


def _ris_day(date: str) -> str:
    """Return a date as RIS has it, `2022/03/04/`; a year alone is in its own field."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return f"{year}/{month}/{day}/" if month else ""


def _first_day(citation: Citation) -> str:
    """Return when something came out: the first day of a span, as far as it is known."""
    return citation.issued.partition("/")[0] or citation.year


def _csl_names(people: Sequence[Author], more: bool) -> list[dict[str, str]]:
    others = [{"literal": name} for name in _and_others(people, more)]
    return [*map(_csl_name, people), *others]


def _csl_name(author: Author) -> dict[str, str]:
    if author.is_group:
        return {"literal": author.family}
    names = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {part: name for part, name in names.items() if name}


def _csl_number(citation: Citation) -> str:
    """Return what CSL calls the number: the issue of a journal, of a series, or the work's own."""
    match citation.type.form:
        case Form.ARTICLE:
            return "issue"
        case Form.BOOK | Form.CHAPTER if citation.series:
            return "collection-number"
        case Form.BOOK | Form.CHAPTER:
            return "issue"
        case _:
            return "number"


def _csl_date(citation: Citation) -> dict[str, Any]:
    """Return the date in numbers; a year in words, such as `in press`, as it stands."""
    when = _csl_days(citation.issued or citation.year) or {"literal": citation.year}
    return when | ({"circa": True} if citation.circa else {})


def _csl_days(dates: str) -> dict[str, Any]:
    """Return one date, or two with a slash, in numbers."""
    parts = [date.split("-") for date in dates.split("/")]
    if not all(part.isdecimal() and part.isascii() for date in parts for part in date):
        return {}
    return {"date-parts": [[int(part) for part in date] for date in parts]}


def meta_author(author: Author) -> str:
    """Return a name as `citation_author` has it, which Zotero takes apart at a comma or a space.

    Of `Gardens, contributors` it makes a person with the first name `contributors`. Only of a
    text whose one comma is its last sign it makes a single name: it sees the comma, so it does
    not split at the last space, and then it strips it. A semicolon would start another author.
    """
    if author.is_group:
        return re.sub(r"\s*[,;]", "", author.family) + ","
    return f"{author.family}, {author.given}"


def _openurl_pages(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the pages, or how many there are, which only books and theses have a key for."""
    if citation.total_pages:
        has_total = citation.type.openurl in ("book", "dissertation")
        yield "rft.tpages", citation.total_pages if has_total else ""
        return
    first, last = first_and_last(citation.pages)
    yield from (("rft.spage", first), ("rft.epage", last))
    yield "rft.pages", joined(citation.pages, "-")


def _openurl_authors(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the first author in parts, then all; a body is named apart.

    OpenURL has no editors. A book that has only these would be by nobody, so they stand here.
    """
    people = citation.authors or citation.editors
    if people and not people[0].is_group:
        yield "rft.aulast", people[0].family
        yield "rft.aufirst", people[0].given
    for who in people:
        name = ", ".join(filter(None, (who.family, who.given, who.suffix)))
        yield ("rft.aucorp" if who.is_group else "rft.au"), name
    for others in _and_others(
        people, citation.more_authors if citation.authors else citation.more_editors
    ):
        yield "rft.au", others

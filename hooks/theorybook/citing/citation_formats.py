"""Citations for programs that keep references: RIS, CSL-JSON, and COinS within a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from theorybook.citing.citation import Citation
from theorybook.data.bibliography import Author
from theorybook.data.page_range import first_and_last, joined
from theorybook.data.people import person


@dataclass(frozen=True)
class _Type:
    """What one type of BibTeX is called by CSL, by RIS and by OpenURL (format and genre)."""

    csl: str
    ris: str
    format: str = "book"
    genre: str = "unknown"


_TYPES: Mapping[str, _Type] = {
    "article": _Type("article-journal", "JOUR", "journal", "article"),
    "book": _Type("book", "BOOK", genre="book"),
    "inbook": _Type("chapter", "CHAP", genre="bookitem"),
    "incollection": _Type("chapter", "CHAP", genre="bookitem"),
    "inproceedings": _Type("paper-conference", "CPAPER", genre="proceeding"),
    "conference": _Type("paper-conference", "CPAPER", genre="proceeding"),
    "techreport": _Type("report", "RPRT", genre="report"),
    "phdthesis": _Type("thesis", "THES", "dissertation"),
    "mastersthesis": _Type("thesis", "THES", "dissertation"),
}
_PAGE = _Type("webpage", "ELEC", "dc")
_ELSE = _Type("document", "GEN", "dc")
# The names of the parts in OpenURL's formats: of the title, of what it is in, of who published it.
_OPENURL = {
    "journal": ("atitle", "jtitle", "pub"),
    "book": ("btitle", "title", "pub"),
    "dissertation": ("title", "source", "inst"),
    "dc": ("title", "source", "publisher"),
}
_CSL_NAMES = {
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "number": "issue",
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
    fields = (("TY", _type(citation).ris), *_ris_fields(citation), ("ER", ""))
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields)


def csl_json(citation: Citation) -> dict[str, Any]:
    """Return a reference as an item of CSL-JSON, made to be written in a list."""
    texts = {name: getattr(citation, part) for part, name in _CSL_NAMES.items()}
    item = {
        "id": citation.key,
        "type": _type(citation).csl,
        "author": [_csl_name(author) for author in citation.authors],
        "issued": _csl_date(citation),
        "page": joined(citation.pages, "-"),
        "URL": citation.url or citation.link,
    }
    return {name: value for name, value in (item | texts).items() if value}


def coins(citation: Citation) -> str:
    """Return a publication as COinS has it: an OpenURL 1.0 context in keys and values."""
    type_ = _type(citation)
    title, container, publisher = _OPENURL[type_.format]
    first, last = first_and_last(citation.pages)
    doi, pmid = citation.doi and f"info:doi/{citation.doi}", f"info:pmid/{citation.pmid}"
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{type_.format}"),
        ("rft_id", doi or citation.url),
        ("rft_id", pmid if citation.pmid else ""),
        ("rft.type", type_.csl if type_ is _PAGE else ""),
        ("rft.genre", type_.genre if type_.format in ("journal", "book") else ""),
        (f"rft.{title}", citation.title),
        (f"rft.{container}", citation.container),
        (f"rft.{publisher}", citation.publisher),
        ("rft.date", citation.issued),
        ("rft.volume", citation.volume),
        ("rft.issue", citation.number),
        ("rft.isbn", citation.isbn),
        *(("rft.spage", first), ("rft.epage", last)),
        ("rft.pages", joined(citation.pages, "-")),
        *_openurl_authors(citation),
    ]
    return urlencode([pair for pair in pairs if pair[1]])


def _type(citation: Citation) -> _Type:
    return _TYPES.get(citation.entry_type, _PAGE if citation.url else _ELSE)


def _ris_fields(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the fields that are known."""
    first, last = first_and_last(citation.pages)
    day = citation.issued.replace("-", "/") + "/" if citation.identifier else ""
    fields = (
        ("ID", citation.key),
        *(("AU", _ris_name(author)) for author in citation.authors),
        ("TI", citation.title),
        ("T2", citation.container),
        ("PY", citation.year),
        ("DA", day),
        ("VL", citation.volume),
        ("IS", citation.number),
        ("SP", first),
        ("EP", last),
        ("PB", citation.publisher),
        ("SN", citation.isbn),
        ("DO", citation.doi),
        ("AN", citation.pmid),
        ("C2", citation.pmcid),
        ("UR", citation.url or citation.link),
        ("M1", citation.identifier),
        ("M3", citation.what),
        ("ET", citation.version),
        ("N1", citation.note),
        ("AB", citation.abstract),
    )
    return (field for field in fields if field[1])


def _ris_name(author: Author) -> str:
    """Return `Family,Given,Suffix`: in a body's name a comma would end the family, so it goes."""
    who = person(author)
    if who.is_group:
        return who.family.replace(",", "")
    return ",".join(filter(None, (who.family, f" {who.given}", who.suffix)))


def _csl_name(author: Author) -> dict[str, str]:
    who = person(author)
    if who.is_group:
        return {"literal": who.family}
    names = {"family": who.family, "given": who.given, "suffix": who.suffix}
    return {part: name for part, name in names.items() if name}


def _csl_date(citation: Citation) -> dict[str, Any]:
    """Return the date in numbers; a year in words, such as `in press`, as it stands."""
    parts = citation.issued.split("-") if citation.identifier else [citation.issued]
    if not all(part.isdecimal() for part in parts):
        return {"literal": citation.issued}
    return {"date-parts": [[int(part) for part in parts]]}


def _openurl_authors(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the first author in parts, then all; a body is named apart."""
    people = [person(author) for author in citation.authors]
    if people and not people[0].is_group:
        yield "rft.aulast", people[0].family
        yield "rft.aufirst", people[0].given
    for who in people:
        name = ", ".join(filter(None, (who.family, who.given, who.suffix)))
        yield ("rft.aucorp" if who.is_group else "rft.au"), name

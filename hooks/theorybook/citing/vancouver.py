"""A citation as a line in Vancouver style.

The rules are those of Citing Medicine, the style guide of the National Library of Medicine (2nd
edition), with the six authors of the sample references that the International Committee of Medical
Journal Editors gives. The short form of a journal's name is left to whoever cites: nothing here
knows it. Capitals and names stand as the publication has them.

A record of ours says more than the style asks for: its id, version and licence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from theorybook.bibliography.author import Author
from theorybook.bibliography.dates import NO_DATE
from theorybook.bibliography.entry_types import PAGE, Form
from theorybook.bibliography.page_range import shortened
from theorybook.bibliography.reference import AND_OTHERS
from theorybook.citing.citation import Citation
from theorybook.citing.direction import isolated, without_isolates
from theorybook.citing.phrases import NAMES_NOT_SHOWN, opened, ordinal, sentence

_MOST = 6
_ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th"}


def vancouver(citation: Citation) -> str:
    """Return a line in Vancouver style (Citing Medicine, six authors at most)."""
    return without_isolates(vancouver_text(citation))


def vancouver_text(citation: Citation) -> str:
    """Return the line, its names and titles isolated."""
    source = _of_our_site if citation.identifier else _of_others
    return " ".join(filter(None, (sentence(_who(citation)), *source(citation))))


def _who(citation: Citation) -> str:
    """Return the authors; of a book that has none, the editors."""
    if citation.authors or not citation.editors:
        return _names(citation.authors, citation.more_authors)
    return _editors(citation)


def _editors(citation: Citation) -> str:
    one = len(citation.editors) == 1 and not citation.more_editors
    names = _names(citation.editors, citation.more_editors)
    return f"{names}, {'editor' if one else 'editors'}"


def _names(people: Sequence[Author], more: bool) -> str:
    """Return the names: of more than six, the first six and `et al.`"""
    if more and not people:
        return NAMES_NOT_SHOWN
    names = [_name(one) for one in people]
    is_cut = more or len(names) > _MOST
    return ", ".join([*names[:_MOST], *[AND_OTHERS] * is_cut])


def _name(author: Author) -> str:
    """Return `Family GH`: two initials at most, no full stops, `Jr` and `3rd` after them."""
    initials = "".join(one for joint in author.initials for one in joint)[:2]
    suffix = _ORDINALS.get(author.suffix, author.suffix)
    return isolated(" ".join(filter(None, (author.family, initials or author.given, suffix))))


def _of_our_site(citation: Citation) -> list[str]:
    """Return a part of a website (chapter 25): site, part, version and day, licence, address."""
    version = f"[version {citation.version}, updated {_day(citation.issued)}]"
    return [
        sentence(f"{citation.container} [Internet]"),
        f"{isolated(opened(citation.title))} ({citation.identifier}) [{citation.what}]; {version}.",
        sentence(citation.licence),
        _available(citation.url),
    ]


def _of_others(citation: Citation) -> Iterator[str]:
    form, medium = citation.type.form, "" if citation.doi or not citation.url else " [Internet]"
    title, container = isolated(citation.title), isolated(citation.container)
    if form is Form.ARTICLE and citation.container:
        yield sentence(title)
        yield sentence(f"{container}{medium}")
        yield _issue(citation)
    elif form is Form.CHAPTER and citation.container:
        editors = f"{_editors(citation)}. " if citation.editors and citation.authors else ""
        yield sentence(title)
        yield sentence(f"In: {editors}{container}{medium}")
        yield from _of_a_book(citation)
        yield sentence(f"p. {shortened(citation.pages)}" if citation.pages else "")
    else:
        kind = _kind(citation)
        yield sentence(f"{opened(title)}{kind and f' [{kind}]'}{medium}")
        yield from _of_a_book(citation)
        is_place = citation.pages and not citation.total_pages
        yield sentence(f"p. {shortened(citation.pages)}" if is_place else "")
    yield from _found_at(citation)


def _kind(citation: Citation) -> str:
    """Return what kind of work it is, which stands after the title (chapters 5 and 18)."""
    form = citation.type.form
    if form is Form.THESIS:
        is_masters = "master" in citation.work_type.lower()
        return "master’s thesis" if is_masters else "dissertation"
    if form is Form.OTHER:
        return (citation.work_type or citation.type.label).lower()
    return citation.work_type if form is Form.REPORT else ""


def _issue(citation: Citation) -> str:
    """Return `year;volume(issue):pages` (chapter 1)."""
    issue = citation.volume + (f"({citation.number})" if citation.number else "")
    pages = f":{shortened(citation.pages)}" if citation.pages else ""
    when = f"{_year(citation)}{';' if issue else ''}{issue}{pages}"
    return f"{when}{_cited(citation)}."


def _of_a_book(citation: Citation) -> Iterator[str]:
    """Yield edition, volume, place, publisher and year, series and numbers (chapter 2)."""
    if citation.edition:
        is_number = citation.edition.isdecimal() and citation.edition.isascii()
        edition = ordinal(int(citation.edition)) if is_number else citation.edition
        yield sentence(edition if re.search(r"\bed", edition, re.IGNORECASE) else f"{edition} ed")
    if citation.version:
        yield sentence(f"Version {citation.version}")
    if citation.volume and citation.type.form is not Form.ARTICLE:
        yield sentence(f"Vol. {citation.volume}")
    if citation.type.form is not Form.CHAPTER and citation.container:
        yield sentence(isolated(citation.container))
    if citation.event:
        yield sentence(isolated(citation.event))
    yield _published(citation)
    if citation.total_pages:
        yield f"{citation.total_pages} p."
    yield from _numbers(citation)


def _published(citation: Citation) -> str:
    """Return place, publisher and year; what nobody saw is said to be unknown."""
    place = isolated(citation.location) or "[place unknown]"
    publisher = isolated(citation.publisher) or "[publisher unknown]"
    return f"{place}: {publisher}; {_year(citation)}{_cited(citation)}."


def _numbers(citation: Citation) -> Iterator[str]:
    form, number = citation.type.form, citation.number
    if citation.series:
        of_series = number if form in (Form.BOOK, Form.CHAPTER, Form.THESIS) else ""
        yield f"({'; '.join(filter(None, (isolated(citation.series), of_series)))})."
    elif number and form in (Form.BOOK, Form.CHAPTER, Form.THESIS):
        yield sentence(f"No. {number}")
    if number and form in (Form.REPORT, Form.OTHER):
        yield sentence(f"{citation.type.number or 'No.'}: {number}")


def _year(citation: Citation) -> str:
    """Return the year; of a page, the day as far as it is known."""
    if citation.type is PAGE and citation.issued and "/" not in citation.issued:
        return _day(citation.issued)
    if citation.year == NO_DATE:
        return "[date unknown]"
    return f"[ca. {citation.year}]" if citation.circa else citation.year


def _cited(citation: Citation) -> str:
    """Return the day when a page was read."""
    is_online = citation.type is PAGE or (citation.url and not citation.doi)
    return f" [cited {_day(citation.accessed)}]" if citation.accessed and is_online else ""


def _day(iso: str) -> str:
    """Return `2022 Mar 4` of `2022-03-04`."""
    year, *rest = (int(part) for part in iso.split("-"))
    month = [f"{date(2000, rest[0], 1):%b}"] if rest else []
    return " ".join((str(year), *month, *map(str, rest[1:])))


def _found_at(citation: Citation) -> list[str]:
    """Return where to find it: DOI and PubMed numbers, or else the address."""
    doi = f"doi: {citation.doi}" if citation.doi else ""
    address = "" if citation.doi or not citation.url else _available(citation.url)
    numbers = (("PubMed PMID", citation.pmid), ("PubMed Central PMCID", citation.pmcid))
    known = "; ".join(f"{name}: {number}" for name, number in numbers if number)
    place = doi or address
    if place and known:
        place = sentence(place)
    return [*filter(None, (place, known and f"{known}."))]


def _available(url: str) -> str:
    """Return where a page is: a full stop stands after an address only if that ends in a slash."""
    return f"Available from: {url}{'.' if url.endswith('/') else ''}"

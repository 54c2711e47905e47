"""A citation as a line in APA style.

The rules are those of the Publication Manual of the American Psychological Association (7th
edition, chapters 9 and 10). Three things are left to whoever cites, because nothing here knows
them: italics, capitals of a title, and the short form of a journal's name. Capitals and names
stand as the publication has them. The style leaves out where a publisher is, so it is not here.

A record of ours says more than the style asks for: its id, version and licence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from theorybook.bibliography.author import Author
from theorybook.bibliography.entry_types import PAGE, Form
from theorybook.bibliography.page_range import is_article_number, is_one_page, joined
from theorybook.bibliography.reference import AND_OTHERS
from theorybook.citing.citation import Citation
from theorybook.citing.direction import isolated, without_isolates
from theorybook.citing.phrases import NAMES_NOT_SHOWN, opened, ordinal, sentence

# APA names up to 20 authors; of more, the first 19 and the last.
_MOST = 20
_IN_A_LIST = ", & "


def apa(citation: Citation) -> str:
    """Return a line in APA style (7th edition)."""
    return " ".join(filter(None, (without_isolates(apa_text(citation)), citation.link)))


def apa_text(citation: Citation) -> str:
    """Return the line without the address at its end, its names and titles isolated."""
    parts = [_who(citation), f"({_when(citation)})", _title(citation), _source(citation)]
    if citation.type is PAGE and citation.accessed and not citation.doi:
        # The day stands only where a page may change and has no lasting address (9.16).
        return " ".join((*_sentences(parts), f"Retrieved {_read_on(citation)}, from"))
    return " ".join(_sentences(parts))


def _sentences(parts: Iterable[str]) -> Iterable[str]:
    return filter(None, map(sentence, parts))


def _who(citation: Citation) -> str:
    """Return the authors; of a book that has none, the editors."""
    if citation.authors or not citation.editors:
        return _names([_name(one) for one in citation.authors], citation.more_authors)
    names = _names([_name(one) for one in citation.editors], citation.more_editors)
    return f"{names} ({_editors(citation)})"


def _editors(citation: Citation) -> str:
    return "Eds." if len(citation.editors) > 1 or citation.more_editors else "Ed."


def _names(names: Sequence[str], more: bool, joint: str = _IN_A_LIST) -> str:
    """Return the names: all up to 20, of more the first 19 and the last."""
    if more and not names:
        return NAMES_NOT_SHOWN
    if more:
        return (", " if len(names) > 1 or joint == _IN_A_LIST else " ").join([*names, AND_OTHERS])
    if len(names) > _MOST:
        return ", ".join([*names[: _MOST - 1], f". . . {names[-1]}"])
    return joint.join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _initials(author: Author) -> str:
    return " ".join("-".join(f"{one}." for one in joint) for joint in author.initials)


def _suffix(author: Author) -> str:
    return f"{author.suffix}." if author.suffix in ("Jr", "Sr") else author.suffix


def _name(author: Author) -> str:
    """Return `Family, G. H.`; names that a hyphen joins keep it, as in `J.-L.`"""
    parts = (author.family, _initials(author) or author.given, _suffix(author))
    return isolated(", ".join(filter(None, parts)))


def _when(citation: Citation) -> str:
    """Return the year; of a page, the day as far as it is known; `ca.` where it is about then."""
    if citation.type is PAGE and citation.issued and "/" not in citation.issued:
        return _day(citation.issued)
    return f"ca. {citation.year}" if citation.circa else citation.year


def _day(iso: str) -> str:
    """Return `2022, March 4` of `2022-03-04`, and `2022, March` of `2022-03`."""
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return str(year)
    month = f"{date(2000, rest[0], 1):%B}"
    return f"{year}, {' '.join((month, *map(str, rest[1:])))}"


def _read_on(citation: Citation) -> str:
    """Return `March 4, 2022`."""
    year, _, rest = _day(citation.accessed).partition(", ")
    return f"{rest}, {year}" if " " in rest else f"{rest} {year}".strip()


def _title(citation: Citation) -> str:
    """Return the title; what tells a work from others is in brackets after it (9.19 to 9.22)."""
    title = isolated(citation.title)
    if citation.identifier:
        state = f"({citation.identifier}, Version {citation.version})"
        return f"{opened(title)} {state} [{citation.what}, {citation.licence}]"
    details, label = ", ".join(_details(citation)), _label(citation)
    more = [details and f"({details})", label and f"[{label}]"]
    return " ".join((opened(title), *filter(None, more))) if any(more) else title


def _details(citation: Citation) -> Iterable[str]:
    """Yield edition, volume, series and numbers of a work that stands on its own (9.19)."""
    form = citation.type.form
    if form is Form.ARTICLE or (form is Form.CHAPTER and citation.container):
        return
    has_own_number = form in (Form.REPORT, Form.OTHER)
    yield from _of_a_book(citation, with_number=not has_own_number)
    if citation.number and has_own_number:
        yield _numbered(citation)
    if citation.version:
        yield f"Version {citation.version}"
    if citation.pages and not citation.total_pages:
        yield _pages(citation)


def _pages(citation: Citation) -> str:
    """Return `pp. 10–20`, or `p. 10`."""
    return f"{'p.' if is_one_page(citation.pages) else 'pp.'} {joined(citation.pages, '–')}"


def _of_a_book(citation: Citation, with_number: bool = True) -> Iterable[str]:
    if citation.edition:
        is_number = citation.edition.isdecimal() and citation.edition.isascii()
        edition = ordinal(int(citation.edition)) if is_number else citation.edition
        yield edition if re.search(r"\bed", edition, re.IGNORECASE) else f"{edition} ed."
    if citation.volume:
        yield f"Vol. {citation.volume}"
    if citation.series:
        number = f" No. {citation.number}" if citation.number and with_number else ""
        yield f"{isolated(citation.series)}{number}"
    elif citation.number and with_number:
        yield f"No. {citation.number}"


def _numbered(citation: Citation) -> str:
    """Return the number of a report or a patent, with what its publisher calls it."""
    is_report = citation.type.form is Form.REPORT
    if is_report and citation.work_type:
        return f"{citation.work_type} No. {citation.number}"
    return f"{citation.type.number or 'No.'} {citation.number}"


def _label(citation: Citation) -> str:
    """Return what kind of work it is, where readers would take it for another."""
    form = citation.type.form
    if form is Form.THESIS:
        kind = citation.work_type or citation.type.label
        return ", ".join(filter(None, (kind, isolated(citation.publisher))))
    if form is Form.REPORT:
        return "" if citation.number else citation.work_type
    if form is Form.CHAPTER and not citation.container and citation.event:
        return "Paper presentation"
    return citation.work_type or citation.type.label if form is Form.OTHER else ""


def _source(citation: Citation) -> str:
    form = citation.type.form
    if form is Form.ARTICLE:
        return _journal(citation)
    if form is Form.CHAPTER and citation.container:
        return " ".join(_sentences((_book(citation), isolated(citation.publisher))))
    container = isolated(citation.container)
    if form is Form.THESIS:  # the university stands in the label
        return container
    # A body that is author and publisher at once is named once (9.29).
    people = citation.authors or citation.editors
    is_author = [one.family for one in people] == [citation.publisher]
    publisher = "" if is_author else isolated(citation.publisher)
    place = isolated(citation.location) if citation.event else ""
    event = ", ".join(filter(None, (isolated(citation.event), place)))
    return " ".join(_sentences((container, event, publisher)))


def _book(citation: Citation) -> str:
    """Return `In A. Smith (Ed.), Title (2nd ed., pp. 10–20)`."""
    pages = _pages(citation) if citation.pages else ""
    details = ", ".join(filter(None, [*_of_a_book(citation), pages]))
    editors = ""
    if citation.editors and citation.authors:
        names = [_straight(one) for one in citation.editors]
        joint = " & " if len(names) < 3 else _IN_A_LIST
        editors = f"{_names(names, citation.more_editors, joint)} ({_editors(citation)}), "
    return f"In {editors}{isolated(citation.container)}" + (f" ({details})" if details else "")


def _straight(author: Author) -> str:
    """Return `G. H. Family`, as editors of a book stand before its title."""
    parts = (_initials(author) or author.given, author.family, _suffix(author))
    return isolated(" ".join(filter(None, parts)))


def _journal(citation: Citation) -> str:
    """Return journal, volume(issue) and pages; of what has but a number, `Article 34` (9.25-27)."""
    issue = f"({citation.number})" if citation.number else ""
    article = "Article " if is_article_number(citation.pages) else ""
    pages = citation.pages and f"{article}{joined(citation.pages, '–')}"
    parts = (isolated(citation.container or citation.publisher), f"{citation.volume}{issue}", pages)
    return ", ".join(filter(None, parts))

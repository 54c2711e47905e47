"""Citations as plain text: a line in APA style, and one in Vancouver style.

The rules are those of the Publication Manual of the American Psychological Association (7th
edition, chapters 9 and 10), and of Citing Medicine, the style guide of the National Library of
Medicine (2nd edition), with the six authors of the sample references that the International
Committee of Medical Journal Editors gives. Four things are left to whoever cites, because nothing
here knows them: italics, capitals of a title in APA style, the short form of a journal's name,
and the day a page was read. Capitals and names stand as the publication has them.

A record of ours says more than the styles ask for: its id, version and licence.
"""

from __future__ import annotations

import re
from datetime import date

from theorybook.citing.citation import Citation
from theorybook.data.bibliography import Author
from theorybook.data.page_range import is_article_number, joined, shortened
from theorybook.data.people import person

# A sentence has its end; quotation marks and brackets may stand after it.
_ENDED = re.compile(r"[.?!…][”’\"'»)\]]*$")
_IN_BOOKS = ("incollection", "inbook", "inproceedings", "conference")
_THESES = {"phdthesis": "Doctoral dissertation", "mastersthesis": "Master’s thesis"}
_ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th"}
# APA names up to 20 authors; of more, the first 19 and the last. Vancouver names six.
_APA_MOST, _VANCOUVER_MOST = 20, 6


def apa(citation: Citation) -> str:
    """Return a line in APA style (7th edition)."""
    parts = (_apa_authors(citation), f"({_apa_date(citation)})", _apa_title(citation))
    return " ".join(filter(None, (*map(_sentence, (*parts, _apa_source(citation))), citation.link)))


def vancouver(citation: Citation) -> str:
    """Return a line in Vancouver style (Citing Medicine, six authors at most)."""
    authors = _sentence(_vancouver_authors(citation))
    source = _of_our_site if citation.identifier else _of_others
    return " ".join(filter(None, (authors, *source(citation))))


def _sentence(text: str) -> str:
    """End a part with a full stop, unless it is empty or has its end."""
    return text if not text or _ENDED.search(text) else f"{text}."


def _apa_authors(citation: Citation) -> str:
    """Return the authors: all up to 20, of more the first 19 and the last."""
    names = [_apa_name(author) for author in citation.authors]
    if citation.more_authors:
        return ", ".join([*names, "et al."])
    if len(names) > _APA_MOST:
        return ", ".join([*names[: _APA_MOST - 1], f". . . {names[-1]}"])
    return ", & ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _apa_name(author: Author) -> str:
    """Return `Family, G. H.`; names that a hyphen joins keep it, as in `J.-L.`"""
    who = person(author)
    initials = " ".join("-".join(f"{one}." for one in joint) for joint in who.initials)
    suffix = f"{who.suffix}." if who.suffix in ("Jr", "Sr") else who.suffix
    return ", ".join(filter(None, (who.family, initials, suffix)))


def _apa_date(citation: Citation) -> str:
    if not citation.identifier:
        return citation.issued
    day = date.fromisoformat(citation.issued)
    return f"{day.year}, {day:%B} {day.day}"


def _apa_title(citation: Citation) -> str:
    """Return the title; what tells a work from others is in brackets after it (9.19 to 9.22)."""
    title = citation.title
    if citation.identifier:
        state = f"({citation.identifier}, Version {citation.version})"
        return f"{_open(title)} {state} [{citation.what}, {citation.licence}]"
    if citation.entry_type in _THESES:
        kind = ", ".join(filter(None, (_THESES[citation.entry_type], citation.publisher)))
        return f"{_open(title)} [{kind}]"
    return title


def _open(title: str) -> str:
    """Take the full stop off a title that goes on in brackets."""
    return title.removesuffix(".")


def _apa_source(citation: Citation) -> str:
    if citation.entry_type == "article":
        return _apa_journal(citation)
    pages = f" (pp. {joined(citation.pages, '–')})" if citation.pages else ""
    if citation.entry_type in _IN_BOOKS and citation.container:
        return " ".join((_sentence(f"In {citation.container}{pages}"), citation.publisher)).strip()
    if citation.entry_type in _THESES:
        return citation.container
    # A body that is author and publisher at once is named once (9.29).
    is_author = [author.family for author in citation.authors] == [citation.publisher]
    publisher = "" if is_author else citation.publisher
    return " ".join(filter(None, (citation.container and _sentence(citation.container), publisher)))


def _apa_journal(citation: Citation) -> str:
    """Return journal, volume(issue) and pages; of what has but a number, `Article 34` (9.25-27)."""
    issue = f"({citation.number})" if citation.number else ""
    article = "Article " if is_article_number(citation.pages) else ""
    pages = citation.pages and f"{article}{joined(citation.pages, '–')}"
    return ", ".join(filter(None, (citation.container, f"{citation.volume}{issue}", pages)))


def _vancouver_authors(citation: Citation) -> str:
    """Return the authors: of more than six, the first six and `et al.`"""
    names = [_vancouver_name(author) for author in citation.authors]
    is_cut = citation.more_authors or len(names) > _VANCOUVER_MOST
    return ", ".join([*names[:_VANCOUVER_MOST], *(["et al."] if is_cut else [])])


def _vancouver_name(author: Author) -> str:
    """Return `Family GH`: two initials at most, no full stops, `Jr` and `3rd` after them."""
    who = person(author)
    initials = "".join(one for joint in who.initials for one in joint)[:2]
    suffix = _ORDINALS.get(who.suffix, who.suffix)
    return " ".join(filter(None, (who.family, initials, suffix)))


def _of_our_site(citation: Citation) -> list[str]:
    """Return a part of a website (chapter 25): site, part, version and day, licence, address."""
    day = date.fromisoformat(citation.issued)
    version = f"[version {citation.version}, updated {day.year} {day:%b} {day.day}]"
    return [
        _sentence(f"{citation.container} [Internet]"),
        f"{_open(citation.title)} ({citation.identifier}) [{citation.what}]; {version}.",
        _sentence(citation.licence),
        _available(citation.url),
    ]


def _of_others(citation: Citation) -> list[str]:
    medium = "" if citation.doi or not citation.url else " [Internet]"
    if citation.entry_type == "article" and citation.container:
        source = _in_a_journal(citation, medium)
    elif citation.entry_type in _IN_BOOKS and citation.container:
        pages = f"p. {shortened(citation.pages)}" if citation.pages else ""
        book = _sentence(f"In: {citation.container}{medium}")
        source = [_sentence(citation.title), book, _published(citation), _sentence(pages)]
    else:
        source = [_sentence(f"{_open(citation.title)}{medium}"), _published(citation)]
    return [*source, *_found_at(citation)]


def _in_a_journal(citation: Citation, medium: str) -> list[str]:
    """Return title, journal, and `year;volume(issue):pages` (chapter 1)."""
    issue = citation.volume + (f"({citation.number})" if citation.number else "")
    pages = f":{shortened(citation.pages)}" if citation.pages else ""
    when = f"{citation.issued}{';' if issue else ''}{issue}{pages}"
    return [_sentence(citation.title), _sentence(f"{citation.container}{medium}"), f"{when}."]


def _published(citation: Citation) -> str:
    """Return place, publisher and year; what nobody saw is said to be unknown (chapter 2)."""
    publisher = citation.publisher or "[publisher unknown]"
    return f"[place unknown]: {publisher}; {citation.issued}."


def _found_at(citation: Citation) -> list[str]:
    """Return where to find it: DOI and PubMed numbers, or else the address."""
    doi = f"doi: {citation.doi}" if citation.doi else ""
    address = "" if citation.doi or not citation.url else _available(citation.url)
    numbers = (("PubMed PMID", citation.pmid), ("PubMed Central PMCID", citation.pmcid))
    known = "; ".join(f"{name}: {number}" for name, number in numbers if number)
    place = doi or address
    if place and known:
        place = _sentence(place)
    return [*filter(None, (place, known and f"{known}."))]


def _available(url: str) -> str:
    """Return where a page is: a full stop stands after an address only if that ends in a slash."""
    return f"Available from: {url}{'.' if url.endswith('/') else ''}"

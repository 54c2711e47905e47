"""Pages of a publication, as its bibliography gives them."""

from __future__ import annotations

import re

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2015\u2212", "–"))
_RANGE = re.compile(r"([\w.:]+)\s*[-–—]+\s*([\w.:]+)")
_PAGE = re.compile(r"(\D*)(\d+)")
# What programs write where there are no pages.
_NONE = re.compile(r"[-–—?.\s]*|n/?a|n\. ?a\.|none|null|no pagination|n\. ?pag\.", re.IGNORECASE)
_OF_PAGES = re.compile(r"(?:pp?\.\s*|pages?\s+|pp?\s+(?=\d)|pp(?=\d))(?=\w)", re.IGNORECASE)
_OF_AN_ARTICLE = re.compile(
    r"(?:article\s+|art\.\s*)(?:(?:no\.|number\s)\s*)?(?=\w)", re.IGNORECASE
)
_OF_A_WHOLE = re.compile(r"(?:[ivxlc]+\s*[,+]\s*)?(\d+)\s*(?:pp?\.?|pages)", re.IGNORECASE)


def pages(typed: str) -> str:
    """Return pages, or the number of an article, without words round them.

    A page that is called one, as `p. 12`, is given as the range `12–12`: a figure alone would be
    the number of an article, or how many pages there are.
    """
    text = typed.translate(_DASHES).strip()
    if _NONE.fullmatch(text):
        return ""
    if whole := _OF_A_WHOLE.fullmatch(text):
        return whole[1]
    if number := _OF_AN_ARTICLE.match(text):
        return pages(text[number.end() :])
    if page := _OF_PAGES.match(text):
        bare = pages(text[page.end() :])
        return f"{bare}–{bare}" if bare.isdigit() else bare
    return text


def first_and_last(pages: str) -> tuple[str, str]:
    """Return the first page and the last, whole; the last is empty where there is no plain range.

    So `123–30` gives 123 and 130.
    """
    match = _RANGE.fullmatch(pages)
    return (match[1], _whole(match[1], match[2])) if match else (pages, "")


def _whole(first: str, last: str) -> str:
    """Return a last page with the figures of the first that were left out."""
    one = _PAGE.fullmatch(first)
    if not one or not last.isdigit() or len(last) >= len(one[2]):
        return last
    whole = one[2][: -len(last)] + last
    return one[1] + whole if int(whole) > int(one[2]) else last


def is_one_page(pages: str) -> bool:
    """Tell whether these are no more than a page."""
    first, last = first_and_last(pages)
    return last == first or not re.search("[-–—,;]", pages)


def joined(pages: str, dash: str) -> str:
    """Return the pages with this dash between first and last."""
    first, last = first_and_last(pages)
    return f"{first}{dash}{last}" if last and last != first else first


def shortened(pages: str) -> str:
    """Return the pages as NLM does: what the last repeats of the first is left out.

    So `123–125` gives `123-5` and `S93–S99` gives `S93-9`; `125A–126A` stays whole.
    """
    first, last = first_and_last(pages)
    if first == last:
        return first
    one, other = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if one and other and one[1] == other[1] and len(one[2]) == len(other[2]):
        last = other[2]
        while len(last) > 1 and first.startswith(other[0].removesuffix(last[1:])):
            last = last[1:]
    return f"{first}-{last}" if last else first


def is_article_number(pages: str) -> bool:
    """Tell whether this is the number of an article: no range, and not a page of a supplement."""
    return bool(pages) and not re.fullmatch(r"S\d+|.*[-–—,].*", pages)

"""Pages of a publication, as its bibliography gives them."""

from __future__ import annotations

import re

_RANGE = re.compile(r"(\w+)\s*[-–—]+\s*(\w+)")
_PAGE = re.compile(r"(\D*)(\d+)")


def first_and_last(pages: str) -> tuple[str, str]:
    """Return the first page and the last; the last is empty where there is no plain range."""
    match = _RANGE.fullmatch(pages)
    return (match[1], match[2]) if match else (pages, "")


def joined(pages: str, dash: str) -> str:
    """Return the pages with this dash between first and last."""
    first, last = first_and_last(pages)
    return f"{first}{dash}{last}" if last else first


def shortened(pages: str) -> str:
    """Return the pages as NLM does: what the last repeats of the first is left out.

    So `123–125` gives `123-5` and `S93–S99` gives `S93-9`; `125A–126A` stays whole.
    """
    first, last = first_and_last(pages)
    one, other = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if one and other and one[1] == other[1] and len(one[2]) == len(other[2]):
        last = other[2]
        while len(last) > 1 and first.startswith(other[0].removesuffix(last[1:])):
            last = last[1:]
    return f"{first}-{last}" if last else first


def is_article_number(pages: str) -> bool:
    """Tell whether this is the number of an article: no range, and not a page of a supplement."""
    return bool(pages) and not re.fullmatch(r"S\d+|.*[-–—,].*", pages)

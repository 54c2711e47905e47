"""What a publication is known by: DOI, PubMed numbers, ISBN, address; each in one form."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

_DOI_PREFIX = re.compile(
    r"(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi\s*:\s*|doi\s+|info:doi/", re.IGNORECASE
)
# Neither a backslash nor a dollar: these are LaTeX.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[!-#%-\[\]-~]+", re.ASCII)
_ENCODED = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)
_PMID = re.compile(
    r"(?:(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/"
    r"|pmid\s*:?\s*|pubmed\s*:?\s*)?([1-9]\d{0,8})/?",
    re.IGNORECASE | re.ASCII,
)
_PMCID = re.compile(
    r"(?:(?:https?://)?(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/"
    r"|pmcid\s*:?\s*|pmc\s*:\s*)?(?:PMC)?\s*([1-9]\d{0,8})(?:\.\d+)?/?",
    re.IGNORECASE | re.ASCII,
)
_ISBN_PREFIX = re.compile(r"isbn(?:-1[03])?\s*:?\s*", re.IGNORECASE)
# What RFC 3986 lets stand in an address, and letters of other scripts, which browsers encode.
_ADDRESS = re.compile(r"[\w\-.~:/?#\[\]@!$&'()*+,;=%]+")
_HOST = re.compile(r"[^\s/?#\[\]]+|\[[0-9a-f:.]+\]", re.IGNORECASE)
_OTHERWISE = "is no {}: write {}"


def doi_address(doi: str) -> str:
    """Return where a DOI leads; what an address cannot hold is percent-encoded."""
    return f"https://doi.org/{quote(doi, safe='/:()._-')}"


def doi(typed: str) -> str:
    """Return a DOI alone, with its capitals, from whatever people write for one.

    Raises:
        ValueError: it is none; the message says what to write.
    """
    match = _DOI_PREFIX.match(typed)
    bare = typed[match.end() :] if match else typed
    while _ENCODED.search(bare):  # of an address, whether it still has its start or not
        bare = unquote(bare)
    bare = _DOI_PREFIX.sub("", bare.strip(), count=1) if match else bare.strip()
    bare = _without_end_of_sentence(bare)
    if not _DOI.fullmatch(bare):
        raise ValueError(_OTHERWISE.format("DOI", "what stands after doi.org/, such as 10.1000/1"))
    return bare


def _without_end_of_sentence(bare: str) -> str:
    """Take off what belongs to words round a DOI: full stops, a bracket without its other."""
    shorter = bare.rstrip(".,;:")
    if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
        shorter = shorter[:-1]
    return shorter if shorter == bare else _without_end_of_sentence(shorter)


def pmid(typed: str) -> str:
    """Return the digits of a PubMed number; raises as `doi` does."""
    match = _PMID.fullmatch(typed.strip())
    if not match:
        raise ValueError(_OTHERWISE.format("PubMed number", "its digits, such as 37875958"))
    return match[1]


def pmcid(typed: str) -> str:
    """Return a number of PubMed Central, such as PMC10594763; raises as `doi` does."""
    match = _PMCID.fullmatch(typed.strip())
    if not match:
        raise ValueError(
            _OTHERWISE.format("number of PubMed Central", "PMC and digits, such as PMC10594763")
        )
    return f"PMC{match[1]}"


def isbn(typed: str) -> str:
    """Return an ISBN without hyphens; of several, the first; raises as `doi` does."""
    first = re.split(r"[,;/]|\band\b|\(", _ISBN_PREFIX.sub("", typed.strip(), count=1))[0]
    digits = re.sub(r"[\s\-\u2010-\u2015]", "", first).upper()
    if re.fullmatch(r"\d{7}[\dX]", digits, re.ASCII):
        raise ValueError("has the ISSN of a journal: take it out, or write it as `issn`")
    if not re.fullmatch(r"\d{9}[\dX]|97[89]\d{10}", digits, re.ASCII) or not _adds_up(digits):
        raise ValueError(_OTHERWISE.format("ISBN", "its 10 or 13 digits; the last must add up"))
    return digits


def _adds_up(digits: str) -> bool:
    """Check the last digit, which is there to tell slips."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 10:
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    return sum(value * (3 if place % 2 else 1) for place, value in enumerate(values)) % 10 == 0


def web_address(typed: str) -> str:
    """Return an address that may become a link: of http or https, whole, in one piece.

    Raises:
        ValueError: it is none; the message says what to write.
    """
    bare = typed.strip()
    if re.search(r"\s[\s\S]*https?://", bare):
        raise ValueError("has more than one address: keep the one that leads to the text itself")
    if re.match(r"https?://https?:", bare):
        raise ValueError("has `http` twice: write `https://` once")
    try:
        parts = urlsplit(bare)
        sound = parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.netloc))
        parts.port  # noqa: B018  (asking is what checks it)
    except ValueError:
        sound = False
    if not sound or not _ADDRESS.fullmatch(bare):
        wanted = "a whole one of https:// or http://, with %20 for a space and the like"
        raise ValueError(_OTHERWISE.format("address for a link", wanted))
    return bare

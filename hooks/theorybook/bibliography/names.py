"""The names in `author` and `editor`, taken apart as BibTeX does; what is no list is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from theorybook.bibliography.author import Author
from theorybook.bibliography.latex import plain, without_html
from theorybook.bibliography.word_list import words

_BETWEEN = re.compile(r"(?:^| )and(?= |$)", re.IGNORECASE)
_COMMA, _GAP = re.compile(","), re.compile(r"[ ~]")
_PIECE = re.compile(r"\\?.", re.DOTALL)
_SUFFIX = re.compile(r"(Jr|Sr|II|III|IV|PhD|Ph\.D|MD|M\.D)\.?")
_ET_AL = re.compile(r"\bet\.?\s+al\b", re.IGNORECASE)
# Small words that belong to the name after them.
_PARTICLES = frozenset(
    words(
        "af al ap ben bin bint d' da dal dalla das de degli dei del della den der des di do dos "
        "du el ibn la las le lo los ter ten van vande vanden vander vom von zu zum zur 't"
    )
)
# The last word of the name of an organization, and of no person.
_OF_GROUPS = frozenset(
    words(
        "agency alliance association authority board centre center coalition collaboration "
        "collaborative college commission committee consortium corporation council department "
        "federation foundation government group hospital inc institute institution ltd ministry "
        "network nations office organisation organization programme program secretariat service "
        "services society taskforce team trust union university working-group"
    )
)
_INITIALS_LAST = re.compile(r".*\S\s+(?:[A-Z]\.?[\s-]?){1,3}")
_PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix|given-i|family-i|prefix-i)\s*=")
_AND = "write `and` between two names"
_BRACES = "put braces round the name of an organization, such as {{The Garden Club}}"


@dataclass(frozen=True)
class Names:
    """A list of names, and whether it goes on with people that are not named."""

    people: tuple[Author, ...] = ()
    more: bool = False


def names(latex: str) -> Names:
    """Read a list of names.

    Args:
        latex: what stands in `author` or `editor`.

    Raises:
        ValueError: it is no list with `and`, or holds what is no name; the message says the cure.
    """
    typed = re.sub(r"\s+", " ", without_html(latex)).strip()
    found = _split(typed, _BETWEEN) if typed else []
    more = len(found) > 0 and found[-1].strip().lower() == "others"
    people = tuple(_person(name.strip()) for name in (found[:-1] if more else found))
    if any(person.family.lower() == "others" and person.is_group for person in people):
        raise ValueError("has `others` among the names: only `and others` at the end means more")
    return Names(people, more)


def comes_apart(name: str) -> bool:
    """Tell whether a part of a name is read as something else unless it is in braces."""
    last = name.rpartition(" ")[2]
    return bool(
        re.search(r"[,;&=\xa0]", name)
        or re.search(r"\band\b", name, re.IGNORECASE)
        or _ET_AL.search(name)
        or name.lower() == "others"
        or (last != name and (_SUFFIX.fullmatch(last) or last in _PARTICLES))
        or _INITIALS_LAST.fullmatch(name)
    )


def _split(text: str, at: re.Pattern[str]) -> list[str]:
    """Split a text where a pattern stands outside braces."""
    parts, start = [], 0
    for match in at.finditer(_outside_braces(text)):
        parts.append(text[start : match.start()])
        start = match.end()
    return [*parts, text[start:]]


def _outside_braces(text: str) -> str:
    """Return a text as long as this, with a null for each sign that braces or a backslash hold."""
    kept, depth = [], 0
    for piece in _PIECE.findall(text):
        depth += {"{": 1, "}": -1}.get(piece, 0)
        is_out = not depth and piece != "}" and (len(piece) == 1 or piece == r"\&")
        kept.append(piece if is_out else "\0" * len(piece))
    return "".join(kept)


def _person(name: str) -> Author:
    bare = _outside_braces(name)
    if not plain(name):
        raise ValueError(f"has an `and` with no name beside it: {_AND}, and nowhere else")
    if ";" in bare:
        raise ValueError(f"has a semicolon: {_AND}, or {_BRACES}")
    if "&" in bare:
        raise ValueError(f"has a `&`: {_AND}, or {_BRACES}")
    if _ET_AL.search(bare):
        raise ValueError("has `et al.` among the names: write `and others` at the end")
    if _PART.match(bare):
        return _in_parts(name)
    parts = [part.strip() for part in _split(name, _COMMA)]
    return _inverted(name, parts) if len(parts) > 1 else _straight(name)


def _in_parts(name: str) -> Author:
    """Read BibLaTeX's `family=Beet, given=Bo, prefix=van der`."""
    pairs = (part.partition("=") for part in _split(name, _COMMA))
    parts = {key.strip(): plain(value) for key, _, value in pairs}
    family = " ".join(filter(None, (parts.get("prefix", ""), parts.get("family", ""))))
    if not family:
        raise ValueError(f"has a name without a family name ({name}): add `family=`")
    return Author(parts.get("given", ""), family, parts.get("suffix", "").rstrip("."))


def _inverted(name: str, parts: Sequence[str]) -> Author:
    """Read `Family, Given` or `Family, Jr, Given`."""
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]) and not _SUFFIX.fullmatch(parts[1]):
        parts = (parts[0], parts[2], parts[1])
    if not all(parts):
        raise ValueError(f"has a comma with nothing beside it ({_shown(name)}): take it out")
    if len(parts) > 3 or (len(parts) == 3 and not _SUFFIX.fullmatch(parts[1])):
        raise ValueError(f"has commas between names ({_shown(name)}): {_AND}")
    if _INITIALS_LAST.fullmatch(parts[0]) and _INITIALS_LAST.fullmatch(parts[-1]):
        raise ValueError(f"has a comma between two names ({_shown(name)}): {_AND}")
    suffix = parts[1] if len(parts) == 3 else ""
    words = _words(parts[0])
    if not suffix and len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    given = _words(parts[-1])
    while len(given) > 1 and given[-1] in _PARTICLES:  # as in `Cruz, Ana de la`
        words.insert(0, given.pop())
    return _author(given, words, suffix)


def _straight(name: str) -> Author:
    """Read `Given van der Family Jr`, or an organization in braces."""
    words = _words(name)
    if len(words) > 1 and "{" not in name and plain(words[-1]).lower() in _OF_GROUPS:
        raise ValueError(f"has a name that looks like an organization ({_shown(name)}): {_BRACES}")
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    start = small[0] if small else len(words) - 1
    if start == 0 and len(words) > 1 and words[0].lower() not in _PARTICLES:
        start = small[1] if len(small) > 1 and small[1] == 1 and len(words) > 2 else 1
    return _author(words[:start], words[start:], suffix)


def _author(given: Sequence[str], family: Sequence[str], suffix: str) -> Author:
    name = Author(plain(" ".join(given)), plain(" ".join(family)), plain(suffix).rstrip("."))
    if not name.family:
        raise ValueError("has a name without a family name: write `Family, Given`")
    return name


def _words(text: str) -> list[str]:
    return [word for word in _split(text, _GAP) if word]


def _is_small(word: str) -> bool:
    """Tell whether a word starts with a small letter; one in braces does not count."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letters: Iterator[str] = (sign for sign in plain(word) if sign.isalpha())
    return next(letters, "A").islower()


def _shown(name: str) -> str:
    text = plain(name)
    return text if len(text) <= 60 else f"{text[:57]}..."

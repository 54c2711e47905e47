"""One name of a list, taken apart as BibTeX does; what is none is refused with the cure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from theorybook.bibliography import name_words
from theorybook.bibliography.author import Author
from theorybook.bibliography.latex import plain
from theorybook.bibliography.outside_braces import outside_braces, split

_COMMA, _GAP = re.compile(","), re.compile(r"[ ~]")
_PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix|given-i|family-i|prefix-i)\s*=")
_AND = "write `and` between two names"
_BRACES = (
    "put braces round the whole name of an organization, any `and` in it too, such as "
    "{{Beds and Borders Trust}}"
)
_FAMILY_FIRST = "write `Family, Given`"


def person(name: str) -> Author:
    """Read `Family, Given`, `Given Family` or `{Organization}`.

    Raises:
        ValueError: it is none of these; the message says the cure.
    """
    bare = outside_braces(name)
    if not plain(name):
        raise ValueError(f"has an `and` with no name beside it: {_AND}, and nowhere else")
    if ";" in bare:
        raise ValueError(f"has a semicolon: {_AND}, or {_BRACES}")
    if "&" in bare:
        raise ValueError(f"has a `&`: {_AND}, or {_BRACES}")
    if "@" in bare:
        raise ValueError("has an address of e-mail among the names: take it out")
    if match := name_words.EDITORS.search(bare):
        raise ValueError(
            f"has `{match[0]}` among the names: take it out, and write editors in `editor`"
        )
    if _says_more(plain(name)) or name_words.ET_AL.search(bare):
        cure = "write the names that are known, and `and others` at the end"
        raise ValueError(f"has `et al.` or dots among the names: {cure}")
    if _PART.match(bare):
        return _in_parts(name)
    parts = _without_degrees([part.strip() for part in split(name, _COMMA)])
    return _inverted(name, parts) if len(parts) > 1 else _straight(parts[0])


def _says_more(text: str) -> bool:
    """Tell whether a name, in braces or not, says that more follow; `others` has its own cure."""
    is_more = name_words.means_more(text) and text.lower() != "others"
    return is_more or bool(name_words.ENDS_IN_ET_AL.fullmatch(text))


def _in_parts(name: str) -> Author:
    """Read BibLaTeX's `family=Beet, given=Bo, prefix=van der`."""
    pairs = (part.partition("=") for part in split(name, _COMMA))
    parts = {key.strip(): plain(value) for key, _, value in pairs}
    family = " ".join(filter(None, (parts.get("prefix", ""), parts.get("family", ""))))
    if not family:
        raise ValueError(f"has a name without a family name ({name}): add `family=`")
    return Author(parts.get("given", ""), family, name_words.generation(parts.get("suffix", "")))


def _without_degrees(parts: Sequence[str]) -> list[str]:
    """Leave out degrees behind a name, as in `Doe, Jane, PhD`: they are no part of it."""
    kept = list(parts)
    while len(kept) > 1 and name_words.are_degrees(kept[-1]):
        stands_for_given = len(kept) == 2 or bool(name_words.generation(kept[-2]))
        is_sure = all(map(name_words.is_degree, kept[-1].split()))
        if stands_for_given and not is_sure:
            if len(_words(kept[0])) > 1 and name_words.may_be_degree(kept[-1]):
                raise _may_be_degree(", ".join(kept))
            break
        kept.pop()
    if len(kept) == 3 and (name_words.is_degree(kept[1]) or name_words.may_be_degree(kept[1])):
        kept.pop(1)  # where `Jr` can stand
    return kept


def _may_be_degree(name: str) -> ValueError:
    cure = "leave a degree out, and write initials with full stops and spaces, as in `M. D.`"
    return ValueError(f"has a name with what may be a degree or initials ({_shown(name)}): {cure}")


def _inverted(name: str, parts: Sequence[str]) -> Author:
    """Read `Family, Given` or `Family, Jr, Given`."""
    if not all(parts):
        raise ValueError(f"has a comma with nothing beside it ({_shown(name)}): take it out")
    *_, last = parts
    if name_words.generation(last) and not (len(parts) == 3 and name_words.generation(parts[1])):
        parts = [parts[0], last, *parts[1:-1]]
        if len(parts) == 2:
            return _straight(parts[0], name_words.generation(last))
    _look_at_commas(name, parts)
    suffix = parts[1] if len(parts) == 3 else ""
    family, given = _words(parts[0]), _words(parts[-1])
    _look_for_group(name, family)
    _look_for_joining_word(name, [word for word in family if word != name_words.JOINS_HALVES])
    _look_for_joining_word(name, given)
    for words in (family, given):
        if not suffix and len(words) > 1 and name_words.generation(words[-1]):
            suffix = words.pop()
    given = _without_title_and_degrees(name, given)
    given, family = name_words.with_particles(given, family)
    return _author(given, family, suffix)


def _look_at_commas(name: str, parts: Sequence[str]) -> None:
    """Refuse commas that stand between people, and not in a name."""
    if len(parts) > 3 or (len(parts) == 3 and not name_words.generation(parts[1])):
        cure = f"{_AND}; between two commas of one name, only Jr, Sr, II, III or IV can stand"
        raise ValueError(f"has commas between names ({_shown(name)}): {cure}")
    one, other = parts[0], parts[-1]
    both = (name_words.INITIALS_LAST, name_words.INITIAL_FIRST)
    if name_words.INITIALS_FIRST.fullmatch(one) or any(
        form.fullmatch(one) and form.fullmatch(other) for form in both
    ):
        raise ValueError(f"has a comma between two names ({_shown(name)}): {_AND}")


def _straight(name: str, suffix: str = "") -> Author:
    """Read `Given van der Family Jr`, or an organization in braces."""
    words = _words(name)
    _look_for_group(name, words)
    _look_for_joining_word(name, words)
    if len(words) > 2:
        words = _without_title_and_degrees(name, words)
    if len(words) > 2 and name_words.generation(words[-1]):
        suffix = words.pop()
    _look_for_initials_last(name, words)
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    start = small[0] if small else len(words) - 1
    if start == 0 and len(words) > 1 and words[0].lower() not in name_words.PARTICLES:
        start = small[1] if len(small) > 1 and small[1] == 1 and len(words) > 2 else 1
    return _author(words[:start], words[start:], suffix)


def _without_title_and_degrees(name: str, words: Sequence[str]) -> list[str]:
    """Leave out `Dr.` before a name and `PhD` behind it."""
    kept = list(words)
    while len(kept) > 1 and name_words.is_title(kept[0]):
        kept.pop(0)
    while len(kept) > 1 and name_words.is_degree(kept[-1]):
        kept.pop()
    if len(kept) > 1 and name_words.may_be_degree(kept[-1]):
        raise _may_be_degree(name)
    return kept


def _look_for_initials_last(name: str, words: Sequence[str]) -> None:
    """Refuse `Doe JA`, of which nobody can tell what is the family name."""
    *before, last = words
    letters = [sign for sign in last if sign.isalpha()]
    is_initials = last.isupper() and len(letters) <= 3 and not "".join(before).isupper()
    if before and is_initials and "{" not in name:
        cure = f"{_FAMILY_FIRST}, or {_BRACES}"
        raise ValueError(f"has initials behind a name ({_shown(name)}): {cure}")


def _look_for_group(name: str, words: Sequence[str]) -> None:
    if name_words.is_like_a_group(words):
        cure = f"{_BRACES}; for a person, {_FAMILY_FIRST}"
        raise ValueError(f"has a name that looks like an organization ({_shown(name)}): {cure}")


def _look_for_joining_word(name: str, words: Sequence[str]) -> None:
    if word := name_words.between_people(words):
        cure = f"{_AND}, `Family, Given` for one, and {_BRACES.removeprefix('put ')}"
        raise ValueError(f"has `{word}` in a name ({_shown(name)}): {cure}")


def _author(given: Sequence[str], family: Sequence[str], suffix: str) -> Author:
    name = Author(
        plain(" ".join(given)), plain(" ".join(family)), name_words.generation(plain(suffix))
    )
    if not name.family:
        raise ValueError(f"has a name without a family name: {_FAMILY_FIRST}")
    if name.suffix and name.is_group:
        raise ValueError(f"has a name without given names ({name.family}): {_FAMILY_FIRST}")
    return name


def _words(text: str) -> list[str]:
    return [word for word in split(text, _GAP) if word]


def _is_small(word: str) -> bool:
    """Tell whether a word starts with a small letter; one in braces does not count."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letters: Iterator[str] = (sign for sign in plain(word) if sign.isalpha())
    return next(letters, "A").islower()


def _shown(name: str) -> str:
    text = plain(name)
    return text if len(text) <= 60 else f"{text[:57]}..."

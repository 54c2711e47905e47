"""Parts of names that have to stand in braces, so that they are read as what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from theorybook.bibliography import name_words


def comes_apart(name: str, is_given: bool = False) -> bool:
    """Tell whether a part of a name is read as something else unless it is in braces.

    Args:
        name: the given names, or else the family name or the name of an organization.
        is_given: whether it is the given names, where initials are what they are.
    """
    words = name.split(" ")
    return bool(
        re.search(r"[,;&=@\xa0]", name)
        or re.search(r"\band\b", name, re.IGNORECASE)
        or name_words.ET_AL.search(name)
        or name_words.EDITORS.search(name)
        or name_words.means_more(name)
        or name_words.between_people(words)
        or name_words.may_be_degree(words[-1])
        or (len(words) > 1 and _has_more_than_a_name(words))
        or (_stands_for_more(name) if is_given else _is_no_family(name))
    )


def _has_more_than_a_name(words: Sequence[str]) -> bool:
    """Tell whether words begin or end with what is left out, or belongs elsewhere."""
    *_, last = words
    is_more = name_words.generation(last) or name_words.is_degree(last)
    return bool(is_more or last in name_words.PARTICLES or name_words.is_title(words[0]))


def _stands_for_more(given: str) -> bool:
    return bool(name_words.generation(given)) or name_words.are_degrees(given)


def _is_no_family(name: str) -> bool:
    has_initials = (name_words.INITIALS_LAST, name_words.INITIALS_FIRST, name_words.INITIAL_FIRST)
    is_group = name_words.is_like_a_group(name.split(" "))
    return is_group or any(form.fullmatch(name) for form in has_initials)

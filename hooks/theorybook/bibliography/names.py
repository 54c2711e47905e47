"""The names in `author` and `editor`, taken apart as BibTeX does; what is no list is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

from theorybook.bibliography.author import Author
from theorybook.bibliography.html_in_titles import without_html
from theorybook.bibliography.outside_braces import split
from theorybook.bibliography.person import person

_BETWEEN = re.compile(r"(?:^| )and(?= |$)", re.IGNORECASE)


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
    found = split(typed, _BETWEEN) if typed else []
    more = len(found) > 0 and found[-1].strip().lower() == "others"
    people = tuple(person(name.strip()) for name in (found[:-1] if more else found))
    if any(one.family.lower() == "others" and one.is_group for one in people):
        raise ValueError("has `others` among the names: only `and others` at the end means more")
    return Names(people, more)

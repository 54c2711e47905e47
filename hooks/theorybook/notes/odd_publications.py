"""Publications whose details are allowed and look like a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.bibliography.page_range import first_and_last
from theorybook.bibliography.reference import Reference
from theorybook.data.folder import Folder
from theorybook.problems import Problem

_LONG_ENOUGH = 12  # letters; a short title in capitals can be an abbreviation


def odd_publications(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each detail of a publication that looks like a slip."""
    for reference in folder.references.values():
        for message, fix in _oddities(reference):
            yield Problem(reference.place, "N15", f"`{reference.key}`: {message}", fix)


def _oddities(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield what is odd, and what to do."""
    if not re.search(r"\d{4}", reference.year):
        yield f"the year is `{reference.year}`", "write the year as soon as it is known"
    first, last = first_and_last(reference.pages)
    if first.isdigit() and last.isdigit() and len(last) == len(first) and int(last) < int(first):
        yield f"the pages run backwards: {reference.pages}", "look the pages up, and mend them"
    letters = [sign for sign in reference.title if sign.isalpha()]
    if len(letters) > _LONG_ENOUGH and all(map(str.isupper, letters)):
        yield "the title is all in capitals", "write it as the publication itself would in a text"
    if reference.title.endswith(".") and not reference.title.endswith(".."):
        yield "the title ends with a full stop", "take it out; each style puts its own"

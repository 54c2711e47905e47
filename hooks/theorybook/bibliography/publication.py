"""An entry of BibTeX or BibLaTeX as a publication, with all that is wrong with it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.entry_reading import Reading
from theorybook.bibliography.entry_types import KNOWN, NO_PUBLICATIONS
from theorybook.bibliography.faults import FALSE_FIELD, Faults
from theorybook.bibliography.field_names import ACCESSED, INHERITED, OTHERS, READ
from theorybook.bibliography.reference import Reference
from theorybook.problems import Problem

_KEY = re.compile(r"[A-Za-z0-9_-]+")
_WHO = (
    "; for an organization, write `author = {{Its Name}}`; if what you read shows no names, "
    "`author = {others}` will do with a `doi`"
)
_ADD = "add it from the publication itself, or take the entry out until you can"


def publication(entry: Entry, years: range | None = None) -> tuple[Reference | None, list[Problem]]:
    """Read an entry.

    Args:
        entry: the fields as typed.
        years: the years in which it can have come out, if they are limited.

    Returns:
        The publication, and all that is wrong with it; nothing, where it is no publication.
    """
    faults = Faults(entry)
    if entry.type not in KNOWN:
        _unknown_type(entry, faults)
        return None, faults.problems
    reference = Reading(entry, faults).reference()
    _look_for_misspelled_fields(faults)
    _look_for_lacks(reference, faults)
    if years is not None:
        _look_at_years(reference, faults, years)
    return reference, faults.problems


def _unknown_type(entry: Entry, faults: Faults) -> None:
    near = get_close_matches(entry.type, KNOWN, 1, 0.75)
    guess = f" (did you mean `@{near[0]}`?)" if near else ""
    fix = "use a type of BibTeX or BibLaTeX; `@misc` fits whatever has none"
    if entry.type in NO_PUBLICATIONS:
        guess = ""
        fix = "take it out, and write its fields into each entry that uses them"
    faults.tell(FALSE_FIELD, f"`@{entry.type}` is no type of publication{guess}", fix)


def _look_for_misspelled_fields(faults: Faults) -> None:
    """Tell of a field that nobody reads and that looks like one we read, which is not there."""
    fields = faults.entry.fields
    for name in fields.keys() - READ - OTHERS:
        near = _field_like(name)
        if near and near not in fields:
            message = f"`{faults.entry.key}` has a field `{name}` (did you mean `{near}`?)"
            faults.tell(FALSE_FIELD, message, f"write `{near}`, or take it out", name)


@cache
def _field_like(name: str) -> str:
    """Return the field that another looks like, or nothing; programs add the same to each entry."""
    return next(iter(get_close_matches(name, READ, 1, 0.8)), "")


def _look_for_lacks(reference: Reference, faults: Faults) -> None:
    key, entry = reference.key, faults.entry
    if not _KEY.fullmatch(key):
        message = f"the key `{key}` has a character other than A-Z a-z 0-9 _ -"
        faults.tell("B01", message, "use only those characters in the key")
    for name in INHERITED:
        if entry.fields.get(name, "").strip():
            message = f"`{key}` takes fields from another entry by `{name}`, which we do not read"
            fix = f"write the fields out in this entry, and take `{name}` out"
            faults.tell(FALSE_FIELD, message, fix, name)
            return  # what it lacks may stand in the other
    told = {problem.place for problem in faults.problems}
    needed = {
        "author": (bool(reference.people) or _can_be_found_out(reference), ("author", "editor")),
        "title": (bool(reference.title), ("title",)),
        "year": (bool(reference.year), ("year", "date")),
    }
    lacking = [
        name
        for name, (is_there, fields) in needed.items()
        if not is_there and not any(entry.places.get(field) in told for field in fields)
    ]
    if lacking:
        who = _WHO if "author" in lacking else ""
        faults.tell("B02", f"`{key}` lacks {' and '.join(lacking)}", _ADD + who)


def _look_at_years(reference: Reference, faults: Faults, years: range) -> None:
    """Tell of a year in which nobody can have published, or read a page."""
    for typed, fields in (
        (reference.year, ("date", "year")),
        (reference.accessed[:4], ACCESSED),
    ):
        name = next((name for name in fields if name in faults.entry.fields), fields[0])
        year = next((year for year in re.findall(r"\d+", typed) if int(year) not in years), None)
        if year:
            when = "is still to come" if int(year) >= years.stop else "is too long ago"
            message = f"`{name}` of `{reference.key}` says {year}, which {when}"
            faults.tell(FALSE_FIELD, message, "look at the publication, and mend the year", name)


def _can_be_found_out(reference: Reference) -> bool:
    """Tell whether an entry says that nobody saw its authors, and has what leads to them."""
    return reference.more_authors and bool(reference.doi)

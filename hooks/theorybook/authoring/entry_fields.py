"""What other formats know of a publication, as the fields of an entry of BibTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from theorybook.bibliography.author import Author
from theorybook.bibliography.bibtex_file import Entry
from theorybook.bibliography.dates import issued
from theorybook.bibliography.entry_types import Form, entry_type
from theorybook.bibliography.latex import literal
from theorybook.bibliography.name_words import means_more, with_particles
from theorybook.citing.bibtex import name_list
from theorybook.problems import Place

# Fields that hold no running text: BibTeX reads them as they are typed.
_VERBATIM = frozenset({"doi", "pmid", "pmcid", "isbn", "url", "pages"})
_NAMES = {"work_type": "type", "event": "eventtitle", "accessed": "urldate"}
_DAY = re.compile(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?[/-]*")


def entry(
    type_: str,
    place: Place,
    *,
    authors: Sequence[Author],
    texts: Mapping[str, str],
    date: str,
    editors: Sequence[Author] = (),
) -> Entry:
    """Return an entry of BibTeX, so that all formats are read in one way.

    Args:
        type_: the type of the entry.
        place: where it was pasted.
        authors: its authors; one that is called `et al.` says that they go on.
        texts: its other fields by the names of `Reference`, and `container` for what it is in.
        date: when it came out, as far as it is known; a year in words stays as it is.
        editors: its editors, in the same way.
    """
    fields = {
        "author": _names(authors),
        "editor": _names(editors),
        **{
            _name(name, type_): text if name in _VERBATIM else literal(text)
            for name, text in texts.items()
        },
        "date" if _is_date(date) else "year": date,
    }
    filled = {name: text for name, text in fields.items() if text}
    return Entry(type_, "pasted", place, filled, dict.fromkeys(filled, place))


def web_date(text: str) -> str:
    """Return a date such as `2022/3/4/` as `2022-03-04`; nothing for anything else."""
    match = _DAY.fullmatch(text.strip())
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else ""


def _names(people: Sequence[Author]) -> str:
    named = [one for one in people if not means_more(one.full_name)]
    return name_list([*map(_with_particles, named)], len(named) < len(people))


def _with_particles(author: Author) -> Author:
    given, family = with_particles(author.given.split(), author.family.split())
    return Author(" ".join(given), " ".join(family), author.suffix)


def _is_date(text: str) -> bool:
    try:
        return bool(issued(text))
    except ValueError:
        return False


def _name(name: str, type_: str) -> str:
    """Return what BibTeX calls a field."""
    if name != "container":
        return _NAMES.get(name, name)
    return "journal" if entry_type(type_, False).form is Form.ARTICLE else "booktitle"

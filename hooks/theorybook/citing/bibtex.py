"""What can be cited, written as BibTeX, so that reading it back gives the same again."""

from __future__ import annotations

import re

from theorybook.citing.citation import Citation
from theorybook.data.bibliography import Author

_ADDRESSES = ("doi", "pmid", "pmcid", "isbn", "url")
_SPEECH = ("volume", "number", "pages")
# The names of the fields for what a work is in, and who brought it out, where a type has its own.
_IN = {"article": "journal", "misc": "howpublished"}
_BY = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}
# Stands for an empty group while signs are replaced.
_APART = "\0"
# A caret and a dollar stay as they are: `bibliography.py` reads them so.
_SIGNS = {
    _APART: "{}",
    "\\": r"{\textbackslash}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "\xa0": "~",
    "–": "--",
    "—": "---",
    **{sign: f"\\{sign}" for sign in "&%#_"},
}
_ESCAPED = str.maketrans(_SIGNS)
# BibTeX counts braces, escaped or not: one without its other would swallow the rest of the file.
_ESCAPED_ALONE = str.maketrans(_SIGNS | {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"})
_ENCODED_ALONE = str.maketrans({"{": "%7B", "}": "%7D"})
# Where TeX would take two signs for one: two hyphens, two quotation marks, and the like.
_LIGATURE = re.compile(r"(?<=[-–—])(?=[-–—])|(?<=`)(?=`)|(?<=')(?=')|(?<=,)(?=,)|(?<=[?!])(?=`)")
_VERBATIM = re.compile(r"[{}]|\\(?=[%&#_~])")
_AMBIGUOUS = re.compile(r",|\band\b|\xa0", re.IGNORECASE)


def bibtex(citation: Citation) -> str:
    """Return an entry. What we say of a publication is in `annote`, which styles do not print."""
    fields = {
        "author": _authors(citation),
        # A second pair of braces keeps the capitals as they are.
        "title": f"{{{_escaped(citation.title)}}}",
        **{name: _escaped(text) for name, text in _texts(citation).items()},
        **{name: _verbatim(getattr(citation, name)) for name in _ADDRESSES},
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{citation.entry_type}{{{citation.key}{lines}\n}}\n"


def _texts(citation: Citation) -> dict[str, str]:
    """Return the fields that hold words or numbers; a record of ours has a day and a version."""
    texts = {
        _IN.get(citation.entry_type, "booktitle"): citation.container,
        _BY.get(citation.entry_type, "publisher"): citation.publisher,
        "year": citation.year,
        **{name: getattr(citation, name) for name in _SPEECH},
    }
    if not citation.identifier:
        return texts | {"annote": citation.note}
    texts |= {"date": citation.issued, "type": citation.what, "number": citation.identifier}
    return texts | {n: getattr(citation, n) for n in ("version", "note", "abstract")}


def _authors(citation: Citation) -> str:
    others = ["others"] if citation.more_authors else []
    return " and ".join([*map(_author, citation.authors), *others])


def _author(author: Author) -> str:
    """Write a name so that it comes apart where it should."""
    family, given = _name(author.family), _name(author.given)
    return f"{family}, {given}" if given else f"{{{_escaped(author.family)}}}"


def _name(name: str) -> str:
    return f"{{{_escaped(name)}}}" if _AMBIGUOUS.search(name) else _escaped(name)


def _escaped(text: str) -> str:
    """Write a text so that TeX shows it as it is."""
    apart = _LIGATURE.sub(_APART, text)
    return apart.translate(_ESCAPED if _is_balanced(text) else _ESCAPED_ALONE)


def _verbatim(address: str) -> str:
    """Write an address: only what reading would take away is kept from it."""
    whole = address if _is_balanced(address) else address.translate(_ENCODED_ALONE)
    return _VERBATIM.sub(r"\\\g<0>", whole)


def _is_balanced(text: str) -> bool:
    """Tell whether each brace of a text has its other."""
    depth = 0
    for sign in re.findall("[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0

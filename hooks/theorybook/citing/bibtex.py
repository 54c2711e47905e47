"""What can be cited, written as BibTeX, so that reading it back gives the same again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from theorybook.bibliography.author import Author
from theorybook.bibliography.entry_types import Form
from theorybook.bibliography.name_braces import comes_apart
from theorybook.citing.citation import Citation

_ADDRESSES = ("doi", "pmid", "pmcid", "isbn", "url")
_SPEECH = ("volume", "number", "pages")
# The names of the fields for what a work is in, and who brought it out, where a type has its own.
_IN: Mapping[Form | str, str] = {Form.ARTICLE: "journal", "misc": "howpublished"}
_BY: Mapping[Form | str, str] = {
    Form.REPORT: "institution",
    Form.THESIS: "institution",
    "phdthesis": "school",
    "mastersthesis": "school",
}
# Fields of classic BibTeX whose names are those of a citation's parts; `address` is a place.
_MORE = {"edition": "edition", "location": "address", "series": "series", "work_type": "type",
         "event": "eventtitle", "version": "version", "accessed": "urldate"}  # fmt: skip
# Stands for an empty group while signs are replaced.
_APART = "\0"
# A caret stays as it is: outside mathematics it is read so.
_SIGNS = {
    _APART: "{}",
    "\\": r"{\textbackslash}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    "\xa0": "~",
    "–": "--",
    "—": "---",
    **{sign: f"\\{sign}" for sign in "&%#_$"},
}
_ESCAPED = str.maketrans(_SIGNS)
# BibTeX counts braces, escaped or not: one without its other would swallow the rest of the file.
_ESCAPED_ALONE = str.maketrans(_SIGNS | {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"})
_ENCODED_ALONE = str.maketrans({"{": "%7B", "}": "%7D"})
# Where TeX would take two signs for one: two hyphens, two quotation marks, and the like.
_LIGATURE = re.compile(
    r"(?<=[-–—])(?=[-–—])|(?<=`)(?=`)|(?<=')(?=')|(?<=,)(?=,)|(?<=[?!])(?=`)"
    # and where what follows would make it HTML, which is read as well
    r"|(?<=&)(?=#?\w+;)|(?<=<)(?=/?[A-Za-z])"
)
_VERBATIM = re.compile(r"[{}]|\\(?=[%&#_~$^])")


def bibtex(citation: Citation) -> str:
    """Return an entry. What we say of a publication is in `annote`, which styles do not print."""
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields(citation).items())
    return f"@{citation.entry_type}{{{citation.key}{lines}\n}}\n"


def fields(citation: Citation) -> dict[str, str]:
    """Return the fields of an entry that are filled, as they are written between braces."""
    written = {
        "author": name_list(citation.authors, citation.more_authors),
        "editor": name_list(citation.editors, citation.more_editors),
        # A second pair of braces keeps the capitals as they are.
        "title": f"{{{_escaped(citation.title)}}}",
        **{name: _escaped(text) for name, text in _texts(citation).items()},
        "date": _verbatim(_date(citation)),
        **{name: _verbatim(getattr(citation, name)) for name in _ADDRESSES},
    }
    return {name: value for name, value in written.items() if value}


def _texts(citation: Citation) -> dict[str, str]:
    """Return the fields that hold words or numbers; a record of ours has a day and a version."""
    texts = {
        _field(_IN, citation, "booktitle"): citation.container,
        _field(_BY, citation, "publisher"): citation.publisher,
        "year": citation.year,
        **{name: getattr(citation, name) for name in _SPEECH},
    }
    if not citation.identifier:
        texts |= {name: getattr(citation, part) for part, name in _MORE.items()}
        return texts | {"annote": citation.note}
    texts |= {"type": citation.what, "number": citation.identifier}
    return texts | {n: getattr(citation, n) for n in ("version", "note", "abstract")}


def _field(names: Mapping[Form | str, str], citation: Citation, otherwise: str) -> str:
    """Return what a field is called in this type of entry, or in entries of this form."""
    return names.get(citation.entry_type) or names.get(citation.type.form, otherwise)


def _date(citation: Citation) -> str:
    """Return BibLaTeX's date, where it says more than the year."""
    return (citation.issued or citation.year) + "~" if citation.circa else citation.issued


def name_list(people: Sequence[Author], more: bool) -> str:
    """Return names as BibTeX has them, and `others` where more follow."""
    return " and ".join([*map(_author, people), *["others"] * more])


def _author(author: Author) -> str:
    """Write a name so that it comes apart where it should."""
    if author.is_group:
        return f"{{{_escaped(author.family)}}}"
    given = _name(author.given, is_given=True)
    return ", ".join(filter(None, (_name(author.family), author.suffix, given)))


def _name(name: str, is_given: bool = False) -> str:
    return f"{{{_escaped(name)}}}" if comes_apart(name, is_given) else _escaped(name)


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

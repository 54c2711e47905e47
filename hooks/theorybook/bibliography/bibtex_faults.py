"""What is wrong with a BibTeX file where it cannot be taken apart, each with its cure."""

from __future__ import annotations

import re

CLOSE = "put the brace that is missing; each `{` needs its `}`"
# EndNote starts each line with a sign that starts a comment here.
END_NOTE = re.compile("%0 [A-Z]")
_OTHER_FORMATS = (
    (re.compile(r"[A-Z][A-Z0-9]  ?- "), "RIS"),
    (END_NOTE, "an export for EndNote"),
    (re.compile(r"[\[{]\s*[{\"]"), "JSON"),
)
_FIELD = re.compile(r"[A-Za-z][\w.:+/-]*\s*=\s*[{\"\w]")
_STARTS = {"}": "{", ")": "("}
_REST_OF_VALUE = re.compile(r"[^\s,{}\"]*")
_LONGEST_BARE = 40


class FaultError(Exception):
    """What is wrong with an entry, and where."""

    def __init__(self, at: int, reason: str, fix: str) -> None:
        super().__init__(reason)
        self.at, self.reason, self.fix = at, reason, fix


def outside(at: int, stray: str) -> FaultError:
    """Tell of words outside entries: a comment, or another format."""
    name = next((name for form, name in _OTHER_FORMATS if form.match(stray)), "")
    if name:
        fix = "take it out, and paste the BibTeX of the publication"
        return FaultError(at, f"this is {name}, and no BibTeX", fix)
    fix = "write them as an entry, put `%` before each line of a comment, or take them out"
    return FaultError(at, "these words stand outside any entry", fix)


def no_comma(text: str, at: int, field: str, end: str) -> FaultError:
    """Tell why something else than a comma, or the end, follows a value or the key.

    Args:
        text: the file.
        at: where the comma should be.
        field: the field before it, or nothing after the key.
        end: the sign that ends this entry.
    """
    sign = text[at]
    if sign in _STARTS:
        reason = f"this entry starts with `{_STARTS[end]}` and ends with `{sign}`"
        return FaultError(at, reason, f"end it with `{end}`")
    if sign == ";":
        return FaultError(at, "a semicolon stands where a comma should", "write a comma")
    if _FIELD.match(text, at):
        after = f"after `{field}`" if field else "after the key"
        return FaultError(at, f"a comma is missing {after}", "put it there")
    if not field:
        fix = "write the key in one piece, with a comma after it, such as `doe2020beds,`"
        return FaultError(at, "the key has a space or another sign in it", fix)
    return _ends_too_soon(text, at, field)


def _ends_too_soon(text: str, at: int, field: str) -> FaultError:
    """Tell why a value ends before something that belongs to it."""
    before = text[max(0, at - _LONGEST_BARE) : at].rstrip()
    if before.endswith("}"):
        fix = "look for a `}` that is one too many before this place, and take it out"
        return FaultError(at, f"the braces of `{field}` end before this", fix)
    if before.endswith('"'):
        fix = (
            f"put braces round the text of `{field}` in place of its quotation marks, or put the "
            "mark that is missing"
        )
        return FaultError(at, f"the text of `{field}` ends at a quotation mark before this", fix)
    start = re.search(r"[^\s=#,]*$", before)
    rest = _REST_OF_VALUE.match(text, at)
    whole = f"{start[0] if start else ''}{rest[0] if rest else ''}"
    fix = f"put braces round the whole of it, such as `{field} = {{{whole}}}`"
    return FaultError(at, f"`{field}` goes on here without braces", fix)

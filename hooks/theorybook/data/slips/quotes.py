"""Quotation marks that do not close, or close too soon, and what means something inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.data.slips.given_up import FIELD, QUOTES, GivenUp, Slip, indent

# Where a quoted text can start: at a value, an item, or inside brackets.
_QUOTED = re.compile(r"""(?:: +|^ *(?:- +)+|[\[{] *|[\[{].*, *)(["'])""")
_CURLY_END = re.compile("[“”„‟]\\s*$")
# Words that start with an apostrophe, such as 'tis, 'em and '90s.
_APOSTROPHE = re.compile(r"'(?:\d\ds?|tis|twas|em|til|cause|n)\b", re.IGNORECASE)


def _unclosed(where: GivenUp) -> Iterator[Slip]:
    """Yield a quotation mark that swallows the fields below it: it has no partner of its own."""
    number = 0
    while number <= min(where.line, len(where.lines) - 1):
        line = where.lines[number]
        for found in _QUOTED.finditer(line):
            sign, at = found[1], found.start(1)
            if _end_of_quoted(line, at, sign) >= 0:
                continue
            end = _line_of_end(where, number, sign)
            if end >= where.line and _swallows_fields(where, number, sign):
                reason = f"the quotation mark `{sign}` that opens here is not closed"
                yield Slip(number + 1, at + 1, reason, _how_to_close(line, at))
                return
            number = end
            break
        number += 1


def _how_to_close(line: str, at: int) -> str:
    sign = line[at]
    if _APOSTROPHE.match(line, at):
        return f"this `'` is an apostrophe: put {QUOTES} round the whole text"
    curly = _CURLY_END.search(line)
    if curly:
        return f"write `{sign}` in place of the curly `{curly[0].strip()}` at the end of the text"
    return f"put `{sign}` at the end of the text"


def _end_of_quoted(line: str, at: int, sign: str) -> int:
    """Return where the quoted text that starts in a line ends in it, or -1."""
    whole = r"'(?:[^']|'')*'" if sign == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.compile(whole).match(line, at)
    return found.end() if found else -1


def _swallows_fields(where: GivenUp, number: int, sign: str) -> bool:
    """Whether the text goes on over a line that starts a field, and stands no farther in."""
    start = indent(where.lines[number])
    for line in where.lines[number + 1 :]:
        found = FIELD.match(line)
        if line.strip() and indent(line) <= start:
            return not found or found["rest"].startswith(":") or bool(found["dash"])
        if found and found["key"] in where.keys and found["rest"].startswith(":"):
            return True
        if sign in line:
            return False
    return True


def _line_of_end(where: GivenUp, number: int, sign: str) -> int:
    below = enumerate(where.lines[number + 1 :], number + 1)
    return next((n for n, line in below if sign in line), len(where.lines))


def _inside(where: GivenUp) -> Iterator[Slip]:
    """Yield a quoted text that a mark of its own kind ends too soon."""
    for found in _QUOTED.finditer(where.here):
        sign, start = found[1], found.start(1)
        end = _end_of_quoted(where.here, start, sign)
        if start < end <= where.column and where.here[end : where.column].strip() == "":
            other = "`''`" if sign == "'" else '`\\"`'
            reason = f"the text ends at this `{sign}`, and more of it follows"
            fix = f"write {other} for a mark inside the text, or put the other kind round it"
            yield Slip(where.line + 1, end, reason, fix)
            return


def _backslash(where: GivenUp) -> Iterator[Slip]:
    """Yield a sign that means something in quotes; the parser may have read two signs more."""
    at = where.here.rfind("\\", max(where.column - 2, 0), where.column + 1)
    if "quoted scalar" in where.within and at >= 0:
        fix = "write `\\\\` for it, or put single quotation marks round the text"
        reason = "a `\\` means something in double quotation marks"
        yield Slip(where.line + 1, at + 1, reason, fix)


RULES = (_unclosed, _inside, _backslash)

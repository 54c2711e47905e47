"""Lines that start farther in than they should, or less far."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.data.slips.given_up import FIELD, GivenUp, Slip, indent, spaces

# A field whose text stands in the lines below it.
_TEXT_BELOW = re.compile(r"^ *(?:- +)*\w+: +[>|][-+\d]*\s*$")


def _text_not_indented(where: GivenUp) -> Iterator[Slip]:
    """Yield a line that is no field: it goes on with the text above, or belongs to nothing."""
    at = where.nameless
    above = where.above(at) if at is not None else []
    if at is None or not above:
        return
    line, owner = where.line_at(at), _field_above(above)
    column = len(line) - len(line.lstrip()) + 1
    reason = f"this line starts after {spaces(column - 1)}, and has no name with a colon"
    if owner is None:
        yield Slip(at + 1, column, reason, "write the name of its field before it, or take it out")
        return
    name, start = owner
    fix = f"start it after {spaces(start + 2)} if it belongs to the text of `{name}:` above"
    yield Slip(at + 1, column, reason, f"{fix}; if not, write the name of its field before it")


def _field_above(above: list[tuple[int, str]]) -> tuple[str, int] | None:
    """Return the name of the field that the lines above belong to, and how far in it starts."""
    fields = ((FIELD.match(line), indent(line)) for _, line in above)
    return next(((f["key"], start) for f, start in fields if f and f["rest"][:1] == ":"), None)


def _uneven_text(where: GivenUp) -> Iterator[Slip]:
    """Yield a line of a text that starts less far in than the first one does."""
    own = indent(where.here)
    lines = where.above(where.line)
    for at, (_, line) in enumerate(lines):
        if indent(line) < own:
            if at and _TEXT_BELOW.match(line):
                first = indent(lines[at - 1][1])
                lead = f"this line starts after {spaces(own)}"
                reason = f"{lead}, and the first one of its text after {spaces(first)}"
                fix = f"start all lines of the text after {spaces(first)}"
                yield Slip(where.line + 1, own + 1, reason, fix)
            return


def _list_at_first(where: GivenUp) -> Iterator[Slip]:
    """Yield the first line of a file, if it does not start at the margin."""
    above = where.above(where.line)
    if above and where.column == 0 and above[-1][1].startswith(" "):
        number, line = above[-1]
        start = len(line) - len(line.lstrip())
        reason = f"the first field of the file starts after {spaces(start)}"
        yield Slip(number + 1, start + 1, reason, "start it at the margin, without any space")


def _of_field(where: GivenUp) -> Iterator[Slip]:
    """Yield a field that starts farther in, or less far, than those beside it."""
    found = FIELD.match(where.here)
    if not found or not (_starts_wrongly(where) or _goes_on_with_text(where, found)):
        return
    own = indent(where.here)
    for number, line in where.above(where.line):
        if indent(line) != own:
            if indent(line) == 0 and where.above(number):
                yield from _at_margin(where, number, line)
            lead = f"this line starts after {spaces(own)}"
            reason = f"{lead}, and the one above after {spaces(indent(line))}"
            fix = "start it as far in as the fields that it belongs to"
            yield Slip(where.line + 1, own + 1, reason, fix)
            return


def _starts_wrongly(where: GivenUp) -> bool:
    """Whether a group ends where this line starts, and there is none that it goes on with."""
    start = len(where.here) - len(where.here.lstrip())
    is_other = where.opened is not None and where.opened[1] != start
    is_item = where.here.lstrip().startswith("-")
    return "block" in where.within and where.column == start and (is_other or is_item)


def _goes_on_with_text(where: GivenUp, found: re.Match[str]) -> bool:
    """Whether a field stands so far in that it goes on with the text of the line above."""
    return not where.within and where.column == found.end("key")


def _at_margin(where: GivenUp, number: int, line: str) -> Iterator[Slip]:
    if not line.startswith("-"):
        fix = "start it as far in as the fields that it belongs to"
        yield Slip(number + 1, 1, "this line starts at the margin, as no field does here", fix)


RULES = (_list_at_first, _uneven_text, _text_not_indented, _of_field)

"""Dashes that start no item, and items without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.data.slips.given_up import FIELD, GivenUp, Slip

_ODD = re.compile(r"\s*([–—−•·*]|--+)\s+(?=\S)")
_NO_SPACE = re.compile(r"\s*(-)(\w+)(:?)")
_TWO = re.compile(r"\s*(- +- +)(?=\S)")


def _no_space(where: GivenUp) -> Iterator[Slip]:
    for number, found in where.starting(_NO_SPACE):
        if found[2] in where.keys if found[3] else number == where.nameless:
            reason = "no space stands after the dash"
            yield Slip(number + 1, found.start(1) + 1, reason, "put a space after the dash")


def _odd(where: GivenUp) -> Iterator[Slip]:
    for number, found in where.starting(_ODD):
        fix = "start the item with a dash and a space, both plain"
        reason = f"`{found[1]}` starts no item of a list"
        yield Slip(number + 1, found.start(1) + 1, reason, fix)


def _two(where: GivenUp) -> Iterator[Slip]:
    for number, found in where.starting(_TWO):
        reason = "two dashes stand here, which makes a list in a list"
        yield Slip(number + 1, found.start(1) + 1, reason, "take one of the two out")


def _before_braces(where: GivenUp) -> Iterator[Slip]:
    """Yield fields in braces where an item is wanted."""
    at = where.line if where.nameless is None else where.nameless
    line = where.line_at(at)
    brace = line.find("{")
    if (
        "flow" in where.within
        or line[:brace].strip()
        or brace < 0
        or (at == where.line and brace != where.column)
    ):
        return
    fix = "put a dash and a space before it, as far in as the dash of the item above"
    yield Slip(at + 1, brace + 1, "no dash stands before the brace", fix)


def _first_item(where: GivenUp) -> Iterator[Slip]:
    """Yield the first item of a list that lost its dash: the next item gives it away."""
    dash = where.here.find("-")
    if where.opened is None or dash != where.column or where.opened[1] != dash:
        return
    first: tuple[int, str] | None = None
    for number, line in where.above(where.line):
        start = len(line) - len(line.lstrip())
        if start <= dash:
            if first and start == dash and line.rstrip().endswith(":"):
                at = len(first[1]) - len(first[1].lstrip())
                fix = f"start it with a dash and a space, as the item in line {where.line + 1} does"
                reason = "no dash stands before the first item of this list"
                yield Slip(first[0] + 1, at + 1, reason, fix)
            return
        first = number, line


def _word_alone(where: GivenUp) -> Iterator[Slip]:
    """Yield an item that is a word alone, with fields of it below."""
    for number, line in where.near[1:2]:
        word = re.fullmatch(r"\s*- +([\w-]+)\s*", line)
        field = FIELD.match(where.here)
        if word and field and not field["dash"] and field.end("key") == where.column:
            fix = f"write which field it is, as other items do, such as `term: {word[1]}`"
            reason = f"`{word[1]}` stands here without the name of its field"
            yield Slip(number + 1, word.start(1) + 1, reason, fix)


RULES = (_no_space, _odd, _two, _before_braces, _first_item, _word_alone)

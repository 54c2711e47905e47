"""Signs that mean something to YAML where a text starts, or behind a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.data.slips.given_up import QUOTES, GivenUp, Slip

_FIRST = re.compile(r"(?:: +|- +|, *)([@`%*&!|>\[{]|[-?:](?=\s))")


def _lost_behind_number_sign(where: GivenUp) -> Iterator[Slip]:
    """Yield a remark in the line above, or at the start of an item in brackets."""
    lines = where.near if "flow" in where.within else where.near[1:2]
    sign = re.compile(r"[\[{,]\s*(#)" if "flow" in where.within else r"\S.*?\s(#)")
    for number, line in lines:
        found = sign.search(line)
        if found:
            reason = "the text behind `#` is a comment to YAML, and is lost"
            yield Slip(number + 1, found.start(1) + 1, reason, f"put {QUOTES} round the text")


def _first(where: GivenUp) -> Iterator[Slip]:
    """Yield a text whose first sign means something to YAML."""
    for found in _FIRST.finditer(where.here):
        sign, at = found[1], found.start(1)
        if sign in "-?:":
            is_it = at == where.column
        elif sign in "|>" and at < where.column:
            fix = f"start the text in the line below, or put {QUOTES} round it"
            reason = f"nothing may stand behind `{sign}` in its line"
            yield Slip(where.line + 1, at + 1, reason, fix)
            continue
        else:
            is_it = at <= where.column and "flow" not in where.within
        if is_it and not _ends_too_often(where, sign):
            reason = f"a text cannot start with `{sign}`"
            yield Slip(where.line + 1, at + 1, reason, f"put {QUOTES} round the text")


def _ends_too_often(where: GivenUp, sign: str) -> bool:
    """Whether it is brackets, and what is too much stands behind them, which is told as that."""
    return sign in "[{" and where.here[where.column :].strip() in (",", "]", "}")


RULES = (_lost_behind_number_sign, _first)

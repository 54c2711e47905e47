"""Blanks that are no plain spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from theorybook.data.slips.given_up import GivenUp, Slip

_ODD_BLANK = re.compile(r"[^\S\n\t ]")


def _tab(where: GivenUp) -> Iterator[Slip]:
    for number, line in where.near:
        lead = re.match(r"\s*", line)
        if lead and "\t" in lead[0] and (line.strip() or number == where.line):
            fix = "indent with spaces, two a level" if line.strip() else "leave this line empty"
            yield Slip(number + 1, line.index("\t") + 1, "a tab stands here", fix)


def _odd_blank(where: GivenUp) -> Iterator[Slip]:
    """Yield blanks that look like a space and are none, where YAML wants one."""
    for number, line in where.near:
        lead = re.match(r"\s*(?:-\s+)*(?:\w+:\s*)?", line)
        found = _ODD_BLANK.search(lead[0]) if lead else None
        if found:
            name = unicodedata.name(found[0], "odd blank").lower()
            reason = f"a {name} stands here, which looks like a space and is none"
            fix = "type a plain space in its place; such blanks come along when text is pasted"
            yield Slip(number + 1, found.start() + 1, reason, fix)


RULES = (_tab, _odd_blank)

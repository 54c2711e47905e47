"""Lines that are no data: marks of git, lines of a list of changes, dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.data.slips.given_up import GivenUp, Slip

_OF_GIT = re.compile(r"\s*(<{7}|>{7}|={7}|\|{7})")
_OF_CHANGES = re.compile(r"@@ |\+(?=\s*(?:- )?\s*\w+:)")


def _mark_of_git(where: GivenUp) -> Iterator[Slip]:
    for number, found in where.starting(_OF_GIT):
        fix = "keep one of the two versions, and take out the lines of `<`, `=` and `>`"
        reason = f"`{found[1]}` is a mark that git left, round two versions of the same lines"
        yield Slip(number + 1, found.start(1) + 1, reason, fix)


def _line_of_changes(where: GivenUp) -> Iterator[Slip]:
    """Yield a line that was copied from a list of changes, with what stands at its start there."""
    for number, found in where.starting(_OF_CHANGES):
        what = "this line" if found[0].startswith("@") else "the `+` at its start"
        reason = "this line comes from a list of changes (a diff)"
        yield Slip(number + 1, 1, reason, f"take {what} out")


def _dots(where: GivenUp) -> Iterator[Slip]:
    for number, line in where.near[1:]:
        if line.rstrip() == "...":
            yield Slip(number + 1, 1, "three dots end the file for YAML", "take this line out")


RULES = (_mark_of_git, _line_of_changes, _dots)

"""Brackets and braces, and the commas in them."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.data.slips.given_up import GivenUp, Slip

_ENDS = {"[": "]", "{": "}"}


def _too_much(where: GivenUp) -> Iterator[Slip]:
    """Yield a comma or a bracket behind the bracket that ends a list or group."""
    rest = where.here[where.column :].strip()
    before = where.here[: where.column].rstrip()[-1:]
    if "flow" not in where.within and before in ("]", "}"):
        reasons = {
            ",": ("a comma stands behind the bracket that ends this", "take the comma out"),
            "}": ("one `}` too many stands here", "take it out"),
            "]": ("one `]` too many stands here", "take it out"),
        }
        if rest in reasons:
            yield Slip(where.line + 1, where.column + 1, *reasons[rest])


def _two_commas(where: GivenUp) -> Iterator[Slip]:
    if "flow" in where.within and where.sign(where.line, where.column) == ",":
        before = where.here[: where.column].rstrip()[-1:]
        if before in (",", "[", "{"):
            reason = "nothing stands before this comma"
            yield Slip(where.line + 1, where.column + 1, reason, "take the comma out")


def _not_closed(where: GivenUp) -> Iterator[Slip]:
    """Yield a bracket that is not closed: the one that the parser names, or the last in a line."""
    if "flow" not in where.within or not where.opened:
        return
    spots = [where.opened, *((n, len(line.rstrip()) - 1) for n, line in where.near if line.strip())]
    for line, column in spots:
        sign = where.sign(line, column)
        if sign in _ENDS:
            fix = f"put `{_ENDS[sign]}` where the list ends, and commas between its items"
            yield Slip(line + 1, column + 1, f"the `{sign}` that opens here is not closed", fix)
            return


RULES = (_too_much, _two_commas, _not_closed)

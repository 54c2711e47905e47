"""Where each part of a file stands: a tree of the same shape as what the file holds."""

from __future__ import annotations

from typing import TypeAlias

Path: TypeAlias = "tuple[str | int, ...]"
# A line and a column, counted from 1.
Spot: TypeAlias = tuple[int, int]
# Where the key of a value stands, where the value starts, and the marks of what is inside it. An
# item of a list has no key, and stands where it starts. Where the items were read one by one, it is
# also said how many lines are above each. It is of nothing but tuples, lists and texts, since there
# are tens of thousands, and they are kept from one run to the next.
Mark: TypeAlias = "tuple[Spot, Spot, Inner]"
Inner: TypeAlias = "dict[str, Mark] | list[Mark] | tuple[list[Mark], list[int]] | None"

START: Spot = (1, 1)
NOTHING: Mark = (START, START, None)


def nearest(mark: Mark, path: Path) -> tuple[Spot, Spot, bool]:
    """Return where the key and the value at the end of a path stand, and whether they are there.

    Where they are not, it is the part nearest to them.
    """
    above = 0
    is_there = True
    for part in path:
        (found, lines) = _inside(mark[2], part)
        if found is None:
            is_there = False
            break
        mark, above = found, above + lines
    (key_line, key_column), (line, column), _ = mark
    return (key_line + above, key_column), (line + above, column), is_there


def _inside(inner: Inner, part: str | int) -> tuple[Mark | None, int]:
    """Return the mark of one part, if it is there, and how many lines are above it."""
    if isinstance(inner, dict):
        return inner.get(str(part)) if isinstance(part, str) else None, 0
    if inner is None or isinstance(part, str):
        return None, 0
    marks, lines = inner if isinstance(inner, tuple) else (inner, None)
    if not 0 <= part < len(marks):
        return None, 0
    return marks[part], lines[part] if lines else 0

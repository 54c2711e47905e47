"""Where each part of a file stands: a tree of the same shape as what the file holds."""

from __future__ import annotations

from typing import Any, TypeAlias

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


def value_at(data: Any, path: Path) -> Any:
    """Return what stands at a path of plain data, or None where there is no such path."""
    for part in path:
        try:
            data = data[part]
        except (LookupError, TypeError):  # nothing of this name or number, or nothing inside
            return None
    return data


def nearest(mark: Mark, path: Path) -> tuple[Spot, Spot, bool]:
    """Return where the key and the value at the end of a path stand, and whether they are there.

    Where they are not, it is the part nearest to them.
    """
    above, is_there = 0, True
    for part in path:
        inner: Any = mark[2]
        inner, lines = inner if isinstance(inner, tuple) else (inner, None)
        try:
            mark = inner[part]
        except (LookupError, TypeError):  # nothing of this name or number, or nothing inside
            is_there = False
            break
        above += lines[part] if lines else 0
    (key_line, key_column), (line, column), _ = mark
    return (key_line + above, key_column), (line + above, column), is_there

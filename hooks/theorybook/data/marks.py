"""Where each part of a file stands: a tree of the same shape as what the file holds."""

from __future__ import annotations

from typing import TypeAlias

Path: TypeAlias = "tuple[str | int, ...]"
# A line and a column, counted from 1.
Spot: TypeAlias = tuple[int, int]
# Where the key of a value stands, where the value starts, and the marks of what is inside it. An
# item of a list has no key, and stands where it starts. It is of nothing but tuples, lists and
# texts, since there are tens of thousands, and they are kept from one run to the next.
Mark: TypeAlias = "tuple[Spot, Spot, Inner]"
Inner: TypeAlias = "dict[str, Mark] | list[Mark] | None"

START: Spot = (1, 1)
NOTHING: Mark = (START, START, None)


def nearest(mark: Mark, path: Path) -> tuple[Mark, bool]:
    """Return the mark at the end of a path, and True; or of the part nearest to it, and False."""
    for part in path:
        inner = mark[2]
        if isinstance(inner, dict) and part in inner:
            mark = inner[str(part)]
        elif isinstance(inner, list) and isinstance(part, int) and part < len(inner):
            mark = inner[part]
        else:
            return mark, False
    return mark, True

"""Lists from A to Z: what starts with one letter stands together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from theorybook.bibliography.sort_key import folded

T = TypeVar("T")
_NO_LETTER = "0–9"


def by_letter(items: Iterable[T], name: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Return items in one group for each letter that a name starts with, from A to Z.

    Args:
        items: what is listed; those of one letter stay in the order given.
        name: returns what an item is called. Case, accents and signs do not count.
    """
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(_letter(name(item)), []).append(item)
    return sorted(groups.items())


def _letter(name: str) -> str:
    first = folded(name)[:1].upper()
    return first if first.isalpha() else _NO_LETTER

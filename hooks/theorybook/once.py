"""What is worked out once for a site, however many pages ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

S = TypeVar("S")
A = TypeVar("A")
R = TypeVar("R")


def once(work_out: Callable[[S, A], R]) -> Callable[[S, A], R]:
    """Remember what a function of a site and one thing in it returns, as long as the site lives.

    Things are told apart by what they are and not by what they hold, since to compare whole records
    takes longer than most of what is remembered.
    """
    name = f"once: {work_out.__qualname__}"

    @wraps(work_out)
    def remembered(site: S, thing: A) -> R:
        known: dict[int, tuple[Any, R]] = vars(site).setdefault(name, {})
        if id(thing) not in known:
            known[id(thing)] = thing, work_out(site, thing)  # kept, so that no other has its number
        return known[id(thing)][1]

    return remembered

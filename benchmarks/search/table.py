"""The figures, and the table they are printed as."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.search.browse import LIMIT, Answers

_HEAD = (
    "Theories",
    "Search",
    "Fetched",
    "Uncompressed",
    "First result",
    "Right in top three",
    "Index written in",
    "Processor time",
    "Memory to write",
)


@dataclass(frozen=True)
class Written:
    """What it took to write an index: seconds by the clock and of the processor, and bytes."""

    seconds: float
    processor: float
    memory: int


@dataclass(frozen=True)
class Figures:
    """What was measured of one search at one size.

    `seconds` to the first result are infinite where none came in time.
    """

    theories: int
    search: str
    answers: Answers
    seconds: float
    asked: int
    written: Written


def table(measured: Iterable[Figures]) -> str:
    """Return the figures as a Markdown table, a line for each search at each size."""
    rows = [_HEAD, ("---",) * len(_HEAD), *map(_row, measured)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(figures: Figures) -> tuple[str, ...]:
    in_time = not math.isinf(figures.seconds)
    answers, written = figures.answers, figures.written
    return (
        f"{figures.theories:,}",
        figures.search,
        amount(answers.sent),
        amount(answers.plain),
        f"{figures.seconds:.1f} s" if in_time else f"none in {LIMIT} s",
        "no answer" if answers.right is None else f"{answers.right} of {figures.asked}",
        f"{written.seconds:.1f} s",
        f"{written.processor:.1f} s",
        amount(written.memory),
    )


def amount(size: int) -> str:
    """Write a number of bytes with three figures at most, in powers of 1,000."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= 0.9995 * unit:  # what rounds up to 1,000 of a unit is 1 of the next
            return f"{size / unit:.3g} {name}"
    return f"{size} B"

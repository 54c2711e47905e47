"""A session of measuring: its steps, one after the other, with what is done and the time left."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmark.results import CHANGES, FLAT, OURS, OUTSIDE, Measured
from benchmark.subject import Subject

PARTS = ("cold", "warm", "check", "live", "search")
_FIXED = 10  # theories, as which counts what a build takes without any


@dataclass(frozen=True)
class Step:
    """One thing to do; `share` is about how long it takes, as against the other steps."""

    what: str
    share: float
    do: Callable[[], None]


@dataclass(frozen=True)
class Plan:
    """What is measured of a project: which parts, how many pairs, how many edits in the browser."""

    parts: Collection[str]
    pairs: int
    edits: int

    def steps(self, subject: Subject) -> list[Step]:
        """Return the steps in order."""
        size = subject.measured.size
        return [
            Step(f"{size} theories: {step.what}", step.share * (size + _FIXED), step.do)
            for step in (
                Step("data made", 0.1, subject.make),
                Step("cold build", 0.4, partial(subject.cold, OURS)),
                *self._pairs(subject),
                *self._search(subject),
                *self._warm(subject),
                *self._check(subject),
                *self._live(subject),
            )
        ]

    def _pairs(self, subject: Subject) -> Iterator[Step]:
        """Yield the cold builds of pairs, after the first of ours."""
        if "cold" in self.parts:
            yield Step("twin written", 0.1, subject.write_twin)
            for number in range(self.pairs):
                if number:
                    yield Step("cold build", 0.4, partial(subject.cold, OURS))
                yield Step("by hand, outside the menu", 0.25, partial(subject.cold, OUTSIDE))
                yield Step("by hand, flat menu", 0.8, partial(subject.cold, FLAT))

    def _search(self, subject: Subject) -> Iterator[Step]:
        if "search" in self.parts:  # while nothing is changed
            yield Step("first search", 0.01, subject.search)

    def _warm(self, subject: Subject) -> Iterator[Step]:
        for change in CHANGES if "warm" in self.parts else ():
            for _ in range(self.pairs):
                yield Step(f"warm build, {change} changed", 0.2, partial(subject.warm, change))

    def _check(self, subject: Subject) -> Iterator[Step]:
        for _ in range(self.pairs if "check" in self.parts else 0):
            yield Step("make check", 0.05, subject.check)

    def _live(self, subject: Subject) -> Iterator[Step]:
        if "live" in self.parts and self.edits:
            what = f"{self.edits} edits under make serve"
            yield Step(what, 0.4 + 0.2 * self.edits, partial(subject.live, self.edits))


def run_session(steps: Sequence[Step]) -> None:
    """Do the steps, and say of each how long it took and how long the rest may take."""
    start = time.monotonic()
    total, done = sum(step.share for step in steps), 0.0
    for number, step in enumerate(steps, 1):
        print(f"bench: {number:2}/{len(steps)} {step.what:48}", end="", flush=True)
        began = time.monotonic()
        step.do()
        done += step.share
        now = time.monotonic()
        left = (now - start) / done * (total - done)
        print(f"{now - began:7.1f} s   about {left / 60:.0f} min left", flush=True)


def subjects(root: Path, work: Path, sizes: Sequence[int], ours: int, seed: int) -> list[Subject]:
    """Return what is to be measured, our own project where a size is that of ours.

    Args:
        root: our own project.
        work: a folder to work in.
        sizes: how many theories there are to be, one number for each project.
        ours: how many ours has.
        seed: makes the data.
    """
    return [
        Subject(root, work / str(size), Measured(size, is_ours=size == ours), seed)
        for size in sizes
    ]

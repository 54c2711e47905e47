"""What was measured, size by size, and the figures that come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TypeVar

from benchmark.measured.build import Build
from benchmark.measured.live import Save
from benchmark.measured.run import Run
from benchmark.measured.search import Search
from benchmark.measured.weight import Weight

Item = TypeVar("Item")
OURS, OUTSIDE, FLAT = "ours", "outside", "flat"
NOTHING, SENTENCE, TEMPLATE = "nothing", "sentence", "template"
CHANGES = (NOTHING, SENTENCE, TEMPLATE)


@dataclass
class Measured:
    """All that was measured at one size; what was not is empty.

    Attributes:
        size: how many theories there are.
        is_ours: whether it is our own project, and not made-up data.
        counts: how many records of each kind there are.
        cold: cold builds of ours and of the twin's forms, in the order of their pairs.
        warm: builds of ours after a change.
        check: runs of `make check`.
        live: what passed from each save to the page in the browser.
        search: first searches.
        weight: of the pages, as built.
    """

    size: int
    is_ours: bool
    counts: dict[str, int] = field(default_factory=dict)
    cold: dict[str, list[Build]] = field(default_factory=dict)
    warm: dict[str, list[Build]] = field(default_factory=dict)
    check: list[Run] = field(default_factory=list)
    live: list[Save] = field(default_factory=list)
    search: list[Search] = field(default_factory=list)
    weight: Weight | None = None


def paired_ratio(ones: Sequence[float], others: Sequence[float]) -> float | None:
    """Return the median of the ratios of pairs, each measured one right after the other.

    What slows a machine for a while then slows both sides of a pair.
    """
    pairs = [*zip(ones, others, strict=False)]
    return median(one / other for one, other in pairs) if pairs else None


def median_of(items: Sequence[Item], figure: Callable[[Item], float | None]) -> float | None:
    """Return the median of a figure of the items that have it, or None where none has."""
    found = [each for each in map(figure, items) if each is not None]
    return median(found) if found else None


def stages_of(builds: Sequence[Build]) -> Mapping[str, float]:
    """Return the median seconds of each stage of builds, in order."""
    names = dict.fromkeys(name for build in builds for name in build.stages)
    return {name: median(build.stages.get(name, 0.0) for build in builds) for name in names}


def cpu(build: Build) -> float:
    """Return the seconds of the processors that a build took."""
    return build.run.cpu


def wall(build: Build) -> float:
    """Return the seconds from start to end of a build."""
    return build.run.wall


def memory(build: Build) -> float:
    """Return the megabytes that a build took at most."""
    return build.run.memory / 1e6

"""The figures that are told, each by its name, and those that we aim at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmark.results import (
    FLAT,
    NOTHING,
    OURS,
    OUTSIDE,
    SENTENCE,
    TEMPLATE,
    Measured,
    cpu,
    median_of,
    memory,
    paired_ratio,
    wall,
)

LARGE = 1000  # theories, the other size for which there are aims
_KILO, _MEGA = 1e3, 1e6


@dataclass(frozen=True)
class Figure:
    """One figure of what was measured at a size.

    Attributes:
        what: what it is.
        unit: in which it is; a ratio has none.
        of: takes it from what was measured, or None where it was not.
        ours: it should be no more than this at our own size, if there is an aim.
        large: the same at a thousand theories.
    """

    what: str
    unit: str
    of: Callable[[Measured], float | None]
    ours: float | None = None
    large: float | None = None

    def aim(self, found: Measured) -> float | None:
        """Return what it should not be above at a size, if there is such an aim."""
        if found.is_ours:
            return self.ours
        return self.large if found.size == LARGE else None


def _against(form: str) -> Callable[[Measured], float | None]:
    return lambda found: paired_ratio(
        [*map(cpu, found.cold.get(OURS, ()))], [*map(cpu, found.cold.get(form, ()))]
    )


def _cold(form: str, figure: Callable[..., float]) -> Callable[[Measured], float | None]:
    return lambda found: median_of(found.cold.get(form, ()), figure)


def _warm(change: str) -> Callable[[Measured], float | None]:
    return lambda found: median_of(found.warm.get(change, ()), cpu)


def _warm_share(found: Measured) -> float | None:
    return _ratio(_warm(SENTENCE)(found), _cold(OURS, cpu)(found))


def _check(found: Measured) -> float | None:
    return median_of(found.check, lambda run: run.cpu)


def _check_share(found: Measured) -> float | None:
    return _ratio(_check(found), _cold(OURS, cpu)(found))


def _ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def _weight(name: str) -> Callable[[Measured], float | None]:
    return lambda found: getattr(found.weight, name) / _KILO if found.weight else None


FIGURES = (
    Figure("Cold build, processor time", "s", _cold(OURS, cpu)),
    Figure("Cold build, from start to end", "s", _cold(OURS, wall)),
    Figure("Cold build, memory at most", "MB", _cold(OURS, memory), ours=200, large=1000),
    Figure("What it makes", "MB", _cold(OURS, lambda build: build.size / _MEGA)),
    Figure("By hand, outside the menu, processor time", "s", _cold(OUTSIDE, cpu)),
    Figure("By hand, flat menu, processor time", "s", _cold(FLAT, cpu)),
    Figure("Ours against by hand, outside the menu", "", _against(OUTSIDE), ours=1.5, large=1.5),
    Figure("Ours against by hand, flat menu", "", _against(FLAT), ours=1.0, large=0.4),
    Figure("Warm build, nothing changed, processor time", "s", _warm(NOTHING)),
    Figure("Warm build, one sentence changed, processor time", "s", _warm(SENTENCE)),
    Figure("Warm build, one template changed, processor time", "s", _warm(TEMPLATE)),
    Figure("One sentence changed, against cold", "", _warm_share, ours=0.1, large=0.1),
    Figure("Save to page in the browser, make serve", "s",
           lambda found: median_of(found.live, lambda save: save.seconds), ours=1, large=3),
    Figure("Of it until the server has noticed", "s",
           lambda found: median_of(found.live, lambda save: save.noticed)),
    Figure("Of it until the page is made", "s",
           lambda found: median_of(found.live, lambda save: save.made)),
    Figure("Of it until the browser shows it", "s",
           lambda found: median_of(found.live, lambda save: save.loaded)),
    Figure("make check, one sentence changed, processor time", "s", _check, ours=1),
    Figure("make check, against the cold build", "", _check_share, large=0.05),
    Figure("First search, all that is loaded", "kB",
           lambda found: median_of(found.search, lambda s: s.size / _KILO), ours=180, large=220),
    Figure("First search, the index alone", "kB",
           lambda found: median_of(found.search, lambda s: s.index / _KILO)),
    Figure("First search, to the first result", "s",
           lambda found: median_of(found.search, lambda search: search.seconds)),
    Figure("HTML of a theory's page", "kB", _weight("theory"), ours=60, large=60),
    Figure("HTML of the heaviest page", "kB", _weight("heaviest"), ours=250, large=400),
)  # fmt: skip


def growth(small: Measured, large: Measured) -> dict[str, float]:
    """Return how many times more a cold build takes at the larger size, of what."""
    found = {
        name: _ratio(_cold(OURS, figure)(large), _cold(OURS, figure)(small))
        for name, figure in (("processor time", cpu), ("memory", memory))
    }
    return {name: times for name, times in found.items() if times is not None}

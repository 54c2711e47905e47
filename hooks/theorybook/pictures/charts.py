"""The studies as numbers: how many of each sort there are, and the bars that show it."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from theorybook.list_filters import NOT_KNOWN, Options, study_filters, study_values
from theorybook.site import Site

# All lengths are in units of the picture's viewBox, in which words are 16 units high. The picture
# is 292 CSS pixels wide on a screen of 320, so that words are above 14 pixels there.
_WIDTH = 320
_LINE = 20
_PAD = 6
_BAR = 18
_BASELINE = 14  # of words beside a bar, below its upper edge
_CHARACTER = 9.5
_DIGIT = 10
_GAP = 8

_ORDER = ("year", "country", "group", "clients", "design", "depth")
_YEAR = re.compile("[0-9]{4}")


@dataclass(frozen=True)
class Count:
    """How many studies fit one option of a filter: its value, its name, and their number."""

    value: str
    name: str
    studies: int

    @property
    def is_known(self) -> bool:
        """Whether this counts what we know of the studies, and not what we do not."""
        return self.value != NOT_KNOWN[0]


@dataclass(frozen=True)
class Tally:
    """The counts of one filter of the list of studies.

    `several` studies stand in more than one count, and `unknown` ones in none that has a name.
    """

    filter: str
    label: str
    counts: tuple[Count, ...]
    several: int
    unknown: int


@dataclass(frozen=True)
class Line:
    """A line of words and where it stands."""

    x: int
    y: int
    words: str
    role: str


@dataclass(frozen=True)
class Bar:
    """One count, laid out: the strip of the picture it has, its bar, and its words."""

    count: Count
    top: int
    height: int
    x: float
    y: int
    width: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Chart:
    """The picture of a tally; every bar is `thickness` high."""

    tally: Tally
    width: int
    height: int
    thickness: int
    bars: tuple[Bar, ...]


def charts(site: Site) -> tuple[Chart, ...]:
    """Return the pictures of all studies of a site, one for each filter of their list."""
    return tuple(chart(tally) for tally in tallies(site))


def tallies(site: Site) -> tuple[Tally, ...]:
    """Count the studies of a site by each filter of their list."""
    values = [study_values(site, study) for study in site.studies]
    filters = {name: (label, options) for name, label, options in study_filters(site)}
    return tuple(
        _tally(name, *filters[name], [set(of_study[name]) for of_study in values])
        for name in _ORDER
    )


def _tally(name: str, label: str, options: Options, values: Sequence[Collection[str]]) -> Tally:
    times = Counter(value for of_study in values for value in of_study)
    counts = [Count(value, words, times[value]) for value, words in options]
    in_order = _year_by_year(counts) if name == "year" else _most_first(counts)
    several = sum(len(of_study) > 1 for of_study in values)
    return Tally(name, label, tuple(in_order), several, times[NOT_KNOWN[0]])


def _most_first(counts: Iterable[Count]) -> list[Count]:
    """Sort by number, then by name; what is not known comes last."""
    return sorted(counts, key=lambda c: (not c.is_known, -c.studies, c.name.casefold()))


def _year_by_year(counts: Iterable[Count]) -> list[Count]:
    """Sort by year, years without a study among them; what is no year comes last."""
    by_value = {count.value: count for count in sorted(counts, key=lambda count: count.name)}
    years = [int(value) for value in by_value if _YEAR.fullmatch(value)]
    span = [f"{year:04}" for year in range(min(years), max(years) + 1)] if years else []
    others = [count for value, count in by_value.items() if value not in span]
    return [*(by_value.get(year, Count(year, year, 0)) for year in span), *others]


def chart(tally: Tally) -> Chart:
    """Lay the bars of a tally out, one below the other.

    Args:
        tally: the counts.

    Returns:
        The picture. Names stand left of the bars if they leave them half of it, or else above.
    """
    left = max((len(count.name) for count in tally.counts), default=0) * _CHARACTER + _GAP
    start = left if left <= _WIDTH / 2 else 0
    most = max((count.studies for count in tally.counts), default=0) or 1
    longest = _WIDTH - start - _GAP - _DIGIT * len(str(most))
    bars: list[Bar] = []
    top = 0
    for count in tally.counts:
        bars.append(_bar(count, top, start, longest * count.studies / most))
        top += bars[-1].height
    return Chart(tally, _WIDTH, top, _BAR, tuple(bars))


def _bar(count: Count, top: int, start: float, width: float) -> Bar:
    names = [count.name] if start else textwrap.wrap(count.name, int(_WIDTH / _CHARACTER))
    y = top + _PAD + (0 if start else _LINE * len(names))
    first = y + _BASELINE if start else top + _LINE
    lines = [Line(0, first + i * _LINE, name, "name") for i, name in enumerate(names)]
    end = round(start + width + (_GAP if width else 0))
    number = Line(end, y + _BASELINE, str(count.studies), "number")
    return Bar(count, top, y + _BAR + _PAD - top, start, y, round(width, 2), (*lines, number))

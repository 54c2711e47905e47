"""What was measured, as tables of Markdown, and where they stand in a page written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmark.figures import FIGURES, Figure, growth
from benchmark.results import FLAT, OURS, Measured, stages_of

START, END = "<!-- measured -->", "<!-- end of what was measured -->"
# What is told where the flat menu took so long that nobody waited for its end.
_BOUNDS = {
    "By hand, flat menu, processor time": "above ",
    "Ours against by hand, flat menu": "below ",
}
_SMALL, _LARGE = 100, 1000


def tables(found: Sequence[Measured], date: str, machine: Mapping[str, str]) -> str:
    """Return all tables, with the date and the machine.

    Args:
        found: what was measured, size by size.
        date: when.
        machine: on what, by what it is.
    """
    said = ", ".join(f"{name} {value}" for name, value in machine.items())
    parts = (_figures(found), *_aims(found), *_grown(found), *_stages(found))
    return "\n\n".join((f"Measured on {date}: {said}.", *parts))


def write_into(page: Path, text: str) -> None:
    """Put a text into a page, in the place of what stands between its two marks."""
    before, start, rest = page.read_text(encoding="utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"{page} has no place between {START} and {END}")
    page.write_text(f"{before}{start}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def _figures(found: Sequence[Measured]) -> str:
    heads = [f"{one.size}, ours" if one.is_ours else f"{one.size:,}" for one in found]
    counts = [[f"{one.counts.get(name, 0):,}" for one in found] for name in _counted(found)]
    rows = [[name.capitalize(), *row] for name, row in zip(_counted(found), counts, strict=True)]
    rows += [[_named(each), *(_cell(each, one) for one in found)] for each in FIGURES]
    return _table(["Theories", *heads], [row for row in rows if any(row[1:])])


def _counted(found: Sequence[Measured]) -> list[str]:
    wanted = ("studies", "quotes", "terms", "pages by hand")
    return [name for name in wanted if any(name in one.counts for one in found)]


def _named(figure: Figure) -> str:
    return f"{figure.what}, {figure.unit}" if figure.unit else f"{figure.what}, times"


def _cell(figure: Figure, found: Measured) -> str:
    value = figure.of(found)
    if value is None:
        return ""
    sign = _BOUNDS.get(figure.what, "") if not _is_whole(found) else ""
    return f"{sign}{_number(value)}"


def _is_whole(found: Measured) -> bool:
    return all(build.run.is_whole for build in found.cold.get(FLAT, ()))


def _aims(found: Sequence[Measured]) -> Iterator[str]:
    """Yield what was found beside what we aim at, where there is an aim at a size."""
    rows = [
        [_named(figure), f"{one.size:,}", _cell(figure, one), _number(aim)]
        for figure in FIGURES
        for one in found
        if (aim := figure.aim(one)) is not None and figure.of(one) is not None
    ]
    if rows:
        yield _table(["What", "Theories", "Found", "Aim"], rows)


def _grown(found: Sequence[Measured]) -> Iterator[str]:
    by_size = {one.size: one for one in found}
    if _SMALL in by_size and _LARGE in by_size:
        grown = growth(by_size[_SMALL], by_size[_LARGE])
        said = " and ".join(f"{times:.1f} times the {name}" for name, times in grown.items())
        yield f"From {_SMALL} to {_LARGE:,} theories, a cold build takes {said} (aim: 11 times)."


def _stages(found: Sequence[Measured]) -> Iterator[str]:
    stages = [stages_of(one.cold.get(OURS, ())) for one in found]
    names = dict.fromkeys(name for each in stages for name in each)
    if names:
        rows = [[name, *(_number(each.get(name, 0.0)) for each in stages)] for name in names]
        yield _table(["Seconds of a cold build until", *(f"{one.size:,}" for one in found)], rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"

"""Items that belong to another list: they start too far in, or too soon, and YAML allows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path, value_at
from theorybook.data.model_paths import model_at
from theorybook.data.slips.given_up import spaces
from theorybook.data.yaml_reader import Plain
from theorybook.problems import Problem

# A single field says too little about which list an item is meant for.
_FEWEST_FIELDS = 2


def misplaced_items(
    model: type[BaseModel], marked: Marked, faults: Iterable[Path]
) -> dict[Path, Problem]:
    """Return what is wrong with each item that has the fields of another list, by its path.

    Args:
        model: the model of the whole file.
        marked: its data, with places.
        faults: the paths at which something is wrong with them.
    """
    found: dict[Path, Problem] = {}
    for path in dict.fromkeys(item for fault in faults for item in _items_on(fault)):
        if not any(path[: len(outer)] == outer for outer in found):
            found.update((path, problem) for problem in _misplaced(model, marked, path))
    return found


def _items_on(path: Path) -> Iterator[Path]:
    """Yield the paths of the items of lists that a path goes through, the outermost first."""
    return (path[: at + 1] for at, part in enumerate(path) if isinstance(part, int))


def _misplaced(model: type[BaseModel], marked: Marked, path: Path) -> Iterator[Problem]:
    item = value_at(marked.data, path)
    if not isinstance(item, dict) or len(item) < _FEWEST_FIELDS or _fits(model, path, item):
        return
    for other in (*_lists_around(path), *_lists_before(marked.data, path)):
        if _fits(model, (*other, 0), item):
            own, meant = (marked.value_place(spot).column for spot in (path, (*other, 0)))
            if own != meant:
                yield _problem(marked, path, other, own - meant)
                return


def _fits(model: type[BaseModel], path: Path, item: dict[str, Plain]) -> bool:
    return item.keys() <= model_at(model, path).model_fields.keys()


def _lists_around(path: Path) -> list[Path]:
    """Return the lists that the list of an item is in, the nearest first."""
    return [item[:-1] for item in _items_on(path[:-1])][::-1]


def _lists_before(data: Plain, path: Path) -> list[Path]:
    """Return the lists that the item before this one ends with, the outermost first."""
    *parents, index = path
    found: list[Path] = []
    before: Path = (*parents, int(index) - 1)
    value = value_at(data, before) if int(index) else None
    while isinstance(value, (dict, list)) and value:
        if isinstance(value, list):
            found.append(before)
        last = len(value) - 1 if isinstance(value, list) else [*value][-1]
        before = (*before, last)
        value = value_at(value, (last,))
    return found


def _problem(marked: Marked, path: Path, meant: Path, too_far_in: int) -> Problem:
    count = spaces(abs(too_far_in))
    way, fix = "too soon", f"put {count} before each of its lines, that of its dash included"
    if too_far_in > 0:
        way, fix = "too far in", f"take {count} off the start of each of its lines"
    lists = f"it has the fields of `{meant[-1]}:`, and stands in `{path[-2]}:`"
    message = f"this item starts {count} {way}: {lists}"
    return Problem(marked.value_place(path), "M01", message, fix)

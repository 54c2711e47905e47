"""Lists that name one thing twice: readers would see it twice, and it would count twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from theorybook.data.folder import Folder
from theorybook.data.marks import Path as Steps
from theorybook.data.marks import value_at
from theorybook.data.raw_ids import RawId
from theorybook.kinds import KINDS
from theorybook.problems import Place, Problem

# Lists whose items are groups, each of which names another thing: the list, and the field in it.
_NAMED_ONCE = (
    *(("rests_on", "theory"), ("theories", "theory"), ("by_topic", "topic"), ("terms", "term")),
    ("links", "theory"),
)


def named_twice(folder: Folder) -> Iterator[Problem]:
    """Yield the second of two equal names in a list."""
    yield from _references_twice(folder)
    yield from _words_twice(folder)


def _references_twice(folder: Folder) -> Iterator[Problem]:
    first: dict[Hashable, RawId] = {}
    for reference in folder.raw_references:
        spot = _list_of(reference)
        if spot is not None:
            known = first.setdefault((reference.file.name, spot, reference.names), reference)
            if known is not reference:
                yield _problem(reference.names.id, reference.place, known.place)


def _words_twice(folder: Folder) -> Iterator[Problem]:
    for kind in KINDS:
        for index, record in enumerate(folder.records.of(kind.model)):
            first: dict[str, int] = {}
            for i, word in enumerate(record.other_names):
                known = first.setdefault(word.casefold(), i)
                if known != i:
                    spot = (kind.many, index, "other_names")
                    second, at = (folder.files[kind.many].place((*spot, n)) for n in (i, known))
                    yield _problem(word, second, at)


def _list_of(reference: RawId) -> tuple[Hashable, ...] | None:
    """Return the list in which something is named, if it can be named there only once."""
    path: Steps = reference.path
    if isinstance(path[-1], int):
        return path[:-1]
    if len(path) > 2 and (path[-3], path[-1]) in _NAMED_ONCE:
        # Two theories can be linked in two ways.
        relation = value_at(reference.marked.data, (*path[:-1], "relation"))
        return (*path[:-2], relation if isinstance(relation, str) else "")
    return None


def _problem(name: str, place: Place, known: Place) -> Problem:
    message = f"`{name}` stands twice in this list, first in line {known.line}"
    return Problem(place, "R10", message, "take one of the two out")

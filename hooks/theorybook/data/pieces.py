"""A file that is one long list, read item by item: whoever edits one finds the others again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import cast

from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Mark
from theorybook.data.yaml_reader import Plain
from theorybook.problems import DataError

Read = Callable[[str, str], Marked]
# Remarks, and the name of the list. An item starts with a dash at the margin.
_HEAD = re.compile(r"(?:[ \t]*(?:#.*)?\n)*(?P<name>[a-z_]+):[ \t]*\n")
_ITEM = re.compile(r"^- ", re.MULTILINE)
# What ends a document, or says something of it. What stands after it is no item of this list.
_ENDS = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)


def in_pieces(read: Read) -> Read:
    """Return what reads a file as `read` does, which is asked for each item by itself.

    Where a file is no such list, or an item is not sound by itself, `read` is given all of it. A
    text in quotes with a dash at the margin is no exception: it is cut, and so no piece is sound.
    """

    def read_file(text: str, file: str) -> Marked:
        return _joined(text, file, read) or read(text, file)

    return read_file


def _joined(text: str, file: str, read: Read) -> Marked | None:
    """Read each item, and put them together; None where that is not possible."""
    head = _HEAD.match(text)
    if head is None or not _ITEM.match(text, head.end()) or _ENDS.search(text):
        return None
    name = head["name"]
    items: list[Plain] = []
    marks: list[Mark] = []
    lines: list[int] = []
    try:
        for line, piece in _pieces(text, head.end()):
            item, mark = _only_item(read(f"{name}:\n{piece}", file), name)
            items.append(item)
            marks.append(mark)
            lines.append(line - 2)  # as it stands in the second line of its piece
    except (DataError, ValueError):
        return None
    key, first = (text.count("\n", 0, head.start("name")) + 1, 1), (lines[0] + 2, 1)
    return Marked({name: items}, file, (key, key, {name: (key, first, (marks, lines))}), text)


def _pieces(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield the line in which each item starts, and its text."""
    starts = [found.start() for found in _ITEM.finditer(text, start)]
    line = text.count("\n", 0, start) + 1
    for here, end in pairwise([*starts, len(text)]):
        piece = text[here:end]
        yield line, piece
        line += piece.count("\n")


def _only_item(marked: Marked, name: str) -> tuple[Plain, Mark]:
    """Return the only item of a list, and its mark; raises ValueError where it has more."""
    (item,) = cast("dict[str, list[Plain]]", marked.data)[name]
    ((_, _, inner),) = cast("dict[str, Mark]", marked.marks[2]).values()
    (mark,) = cast("list[Mark]", inner)
    return item, mark

"""Texts in braces that a comma ends: to YAML, a field without a value stands behind it."""

from __future__ import annotations

from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path, value_at


def cut_text(marked: Marked, path: Path) -> tuple[Path, str] | None:
    """Tell whether a field that nobody knows is the rest of a text.

    Returns:
        The path of the first such rest of that text, and the field of the text; or None.
    """
    *parent, name = path
    group = value_at(marked.data, tuple(parent))
    if not isinstance(group, dict) or group.get(str(name), "") is not None:
        return None
    if _has_colon(marked, path):
        return None
    names = [*group]
    before = names[: names.index(str(name))]
    texts = [i for i, each in enumerate(before) if isinstance(group[each], str)]
    if not texts:
        return None
    return (*parent, names[texts[-1] + 1]), before[texts[-1]]


def _has_colon(marked: Marked, path: Path) -> bool:
    """Whether the name of a field has a colon behind it, as all do that are meant."""
    place = marked.place(path)
    line = marked.text.split("\n")[place.line - 1]
    return line[place.column - 1 + len(str(path[-1])) :].lstrip().startswith(":")

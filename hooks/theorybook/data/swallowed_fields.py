"""Fields that stand inside the text of another: they started too far in, or not on a new line."""

from __future__ import annotations

import re

from theorybook.data.marked_yaml import Marked
from theorybook.data.marks import Path, value_at
from theorybook.problems import Place


def swallowed_in(marked: Marked, path: Path) -> tuple[Place, str, str] | None:
    """Tell whether the field at a path, which is not there, stands in the text of another.

    Returns:
        Where that text starts, what is wrong and the cure; or None.
    """
    name = path[-1] if path else None
    group = value_at(marked.data, path[:-1])
    if not isinstance(name, str) or not isinstance(group, dict) or marked.has(path):
        return None
    looks_so = re.compile(rf"(?:^|\s){re.escape(name)}:(?=\s|$)")
    for other, text in group.items():
        if isinstance(text, str) and looks_so.search(text):
            message = f"`{name}:` stands inside the text of `{other}:`"
            fix = f"take it out of there, to a line of its own that starts as far in as `{other}:`"
            return marked.value_place((*path[:-1], other)), message, fix
    return None

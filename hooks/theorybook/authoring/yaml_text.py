"""New records as text, in the style of the data files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

import yaml

from theorybook.authoring.record_template import Blank, Leaf, OnOneLine, Remark, Today, Tree
from theorybook.data.blanks import BLANK

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Words that YAML takes for something else than words.
_NO_WORDS = frozenset({"", "~", "null", "yes", "no", "on", "off", "y", "n"})


def item_lines(tree: dict[str, Tree], leaf: Leaves) -> list[str]:
    """Return a record as an item of a list, line by line, at the start of the line."""
    lines = list(_fields(tree, leaf))
    said = list(takewhile(lambda line: line.startswith("#"), lines))
    first, *rest = lines[len(said) :]
    return [*said, f"- {first}", *(f"  {line}" for line in rest)]


@dataclass(frozen=True)
class Leaves:
    """Writes the ends of a tree: into a file, with `___` for what is to be written.

    `today` is the day that a new record carries.
    """

    today: date = date.min

    def text(self, leaf: Leaf, in_list: bool = False) -> str:
        """Return a value as YAML; in a list on one line more signs need quotes."""
        if isinstance(leaf, Blank):
            return scalar(self.blank(leaf), in_list)
        if isinstance(leaf, Today):
            return self.day(leaf)
        return str(leaf) if isinstance(leaf, int) else scalar(leaf, in_list)

    def blank(self, blank: Blank) -> str:
        """Return a blank: the mark, what to write, and what may be chosen from."""
        is_told = sum(choice in blank.says for choice in blank.choices) > 1
        ways = f" One of: {', '.join(blank.choices)}." if blank.choices and not is_told else ""
        return f"{BLANK} {blank.says}{ways}"

    def day(self, day: Today) -> str:
        """Return a day; 29 February has none a year on, so the 28th stands for it."""
        year = self.today.year + day.years_on
        try:
            return self.today.replace(year=year).isoformat()
        except ValueError:
            return self.today.replace(year=year, day=28).isoformat()


def scalar(text: str, in_list: bool = False) -> str:
    """Return a text as YAML, in quotes where it would be read as something else."""
    wrapped = f"k: [{text}]" if in_list else f"k: {text}"
    wanted = {"k": [text] if in_list else text}
    try:
        is_plain = yaml.load(wrapped, Loader=_LOADER) == wanted
    except yaml.YAMLError:
        is_plain = False
    if is_plain and text.lower() not in _NO_WORDS and "\n" not in text:
        return text
    return json.dumps(text, ensure_ascii=False)


def _fields(tree: dict[str, Tree], leaf: Leaves) -> Iterator[str]:
    for name, value in tree.items():
        match value:
            case Remark():
                yield f"# {name}"
            case OnOneLine():
                yield f"{name}: {_on_one_line(value, leaf)}"
            case dict():
                yield f"{name}:"
                yield from (f"  {line}" for line in _fields(value, leaf))
            case list() if any(isinstance(item, dict) for item in value):
                yield f"{name}:"
                yield from _items(value, leaf)
            case list():
                yield f"{name}: [{', '.join(leaf.text(_leaf(item), True) for item in value)}]"
            case _:
                yield f"{name}: {leaf.text(value)}"


def _items(items: Sequence[Tree], leaf: Leaves) -> Iterator[str]:
    for item in items:
        if isinstance(item, OnOneLine):
            yield f"- {_on_one_line(item, leaf)}"
        elif isinstance(item, dict):
            yield from item_lines(item, leaf)


def _on_one_line(tree: OnOneLine, leaf: Leaves) -> str:
    fields = (f"{name}: {leaf.text(_leaf(value), True)}" for name, value in tree.items())
    return f"{{{', '.join(fields)}}}"


def _leaf(value: Tree) -> Leaf:
    if isinstance(value, (dict, list, Remark)):
        raise TypeError(f"no list or group of fields can stand here: {value}")
    return value

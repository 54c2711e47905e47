"""YAML with places: text in; plain data and the line and column of any part of it out.

Every scalar stays the string that was typed (`no`, `on` and `1.10` included): the model
decides what it means. Duplicate keys, anchors, aliases and tags are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from theorybook.problems import DataError, Place, Problem

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"
Path: TypeAlias = "tuple[str | int, ...]"

_NULL = "tag:yaml.org,2002:null"
_CORE_TAGS = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Marked:
    """Plain data with the place of each part.

    `places` maps a path such as `("theories", 0, "slug")` to where its key stands (for a
    field) or where it starts (for an item of a list); `values` to where its value starts.
    """

    data: Plain
    file: str
    places: Mapping[Path, Place]
    values: Mapping[Path, Place]

    def place(self, path: Path) -> Place:
        """Return where `path` stands, or the nearest part of it that is in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def value_place(self, path: Path) -> Place:
        """Return where the value at `path` starts, or the place of the nearest part."""
        return self.values.get(path) or self.place(path)


class _Reader:
    """Turns one document's nodes into plain data, noting places and problems on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, path: Path = ()) -> Plain:
        place = self._place(node)
        self.values[path] = place
        self.places.setdefault(path, place)
        if id(node) in self._seen:
            self._refuse(place, "Y03", "an alias (`*name`) is used", "write the value out")
            return None
        self._seen.add(id(node))
        if not node.tag.startswith(_CORE_TAGS):
            self._refuse(place, "Y03", f"the tag `{node.tag}` is used", "remove the tag")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, i)) for i, item in enumerate(node.value)]
        return None if node.tag == _NULL else str(node.value)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Plain]:
        data: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(place, "Y01", "a key is not a word", "use plain words as keys")
                continue
            key = str(key_node.value)
            if key in data:
                self._refuse(place, "Y02", f"the key `{key}` stands twice", "keep one of the two")
                continue
            self.places[(*path, key)] = place
            data[key] = self.read(value_node, (*path, key))
        return data

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def _refuse(self, place: Place, code: str, message: str, fix: str) -> None:
        self.problems.append(Problem(place, code, message, fix))


def parse(text: str, file: str) -> Marked:
    """Read one YAML document.

    Args:
        text: the document.
        file: the name that places carry.

    Returns:
        Its data, with places.

    Raises:
        DataError: it is not valid YAML, or uses what we leave out (Y01, Y02, Y03).
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise DataError([_syntax_problem(error, text, file)]) from error
    if node is None:
        return Marked({}, file, {}, {})
    reader = _Reader(file)
    data = reader.read(node)
    if reader.problems:
        raise DataError(reader.problems)
    return Marked(data, file, reader.places, reader.values)


def _syntax_problem(error: Exception, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        place = Place(file, mark.line + 1, mark.column + 1)
    else:
        place = _character_place(error, text, file)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "nested too deep"
    return Problem(
        place,
        "Y01",
        f"this is not valid YAML ({reason})",
        "look at this line and the one above: indent with spaces, and put quotes round "
        "a text that holds `: ` or starts with a sign",
    )


def _character_place(error: Exception, text: str, file: str) -> Place:
    """Find a character YAML does not allow: its error knows the position, not the line."""
    before = text[: getattr(error, "position", 0) or 0]
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))

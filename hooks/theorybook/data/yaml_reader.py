"""The events of a YAML document, turned into plain data and the place of each part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml

from theorybook.data.characters import first_refused, refused
from theorybook.data.marks import NOTHING, Inner, Mark, Spot
from theorybook.problems import DataError, Place, Problem

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = ("", "~", "null", "Null", "NULL")
_DEEPEST = 50


def events(text: str) -> Iterator[Any]:
    """Return what YAML finds in a text, one after the other."""
    return iter(_LOADER(text).get_event, None)


class YamlReader:
    """Turns the events of one document into plain data, noting places and problems.

    Events, not nodes: the C parser composes nodes by recursion, and nesting that is deep
    enough ends the whole process where no `except` can catch it.

    Args:
        text: the document.
        file: the name that places carry.
    """

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._events = events(text)
        self._file = file

    def document(self) -> tuple[Plain, Mark]:
        """Read the only document, and where its parts stand; an empty file is an empty mapping.

        Raises:
            yaml.YAMLError: it is not valid YAML.
            DataError: it is nested too deep.
        """
        found: tuple[Plain, Mark] = ({}, NOTHING)
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "Y01", "a second document starts here", "remove the `---`")
                    break
                found = self._value(next(self._events), 0)
        return found

    def _value(self, event: Any, depth: int, key: Spot | None = None) -> tuple[Plain, Mark]:
        """Read the value that starts here, so many levels deep."""
        spot = _spot(event)
        self._refuse_extras(event)
        data, inner = self._inside(event, depth)
        return data, (key or spot, spot, inner)

    def _inside(self, event: Any, depth: int) -> tuple[Plain, Inner]:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_unseen(event)
            is_null = event.implicit[0] and event.value in _NULLS
            return (None if is_null else event.value), None
        if isinstance(event, yaml.AliasEvent):
            return None, None
        self._refuse_depth(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth + 1)
        return self._list(depth + 1)

    def _items(self) -> Iterator[Any]:
        """Yield what starts each item of the list or mapping that has just started."""
        while not isinstance(event := next(self._events), yaml.CollectionEndEvent):
            yield event

    def _list(self, depth: int) -> tuple[Plain, Inner]:
        data: list[Plain] = []
        marks: list[Mark] = []
        for event in self._items():
            item, mark = self._value(event, depth)
            data.append(item)
            marks.append(mark)
        return data, marks

    def _mapping(self, depth: int) -> tuple[Plain, Inner]:
        data: dict[str, Plain] = {}
        marks: dict[str, Mark] = {}
        twice: list[Any] = []
        for key_event in self._items():
            spot = _spot(key_event)
            key = self._key(key_event)
            value, mark = self._value(next(self._events), depth, spot)
            if key in data:
                twice.append(key_event)
            elif key is not None:
                data[key], marks[key] = value, mark
        self._refuse_twice(twice)
        return data, marks

    def _refuse_twice(self, events: list[Any]) -> None:
        """Tell of the keys that stand twice in a group: of several, there is but one cause."""
        if len(events) == 1:
            message = f"the key `{events[0].value}` stands twice"
            self._refuse(events[0], "Y02", message, "keep one of the two")
        elif events:
            message = f"the key `{events[0].value}` stands twice, and others of its group do, too"
            fix = "if a new item starts here, put a dash and a space before it; else keep one"
            self._refuse(events[0], "Y02", message, fix)

    def _key(self, event: Any) -> str | None:
        """Return the word of a key, or None for one that cannot be used."""
        self._refuse_extras(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse(event, "Y01", "a key is not a word", "use plain words as keys")
            self._skip()
            return None
        self._refuse_unseen(event)
        return str(event.value)

    def _skip(self) -> None:
        """Pass over the rest of the list or mapping that has just started."""
        depth = 1
        while depth:
            event = next(self._events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)

    def _refuse_extras(self, event: Any) -> None:
        is_alias = isinstance(event, yaml.AliasEvent)
        if is_alias:
            message = f"the alias `*{event.anchor}` is used"
            self._refuse(event, "Y03", message, "write the value out in full")
        elif event.anchor is not None:
            message = f"the anchor `&{event.anchor}` is used"
            fix = "remove it, or put quotes round a text that starts with `&`"
            self._refuse(event, "Y03", message, fix)
        if not is_alias and event.tag is not None:
            message = f"the tag `{event.tag}` is used"
            fix = "remove it, or put quotes round a text that starts with `!`"
            self._refuse(event, "Y03", message, fix)

    def _refuse_unseen(self, event: Any) -> None:
        """Refuse characters nobody sees; here they can only have come by escapes."""
        if event.style == '"' and (character := first_refused(event.value)):
            self.problems.append(refused(character, self._place(event)))

    def _refuse_depth(self, event: yaml.Event, depth: int) -> None:
        if depth >= _DEEPEST:
            fix = "take out the brackets or the indentation that opens level after level"
            self._refuse(event, "Y01", f"this is nested more than {_DEEPEST} levels deep", fix)
            raise DataError(self.problems)

    def _place(self, event: Any) -> Place:
        return Place(self._file, *_spot(event))

    def _refuse(self, event: yaml.Event, code: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self._place(event), code, message, fix))


def _spot(event: Any) -> Spot:
    start = event.start_mark
    return start.line + 1, start.column + 1

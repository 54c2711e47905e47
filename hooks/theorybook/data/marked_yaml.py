"""YAML with places: text in; plain data and the line and column of any part of it out.

Every scalar stays the string that was typed (`no`, `on` and `1.10` included): the model
decides what it means. Duplicate keys, anchors, aliases and tags are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from theorybook.data.characters import first_refused, refused
from theorybook.data.yaml_slips import GivenUp, find_slip
from theorybook.problems import DataError, Place, Problem

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"
Path: TypeAlias = "tuple[str | int, ...]"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER_SIGN = re.compile(r"#(?<=\s#)")
_NULLS = ("", "~", "null", "Null", "NULL")
_DEEPEST = 50
# A spot in one number: its line stands this many bits before its column. Of two spots, the first
# stands so many before the second.
_COLUMN, _SPOT = 32, 64
_NUMBER = (1 << _COLUMN) - 1
_SYNTAX_CURE = (
    "look at this line and the one above: indent with spaces, and put quotes round "
    "a text that holds `: ` or starts with a sign"
)


@dataclass(frozen=True)
class Marked:
    """Plain data with the place of each part.

    `spots` maps a path such as `("theories", 0, "slug")` to where its key stands (for a field) or
    where it starts (for an item of a list), and to where its value starts: in one number, as a
    large file has hundreds of thousands. `text` is all that the file holds.
    """

    data: Plain
    file: str
    spots: Mapping[Path, int]
    text: str = ""

    def has(self, path: Path) -> bool:
        """Tell whether `path` is in the file."""
        return path in self.spots

    def place(self, path: Path) -> Place:
        """Return where `path` stands, or the nearest part of it that is in the file."""
        while path and path not in self.spots:
            path = path[:-1]
        return self._place(self.spots[path] >> _SPOT) if path in self.spots else Place(self.file)

    def value_place(self, path: Path) -> Place:
        """Return where the value at `path` starts, or the place of the nearest part."""
        return self._place(self.spots[path]) if path in self.spots else self.place(path)

    def _place(self, spot: int) -> Place:
        return Place(self.file, spot >> _COLUMN & _NUMBER, spot & _NUMBER)


class _Reader:
    """Turns the events of one document into plain data, noting places and problems.

    Events, not nodes: the C parser composes nodes by recursion, and nesting that is deep
    enough ends the whole process where no `except` can catch it.
    """

    def __init__(self, events: Iterator[yaml.Event], file: str) -> None:
        self.events = events
        self.file = file
        self.spots: dict[Path, int] = {}
        self.problems: list[Problem] = []

    def document(self) -> Plain:
        """Read the only document; an empty file holds an empty mapping."""
        data: Plain = {}
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "Y01", "a second document starts here", "remove the `---`")
                    break
                data = self._value(next(self.events), ())
        return data

    def _value(self, event: Any, path: Path, key: Any = None) -> Plain:
        self.spots[path] = _spot(key or event) << _SPOT | _spot(event)
        self._refuse_extras(event)
        if isinstance(event, yaml.MappingStartEvent):
            self._refuse_depth(event, path)
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            self._refuse_depth(event, path)
            return [self._value(item, (*path, i)) for i, item in enumerate(self._items())]
        if isinstance(event, yaml.AliasEvent):
            return None
        self._refuse_unseen(event)
        is_bare = event.implicit[0]
        return None if is_bare and event.value in _NULLS else str(event.value)

    def _items(self) -> Iterator[yaml.Event]:
        """Yield what starts each item of the list or mapping that has just started."""
        while not isinstance(event := next(self.events), yaml.CollectionEndEvent):
            yield event

    def _mapping(self, path: Path) -> dict[str, Plain]:
        data: dict[str, Plain] = {}
        twice: list[yaml.Event] = []
        for key_event in self._items():
            key = self._key(key_event)
            if key in data:
                twice.append(key_event)
                key = None
            if key is None:
                self._value(next(self.events), (*path, "?"))
                continue
            data[key] = self._value(next(self.events), (*path, key), key_event)
        self._refuse_twice(twice)
        return data

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
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)

    def _refuse_extras(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias `*{event.anchor}` is used"
            self._refuse(event, "Y03", message, "write the value out in full")
        elif event.anchor is not None:
            message = f"the anchor `&{event.anchor}` is used"
            fix = "remove it, or put quotes round a text that starts with `&`"
            self._refuse(event, "Y03", message, fix)
        if getattr(event, "tag", None) is not None:
            message = f"the tag `{event.tag}` is used"
            fix = "remove it, or put quotes round a text that starts with `!`"
            self._refuse(event, "Y03", message, fix)

    def _refuse_unseen(self, event: Any) -> None:
        """Refuse characters nobody sees; here they can only have come by escapes."""
        character = first_refused(str(event.value)) if event.style == '"' else ""
        if character:
            self.problems.append(refused(character, self._place(event)))

    def _refuse_depth(self, event: yaml.Event, path: Path) -> None:
        if len(path) >= _DEEPEST:
            fix = "take out the brackets or the indentation that opens level after level"
            self._refuse(event, "Y01", f"this is nested more than {_DEEPEST} levels deep", fix)
            raise DataError(self.problems)

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, event: yaml.Event, code: str, message: str, fix: str) -> None:
        self.problems.append(Problem(self._place(event), code, message, fix))


def parse(text: str, file: str) -> Marked:
    """Read one YAML document.

    Args:
        text: the document.
        file: the name that places carry.

    Returns:
        Its data, with places.

    Raises:
        DataError: it is not valid YAML, or uses what we leave out (Y01, Y02, Y03), or
            has text that is lost (Y08).
    """
    problems: list[Problem] = []
    data: Plain = {}
    try:
        reader = _Reader(yaml.parse(text, Loader=_LOADER), file)
        data = reader.document()
        problems = [*reader.problems, *_lost_texts(text, file)]
    except yaml.YAMLError as error:
        problems = [_syntax_problem(error, text, file)]
    if problems:
        raise DataError(problems)
    return Marked(data, file, reader.spots, text)


def _spot(event: Any) -> int:
    """Return line and column of what starts here, each counted from 1, in one number."""
    line, column = int(event.start_mark.line), int(event.start_mark.column)
    return line + 1 << _COLUMN | column + 1


def _lost_texts(text: str, file: str) -> Iterator[Problem]:
    """Yield each text whose rest YAML takes for a comment. Comments stand on lines of their own."""
    if not any(_stands_behind(text, found.start()) for found in _NUMBER_SIGN.finditer(text)):
        return
    lines = text.split("\n")
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent) and not event.style and event.value:
            line, column = _end(event)
            comment = re.match(r"\s+(?=#)", lines[line][column:]) if line < len(lines) else None
            if comment:
                place = Place(file, line + 1, column + comment.end() + 1)
                message = "what stands behind ` #` is a comment to YAML, and no reader would see it"
                fix = "put quotation marks round the text, or the comment on a line of its own"
                yield Problem(place, "Y08", message, fix)


def _stands_behind(text: str, at: int) -> bool:
    """Whether there is something before a spot in its line; it may be in a quoted text."""
    return bool(text[text.rfind("\n", 0, at) + 1 : at].strip())


def _end(event: Any) -> tuple[int, int]:
    return event.end_mark.line, event.end_mark.column


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        place = _character_place(error, text, file)
    else:
        opened = (context.line, context.column) if context else None
        within = getattr(error, "context", None) or ""
        slip = find_slip(GivenUp(text, mark.line, mark.column, within, opened))
        if slip:
            place = Place(file, slip.line, slip.column)
            return Problem(place, "Y01", f"this is not valid YAML: {slip.reason}", slip.fix)
        # What is open to the end of the file is to be mended where it starts.
        mark = (mark.index >= len(text.rstrip()) and context) or mark
        place = _within(Place(file, mark.line + 1, mark.column + 1), text)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return Problem(place, "Y01", f"this is not valid YAML ({reason})", _SYNTAX_CURE)


def _within(place: Place, text: str) -> Place:
    """Move a place after the last line, where an unfinished file fails, to that line's end."""
    lines = text.splitlines() or [""]
    if place.line <= len(lines):
        return place
    return Place(place.file, len(lines), len(lines[-1]) + 1)


def _character_place(error: yaml.YAMLError, text: str, file: str) -> Place:
    """Find a character YAML does not allow: its error knows the byte, not the line."""
    position = getattr(error, "position", 0) or 0
    before = text.encode("utf-8", "surrogatepass")[:position].decode("utf-8", "ignore")
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))

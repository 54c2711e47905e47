"""What is different between two versions of a record, field by field and sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from theorybook.model.base import Record, prose_in
from theorybook.words.reading import sentences

# What is told in other ways: the history as such, and ids by what was added or taken out.
_TOLD_ELSEWHERE = frozenset({"history", "id", "key"})
_BETWEEN = " … "


@dataclass(frozen=True)
class Edit:
    """One thing that is different: where, and what stood and stands there; nothing if empty."""

    where: str
    before: str
    after: str

    @property
    def is_short(self) -> bool:
        """Whether both fit on one line, as a choice or a number does."""
        return bool(self.before and self.after) and len(self.before + self.after) < 50


def edits(before: Record, after: Record, where: str = "") -> Iterator[Edit]:
    """Yield what is different between two records of one model.

    Args:
        before: as it was.
        after: as it is.
        where: what the records are called in the places that are told.
    """
    for name in type(after).model_fields:
        if name not in _TOLD_ELSEWHERE:
            was, now = getattr(before, name), getattr(after, name)
            yield from _edits(was, now, _joined(where, _words(name)))


def text_edits(before: str, after: str, where: str) -> Iterator[Edit]:
    """Yield what is different between two texts of paragraphs, one edit for each that changed."""
    for was, now in _pairs(_paragraphs(before), _paragraphs(after)):
        yield Edit(where, *changed_sentences(was or "", now or ""))


def changed_sentences(before: str, after: str) -> tuple[str, str]:
    """Return the sentences that one text has and the other has not, each in its order."""
    was, now = sentences(before), sentences(after)
    runs = [
        (" ".join(was[i:j]), " ".join(now[k:m]))
        for tag, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    if not runs:  # no sentence is another, only what stands between them
        return before, after
    one, other = (_BETWEEN.join(filter(None, side)) for side in zip(*runs, strict=True))
    return one, other


def whole(record: Record, where: str = "") -> Iterator[Edit]:
    """Yield all that a new record says, as if nothing had stood there."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in _TOLD_ELSEWHERE or value in (None, ()):
            continue
        here = _joined(where, _words(name))
        items = value if isinstance(value, tuple) and _hold_records(value) else (value,)
        for item in items:
            yield Edit(_joined(here, _name(item)), "", shown(item))


def shown(value: Any) -> str:
    """Return a value as a reader would say it; of a group of fields, its sentences first."""
    if isinstance(value, Record):
        said = " ".join(text for _, text in prose_in(value))
        rest = ", ".join(filter(None, map(shown, _beside_prose(value))))
        return f"{said} ({rest})" if said and rest else said or rest
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, StrEnum):
        return value.value
    return "" if value is None else str(value)


def _beside_prose(record: Record) -> Iterator[Any]:
    """Yield what a group of fields holds beside its sentences: choices, ids, numbers."""
    prose = {path for path, _ in prose_in(record)}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from _beside_prose(value)
        elif isinstance(value, tuple) and _hold_records(value):
            yield from (inner for item in value for inner in _beside_prose(item))
        elif (name,) not in prose and name not in _TOLD_ELSEWHERE and value is not False:
            yield _words(name) if value is True else value


def _edits(was: Any, now: Any, where: str) -> Iterator[Edit]:
    if was == now:
        return
    if isinstance(was, Record) and isinstance(now, Record) and type(was) is type(now):
        yield from edits(was, now, where)
    elif isinstance(was, tuple) and isinstance(now, tuple) and _hold_records(was, now):
        yield from _edits_in_list(was, now, where)
    elif isinstance(was, str) and isinstance(now, str) and not isinstance(now, StrEnum):
        yield Edit(where, *changed_sentences(was, now))
    else:
        yield Edit(where, shown(was), shown(now))


def _edits_in_list(was: Sequence[Record], now: Sequence[Record], where: str) -> Iterator[Edit]:
    for one, other in _pairs(was, now):
        yield from _edits(one, other, _joined(where, _name(other or one)))


def _pairs(was: Sequence[Any], now: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield what belongs together in two lists and differs: by id, and else by its place."""
    if any(map(_name, (*was, *now))):
        before, after = ({_name(item): item for item in items} for items in (was, now))
        for name in dict.fromkeys((*before, *after)):
            yield before.get(name), after.get(name)
        return
    for tag, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(was[i:j], now[k:m])


def _hold_records(*lists: Sequence[Any]) -> bool:
    return any(isinstance(item, Record) for items in lists for item in items)


def _name(item: Any) -> str:
    """Return the id of a part that has one."""
    return str(getattr(item, "id", "") or getattr(item, "address", ""))


def _words(name: str) -> str:
    return "" if name == "text" else name.replace("_", " ")


def _joined(*names: str) -> str:
    return ", ".join(filter(None, names))


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]

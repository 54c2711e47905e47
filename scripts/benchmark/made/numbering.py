"""What the copy of a record is called: the next free number, or the same words and a number."""

from __future__ import annotations

import re

from theorybook.data.folder import Folder
from theorybook.kinds import whole_of
from theorybook.record_id import RecordId

_NUMBERED = re.compile(r"([A-Z])([0-9]+)")
_HIGHEST = {2: 999, 3: 9999}  # by how many digits an id has at least
# What a sentence can rest on. An id of one of these kinds is never one of another.
_SOURCES = ("finding", "quote", "study")


class Numbering:
    """The ids of copies. Round 0 is our own data; each round copies it once more."""

    def __init__(self, folder: Folder) -> None:
        self._ours = {raw.names for raw in folder.raw_ids}
        self._highest: dict[str, int] = {}
        for id_ in self._ours:
            numbered = _NUMBERED.fullmatch(id_.id)
            if numbered:
                known = self._highest.get(id_.kind, 0)
                self._highest[id_.kind] = max(known, int(numbered[2]))

    def has_room(self, number: int, id: RecordId) -> bool:
        """Whether there is an id left for the copy of a record in a round."""
        numbered = _NUMBERED.fullmatch(self.name(number, id))
        ours = _NUMBERED.fullmatch(id.id)
        return not (numbered and ours) or int(numbered[2]) <= _HIGHEST[len(ours[2])]

    def name(self, number: int, id: RecordId) -> str:
        """Return the id of the copy of a record, or of a part of one, in a round."""
        if not number:
            return id.id
        owner = whole_of(id)
        part = id.id.removeprefix(owner.id)
        numbered = _NUMBERED.fullmatch(owner.id)
        if numbered is None:
            return f"{owner.id}-{number + 1}{part}"
        letter, digits = numbered.groups()
        higher = int(digits) + number * self._highest[owner.kind]
        return f"{letter}{higher:0{len(digits)}d}{part}"

    def of_one_kind(self, id: RecordId) -> RecordId:
        """Return what is named by an id that can be of several kinds."""
        if id.kind == "source":
            return next(each for kind in _SOURCES if (each := RecordId(kind, id.id)) in self._ours)
        if id.kind == "record":
            return min(each for each in self._ours if each.id == id.id)
        return id

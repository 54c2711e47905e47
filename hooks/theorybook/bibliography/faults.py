"""What can be wrong with one entry, gathered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from theorybook.bibliography.bibtex_file import Entry
from theorybook.problems import Problem

FALSE_FIELD = "B03"


@dataclass
class Faults:
    """The faults of an entry: each with the field's own place, or the entry's."""

    entry: Entry
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, message: str, fix: str, name: str = "") -> None:
        """Note a fault, of a field or of the entry."""
        place = self.entry.places.get(name, self.entry.place)
        self.problems.append(Problem(place, code, message, fix))

    def reading(self, read: Callable[[str], str], name: str, typed: str) -> str:
        """Return what a field says, or nothing where it cannot be read, which is then told.

        Args:
            read: raises a `ValueError` whose message says what is wrong, a colon, and the cure.
            name: the field.
            typed: what stands in it.
        """
        try:
            return read(typed) if typed else ""
        except ValueError as error:
            self.refuse(name, str(error))
            return ""

    def refuse(self, name: str, reason: str) -> None:
        """Note that a field cannot be read; the reason ends in a colon and the cure."""
        what, _, fix = reason.rpartition(": ")
        self.tell(FALSE_FIELD, f"`{name}` of `{self.entry.key}` {what}", fix, name)

"""What a record is known by: its kind and its id."""

from __future__ import annotations

from typing import NamedTuple


class RecordId(NamedTuple):
    """The kind of a record, or of a part of one, and its id, such as theory and T001.

    As text it is `theory/T001`.
    """

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"

    @classmethod
    def parse(cls, text: str) -> RecordId:
        """Read what `str` wrote.

        Raises:
            ValueError: there is no slash in it.
        """
        kind, slash, id_ = text.partition("/")
        if not slash:
            raise ValueError(f"no kind and id: {text}")
        return cls(kind, id_)

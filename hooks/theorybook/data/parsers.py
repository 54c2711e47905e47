"""What reads the text of each sort of data file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, TypeVarTuple

from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.cache import Cache
from theorybook.data.datafiles import DataFile
from theorybook.data.marked_yaml import Marked, parse
from theorybook.data.pieces import in_pieces
from theorybook.data.published_list import Published
from theorybook.data.validation import Checked, validate

_ITEMS = 4000  # as many as the files of a thousand theories have
T = TypeVar("T")
Given = TypeVarTuple("Given")


def _validated(file: DataFile, marked: Marked, latest: date | None) -> Checked[Any]:
    return validate(file.model, marked, latest)


@dataclass(frozen=True)
class Parsers:
    """Turns texts into what they hold.

    YAML and the bibliography are told what their file is; the latter, also which years can be.
    What YAML holds is checked against the model of its file, and the latest day that can have been.
    """

    yaml: Callable[[str, str], Marked] = parse
    bibliography: Callable[[str, str, range], dict[str, Reference]] = parse_bibliography
    published: Callable[[str], Published] = Published.parse
    validated: Callable[[DataFile, Marked, date | None], Checked[Any]] = _validated

    def remembering(self) -> Parsers:
        """Return parsers that know a text again: while somebody edits one file, the others stay."""
        return Parsers(
            lru_cache(20)(in_pieces(lru_cache(_ITEMS)(self.yaml))),
            lru_cache(1)(self.bibliography),
            lru_cache(1)(self.published),
            lru_cache(20)(self.validated),
        )

    def keeping(self, cache: Cache) -> Parsers:
        """Return parsers that find in a cache what was read of the same text before.

        What cannot be read is not kept, so that it is told each time.
        """
        return Parsers(
            _keeping(cache, "YAML", in_pieces(_keeping(cache, "item", self.yaml))),
            _keeping(cache, "bibliography", self.bibliography),
            _keeping(cache, "published", self.published),
        )


def _keeping(cache: Cache, kind: str, read: Callable[[*Given], T]) -> Callable[[*Given], T]:
    return lambda *given: cache.value(kind, map(str, given), lambda: read(*given))

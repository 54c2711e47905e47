"""What reads the text of each sort of data file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

from theorybook.bibliography.reading import parse_bibliography
from theorybook.bibliography.reference import Reference
from theorybook.cache import Cache
from theorybook.data.marked_yaml import Marked, parse
from theorybook.data.published_list import Published

T = TypeVar("T")
Given = TypeVarTuple("Given")


@dataclass(frozen=True)
class Parsers:
    """Turns texts into what they hold.

    YAML and the bibliography are told what their file is; the latter, also which years can be.
    """

    yaml: Callable[[str, str], Marked] = parse
    bibliography: Callable[[str, str, range], dict[str, Reference]] = parse_bibliography
    published: Callable[[str], Published] = Published.parse

    def remembering(self) -> Parsers:
        """Return parsers that know a text again: while somebody edits one file, the others stay."""
        return Parsers(
            lru_cache(32)(self.yaml), lru_cache(1)(self.bibliography), lru_cache(1)(self.published)
        )

    def keeping(self, cache: Cache) -> Parsers:
        """Return parsers that find in a cache what was read of the same text before.

        What cannot be read is not kept, so that it is told each time.
        """
        return Parsers(
            _keeping(cache, "YAML", self.yaml),
            _keeping(cache, "bibliography", self.bibliography),
            _keeping(cache, "published", self.published),
        )


def _keeping(cache: Cache, kind: str, read: Callable[[*Given], T]) -> Callable[[*Given], T]:
    return lambda *given: cache.value(kind, map(str, given), lambda: read(*given))

"""Values by key, and what is worked out once for a site."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook.multimap import multimap
from theorybook.once import once


def test_values_stand_under_their_key_in_order() -> None:
    assert multimap([("a", 2), ("b", 1), ("a", 1), ("a", 2)]) == {"a": (2, 1, 2), "b": (1,)}
    assert multimap([]) == {}


@dataclass(frozen=True)
class Place:
    """Stands for a site."""

    name: str


def test_what_is_worked_out_once_is_remembered_for_its_site_and_thing() -> None:
    asked: list[str] = []

    @once
    def said(place: Place, words: list[str]) -> str:
        asked.append(f"{place.name}: {' '.join(words)}")
        return asked[-1]

    here, there = Place("here"), Place("there")
    one, alike = ["hello"], ["hello"]
    for place in (here, there, here):
        for words in (one, alike, one):
            assert said(place, words) == f"{place.name}: hello"
    assert len(asked) == 4  # things that are alike are still two

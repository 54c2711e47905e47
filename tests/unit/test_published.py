"""The list of what was published: it grows at its end, and never loses an entry."""

from __future__ import annotations

import pytest

from theorybook.data.published_list import Published
from theorybook.record_id import RecordId

THEORY, TERM = RecordId("theory", "T001"), RecordId("term", "x")
OLD = Published({THEORY: ("theories/a/",)}, {THEORY: {1: "sum1"}}, ("b/", "a/", "a/#words"))


def test_what_is_written_is_read_back() -> None:
    assert Published.parse(OLD.text) == OLD


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"records": 1, "versions": {}}', "{"])
def test_something_else_is_not_read(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        Published.parse(text)


def test_new_entries_come_last_and_old_ones_stay() -> None:
    new = OLD.grown(
        {THEORY: "theories/c/", TERM: "contexts/x/"},
        {THEORY: {2: "sum2"}, TERM: {1: "sumx"}},
        ["z/", "c/", "a/"],
    )
    assert new.records == {
        THEORY: ("theories/a/", "theories/c/"),
        TERM: ("contexts/x/",),
    }
    assert new.versions == {THEORY: {1: "sum1", 2: "sum2"}, TERM: {1: "sumx"}}
    assert new.addresses == ("b/", "a/", "a/#words", "c/", "z/")


def test_growing_twice_changes_nothing() -> None:
    once = OLD.grown({THEORY: "theories/c/"}, {THEORY: {1: "sum1"}}, ["c/"])
    assert once.grown({THEORY: "theories/c/"}, {THEORY: {1: "sum1"}}, ["c/"]) == once

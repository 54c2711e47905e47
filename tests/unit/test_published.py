"""The list of what was published: it grows at its end, and never loses an entry."""

from __future__ import annotations

import pytest

from theorybook.data.published_list import Published

OLD = Published(
    {"theory/T001": ("theories/a/",)}, {"theory/T001": {1: "sum1"}}, ("b/", "a/", "a/#words")
)


def test_what_is_written_is_read_back() -> None:
    assert Published.parse(OLD.text) == OLD


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"records": 1, "versions": {}}', "{"])
def test_something_else_is_not_read(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        Published.parse(text)


def test_new_entries_come_last_and_old_ones_stay() -> None:
    new = OLD.grown(
        {"theory/T001": "theories/c/", "term/x": "contexts/x/"},
        {"theory/T001": {2: "sum2"}, "term/x": {1: "sumx"}},
        ["z/", "c/", "a/"],
    )
    assert new.records == {
        "theory/T001": ("theories/a/", "theories/c/"),
        "term/x": ("contexts/x/",),
    }
    assert new.versions == {"theory/T001": {1: "sum1", 2: "sum2"}, "term/x": {1: "sumx"}}
    assert new.addresses == ("b/", "a/", "a/#words", "c/", "z/")


def test_growing_twice_changes_nothing() -> None:
    once = OLD.grown({"theory/T001": "theories/c/"}, {"theory/T001": {1: "sum1"}}, ["c/"])
    assert once.grown({"theory/T001": "theories/c/"}, {"theory/T001": {1: "sum1"}}, ["c/"]) == once

"""Lists from A to Z: one group a letter, whatever marks and signs a name starts with."""

from __future__ import annotations

from theorybook.alphabet import by_letter


def test_what_starts_with_one_letter_stands_together_in_the_order_given() -> None:
    found = by_letter(["Åkerblom", "zeal", "abstract", "‘All’", "Zoo", "2SLGBTQ+"], str)
    assert found == [
        ("0–9", ["2SLGBTQ+"]),
        ("A", ["Åkerblom", "abstract", "‘All’"]),
        ("Z", ["zeal", "Zoo"]),
    ]


def test_nothing_has_no_letters() -> None:
    assert by_letter([], str) == []

"""What a phone dials is the number that the words beside it say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from theorybook.model.helpline import Way


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("call 9-8-8", "tel:988"),
        ("text CONNECT to 686868", "sms:686868"),
        ("call 0800 1111, at any hour of the 24", "tel:08001111"),
        ("call (0800) 11.11", "tel:+448001111"),
        ("call 1-800-555-0100", "tel:+18005550100"),
        ("chat on the page", "https://example.org/chat"),
    ],
)
def test_a_number_that_is_said_can_be_dialed(text: str, link: str) -> None:
    assert Way(text=text, link=link).link == link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("call 9-8-8", "tel:989"),
        ("text CONNECT to 686868", "sms:68686"),
        ("call 0800 1111", "tel:8001111"),
        ("call 0000", "tel:+10"),
        ("call us", "tel:988"),
    ],
)
def test_another_number_is_refused(text: str, link: str) -> None:
    with pytest.raises(ValidationError, match="does not say that number"):
        Way(text=text, link=link)

"""JSON as our files have it: a space for each step inwards, letters as they are."""

from __future__ import annotations

from pydantic_core import to_json


def json_text(data: object) -> str:
    """Write data as JSON, as the standard library does in six times the time.

    Args:
        data: mappings, lists, texts, numbers, truth values and None.
    """
    return to_json(data, indent=1).decode() + "\n"


def short_json_text(data: object) -> str:
    """Write data as JSON without blanks, for a file that a reader's browser waits for."""
    return to_json(data).decode() + "\n"

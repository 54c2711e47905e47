"""What all styles do with words: ends of sentences, and numbers in order."""

from __future__ import annotations

import re

# A sentence has its end, and quotation marks or the end of an isolate may stand after it. A full
# stop in brackets, as in `(2nd ed.)`, ends none.
_ENDED = re.compile(r"([.?!…][”’\"'»\u2069]*|[?!…][”’\"'»)\]\u2069]*)$")


# Where a list of names would stand, and nobody saw the names.
NAMES_NOT_SHOWN = "[Authors not shown where we read it]"


def sentence(text: str) -> str:
    """End a part with a full stop, unless it is empty or has its end."""
    return text if not text or _ENDED.search(text) else f"{text}."


def opened(title: str) -> str:
    """Take the full stop off a title that goes on in brackets."""
    return re.sub(r"\.(\u2069?)$", r"\1", title)


def ordinal(number: int) -> str:
    """Return 2nd of 2."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"

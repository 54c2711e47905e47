"""How a text is written into a file of a course platform: no sign of it is a command there."""

from __future__ import annotations

import re

from markupsafe import Markup

_GIFT_SIGNS = re.compile(r"([\\~=#{}:])")


def gift(text: str) -> str:
    """Return a text as Moodle's GIFT has it: signs that mean something there are escaped."""
    # An arrow stands between the two halves of a pair, and cannot be escaped.
    return _GIFT_SIGNS.sub(r"\\\1", _in_one_line(text)).replace("->", "→")


def field(text: str) -> str:
    """Return a text as a field of a table whose fields stand between tabs."""
    line = _in_one_line(text)
    return '"{}"'.format(line.replace('"', '""')) if '"' in line else line


def _in_one_line(text: str) -> str:
    return " ".join((text.striptags() if isinstance(text, Markup) else text).split())

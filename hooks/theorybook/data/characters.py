"""Characters that no text of ours may hold: nobody sees them, and programs trip over them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from theorybook.problems import Place, Problem

# Direction marks and joiners are not among them: honest text, right to left above all, needs them.
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
_LINE_ENDS = r"\u2028\u2029"
_OVERRIDES = r"\u202a-\u202e\u2066-\u2069"
_HALVES = r"\ud800-\udfff"
_BYTE_ORDER = r"\ufeff"
_NO_CHARACTERS = r"\ufdd0-\ufdef" + "".join(
    f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17)
)
_REFUSED = re.compile(f"[{_CONTROL}{_LINE_ENDS}{_OVERRIDES}{_HALVES}{_BYTE_ORDER}{_NO_CHARACTERS}]")
_KINDS = (
    (_CONTROL, "the control character"),
    (_LINE_ENDS, "the unusual end of a line"),
    (_OVERRIDES, "the character that turns the direction of text,"),
    (_HALVES, "the half of a character"),
    (_BYTE_ORDER, "the byte order mark"),
    (_NO_CHARACTERS, "the code that is no character"),
)


def unseen_characters(text: str, file: str) -> Iterator[Problem]:
    """Yield each refused character of a file once: where it stands first, and how often.

    Args:
        text: what the file holds.
        file: the name that places carry.
    """
    if _is_plain(text):
        return
    counts = Counter(_REFUSED.findall(text))
    for character, count in counts.items():
        at = text.index(character)
        place = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        yield refused(character, place, count)


def _is_plain(text: str) -> bool:
    """Whether every character can be seen, which is found out ten times as fast as the rest.

    Python counts none of what is refused as printable, and neither the two that we allow.
    """
    return text.replace("\n", "").replace("\t", "").isprintable()


def first_refused(text: str) -> str:
    """Return the first character of a text that is refused, or nothing."""
    found = _REFUSED.search(text)
    return found[0] if found else ""


def refused(character: str, place: Place, count: int = 1) -> Problem:
    """Tell of a refused character, and how often the file has it."""
    kind = next(kind for signs, kind in _KINDS if re.match(f"[{signs}]", character))
    name = unicodedata.name(character, "").lower()
    called = f"U+{ord(character):04X}" + (f" ({name})" if name else "")
    more = f", and {count - 1} more times in this file" if count > 1 else ""
    fix = "take it out; if you cannot see it, type the words around it again"
    return Problem(place, "Y06", f"{kind} {called} stands here{more}", fix)

"""What came along when a text was pasted, and signs that mean nothing in our texts."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.data.folder import Folder
from theorybook.problems import Place, Problem


@dataclass(frozen=True)
class Oddity:
    """A kind of slip in a text: its code, what it looks like, what it is called, and the cure."""

    code: str
    pattern: str
    called: str
    fix: str


_AS_TYPED = "write plain words; a text is shown as it is typed"
_BLANK = "write what is meant, or take it out"
_ODDITIES = (
    Oddity(
        "N05",
        "[\u00a0\u00ad\u200b\u2007\u202f\u2060\ufb00-\ufb06\ufffd\ue000-\uf8ff\u2022\u25aa\u25cf]"
        "|(?:Ã[\u0080-\u00bf]|â€[\u0080-\u2122])",
        "a sign that comes along when text is pasted",
        "type the words around it again",
    ),
    Oddity(
        "N06",
        r"</?(?:a|b|br|div|em|h[1-6]|i|li|ol|p|script|span|strong|sub|sup|u|ul)\b[^<>\n]*>"
        r"|&(?:amp|gt|lt|nbsp|quot|#\d+);",
        "this is HTML",
        _AS_TYPED,
    ),
    Oddity(
        "N06",
        r"\*\*\S[^*\n]*\*\*|__\w[^_\n]*__|\]\([^)\s]+\)|(?<![\w*])\*\w[^*\n]*\w\*(?![\w*])",
        "this is Markdown",
        _AS_TYPED,
    ),
    Oddity(
        "N06",
        r"\\[A-Za-z]+\{|\$[^$\n]*[\\^_{][^$\n]*\$",
        "this is LaTeX",
        _AS_TYPED,
    ),
    Oddity(
        "N07",
        r"\b(?:TODO|FIXME|TBD|XXX|TK)\b|\?\?\?|\b[Ll]orem ipsum\b",
        "this looks like a blank that nobody filled",
        _BLANK,
    ),
    Oddity("N08", r"(?<=\S) {2,}(?=[^\s#])", "two spaces stand here", "take one out"),
    Oddity("N08", r"(?<=\w) [,;.!?](?=\s|$)", "a space stands before this sign", "take it out"),
)
_ANY = re.compile("|".join(f"({odd.pattern})" for odd in _ODDITIES), re.MULTILINE)
# Words of others, which stand as their source has them; ids and addresses are no texts.
_NOT_OURS = ("quotes",)


def odd_texts(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each sign in the YAML files that looks pasted, or left over."""
    for name, file in folder.files.items():
        if name not in _NOT_OURS:
            yield from _odd_signs(file.marked.text, file.marked.file)


def _odd_signs(text: str, file: str) -> Iterator[Problem]:
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    for found in _ANY.finditer(text):
        number = bisect_right(lines, found.start())
        start = lines[number - 1]
        if text[start : found.start()].lstrip().startswith("#"):
            continue
        odd = _ODDITIES[(found.lastindex or 1) - 1]
        shown = _shown(found[0])
        message = f"{odd.called}: {shown}" if shown else odd.called
        yield Problem(Place(file, number, found.start() - start + 1), odd.code, message, odd.fix)


def _shown(sign: str) -> str:
    """Return a sign as it can be read: by its name, if it cannot be seen."""
    if len(sign) == 1 and not sign.isascii():
        return f"{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}"
    return f"`{sign}`" if sign.strip() else ""

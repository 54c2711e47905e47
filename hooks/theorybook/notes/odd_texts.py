"""What came along when a text was pasted, and signs that mean nothing in our texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from theorybook.data.folder import Folder
from theorybook.problems import Place, Problem


@dataclass(frozen=True)
class Oddity:
    """A kind of slip in a text: its code, what it looks like, what it is called, and the cure.

    Each pattern starts with a sign, and looks back at what is before it: so it is found fast.
    """

    code: str
    pattern: re.Pattern[str]
    called: str
    fix: str


def _markup(pattern: str, called: str) -> Oddity:
    fix = "write plain words; a text is shown as it is typed"
    return Oddity("N06", re.compile(pattern), f"this is {called}", fix)


def _pasted(pattern: str) -> Oddity:
    called = "a sign that comes along when text is pasted"
    return Oddity("N05", re.compile(pattern), called, "type the words around it again")


def _blank(pattern: str) -> Oddity:
    called = "this looks like a blank that nobody filled"
    return Oddity("N07", re.compile(pattern), called, "write what is meant, or take it out")


def _twice(word: str) -> Oddity:
    pattern = rf"{word} {word.lower()}\b(?<!\w{word} {word.lower()})"
    return Oddity("N08", re.compile(pattern), "a word stands here twice", "take one of the two out")


_UNFILLED = (
    *("TODO", "todo", "FIXME", "TBD", "tbd", "TBC", "tbc", "XXX", "xxx", "xx", "TK"),
    *("Lorem ipsum", "lorem ipsum"),
)
# Words that nobody means twice in a row, as somebody may mean `that`.
_ONCE = ("the", "a", "an", "and", "or", "of", "to", "in", "for", "with", "from", "is", "are")
# Direction marks and joiners are not among these: honest text, right to left above all, needs them.
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = "\u00ad\u200b\u2011\u2060\ufb00-\ufb06\ufffc\ufffd\ue000-\uf8ff"
_BULLETS = "\u00b7\u2022\u2023\u2043\u25aa\u25cf\u25e6\u2713\u2714"
_ODDITIES = (
    _pasted(f"[{_BLANKS}{_HIDDEN}{_BULLETS}]"),
    Oddity("N05", re.compile(r"\t(?<=[^\s:]\t)(?=\S)"), "a tab stands here", "type a space"),
    _pasted("Ã[\u0080-\u00bf]"),
    _pasted("â€[\u0080-\u2122]"),
    _markup(
        r"</?(?:a|b|br|code|div|em|h[1-6]|i|img|li|ol|p|pre|script|span|strong|sub|sup|table|td|th|tr|"
        r"u|ul)\b[^<>\n]*>",
        "HTML",
    ),
    _markup(r"&(?:[A-Za-z]{2,8}|#\d+|#x[0-9A-Fa-f]+);", "HTML"),
    _markup(r"`(?<![\w`]`)[^`\n]+`", "Markdown"),
    _markup(r"\*\*\S[^*\n]*\*\*|\*(?<![\w*]\*)\w[^*\n]*\w\*(?![\w*])", "Markdown"),
    _markup(r"__(?<!\w__)\w[^_\n]*__", "Markdown"),
    _markup(r"\]\([^)\s]+\)", "Markdown"),
    _markup(r"\\[A-Za-z]+\{", "LaTeX"),
    _markup(r"\\[%&$#](?<!\\\\.)", "LaTeX"),
    _markup(r"\$[^$\n]*[\\^_{][^$\n]*\$", "LaTeX"),
    *(_blank(rf"{word}(?<!\w{word})\b") for word in _UNFILLED),
    _blank(r"\?\?\?"),
    _blank(r"\[(?:INSERT|insert|Insert|citation needed|Citation needed)\b[^\]\n]*\]?"),
    _blank("Error! Reference source not found"),
    _blank("#REF!"),
    *map(_twice, _ONCE),
    *(_twice(word.capitalize()) for word in _ONCE),
    Oddity("N08", re.compile(r"\.\.(?<![.]\.\.)(?![./])"), "two full stops", "take one out"),
    Oddity("N08", re.compile(r"  (?<=\S  ) *(?=[^\s#])"), "two spaces stand here", "take one out"),
    Oddity(
        "N08",
        re.compile(r" [,;.!?](?<=\w..)(?=\s|$)", re.MULTILINE),
        "a space stands before this sign",
        "take it out",
    ),
)
# Words of others, which stand as their source has them; ids and addresses are no texts.
_NOT_OURS = ("quotes",)


def odd_texts(folder: Folder) -> Iterator[Problem]:
    """Yield a note for each sign in the YAML files that looks pasted, or left over."""
    for name, file in folder.files.items():
        if name not in _NOT_OURS:
            yield from _odd_signs(file.marked.text, file.marked.file)


def _odd_signs(text: str, file: str) -> Iterator[Problem]:
    told: set[tuple[str, int]] = set()
    for odd in _ODDITIES:
        for found in odd.pattern.finditer(text):
            at = found.start()
            start = text.rfind("\n", 0, at) + 1
            is_comment = text[start:at].lstrip().startswith("#")
            if not is_comment and (odd.called, start) not in told:
                told.add((odd.called, start))  # a tag has an end tag, which is the same slip
                place = Place(file, text.count("\n", 0, at) + 1, at - start + 1)
                shown = _shown(found[0])
                message = f"{odd.called}: {shown}" if shown else odd.called
                yield Problem(place, odd.code, message, odd.fix)


def _shown(sign: str) -> str:
    """Return a sign as it can be read: by its name, if it cannot be seen."""
    if len(sign) == 1 and not sign.isascii():
        return f"{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}"
    return f"`{sign}`" if sign.strip() else ""

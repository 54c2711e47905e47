"""LaTeX, and the HTML that registries put into titles, to plain text; what cannot be is refused."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Any, cast

from theorybook.bibliography.html_in_titles import MEANT, without_html
from theorybook.bibliography.latex_signs import (
    ACCENTS,
    GREEK,
    MARKS_ALONE,
    NOT_PRINTED,
    SIGNS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    TYPE,
)

# Signs that nobody sees: control characters, those that turn the direction of writing, halves of
# characters, and what stands for a letter that was lost.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")
_SINGLE_QUOTES = re.compile(r"(?<![`\w\\!?])`(?![`\s])([^`'{}$\\]{1,200})(?<!\s)'(?!['\w])")
_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+)\*?\s*|\\(?P<sign>.)|(?P<ligature>---?|``|''|!`|\?`|,,)|(?P<other>[^\\])",
    re.DOTALL,
)
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "!`": "¡", "?`": "¿", ",,": "„"}
# Mathematics in dollars, as pandoc tells it from dollars: no space inside, no figure after it. If
# what is inside can be no sum of money, a figure can follow.
_MATHEMATICS = re.compile(r"\$?(?=\S)((?:[^$\\]|\\.){0,400}?(?:[^\s$\\]|\\.))\$\$?", re.DOTALL)
_NO_MONEY = re.compile(r"\W+|.*(?:\\[A-Za-z]|[_^<>=]).*", re.DOTALL)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_MOST_COMMANDS_IN_COMMANDS = 40
_ORDINALS = ("st", "nd", "rd", "th", "e", "er", "o", "a")


class LatexError(ValueError):
    """Something that has no plain text; the message says what, and what to do."""


def literal(text: str) -> str:
    """Return a text in LaTeX so that `plain` gives it back; HTML in it stays HTML."""
    return "".join(MEANT.get(sign, sign) for sign in text)


def plain(latex: str) -> str:
    """Return a text as people read it.

    Args:
        latex: the text as it stands in the file.

    Returns:
        The text, with single spaces. A bare `%`, `&`, `#`, `^` or `_` stands for itself.

    Raises:
        LatexError: there is a command in it that we do not know.
    """
    text = _Reader(_SINGLE_QUOTES.sub(r"‘\1’", without_html(_SPACE.sub(" ", latex)))).text()
    if HIDDEN.search(text):
        raise LatexError("has a sign by its number that nobody can see: take it out")
    return re.sub(" {2,}", " ", text).strip()


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, latex: str, in_mathematics: bool = False) -> None:
        self._latex = latex
        self._at = 0
        self._depth = 0
        self._in_mathematics = in_mathematics

    def text(self, until: str = "") -> str:
        """Read up to a closing brace, or to the end."""
        parts: list[str] = []
        while self._at < len(self._latex):
            if until and self._latex[self._at] == until:
                self._at += 1
                return "".join(parts)
            parts.append(self._next())
        return "".join(parts)

    def _next(self) -> str:
        """Read the next command, group or character."""
        match = _TOKEN.match(self._latex, self._at)
        if match is None:  # a backslash that ends the text
            raise LatexError("ends in a backslash: write the sign itself, or take it out")
        self._at = match.end()
        if match["command"] or match["sign"]:
            text = self._command(match["command"] or match["sign"])
            # Between words TeX swallows the space after a command; in mathematics people mean it.
            return f"{text} " if self._in_mathematics and match[0].endswith(" ") else text
        if match["ligature"]:
            return match[0] if self._in_mathematics else _LIGATURES[match[0]]
        return self._character(match[0])

    def _character(self, sign: str) -> str:
        if sign == "{":
            return self.text("}")
        if sign == "}":  # without its other, which BibTeX itself would refuse
            return ""
        if sign == "~":
            return "\xa0"
        if sign == "$":
            return self._mathematics() if not self._in_mathematics else ""
        if self._in_mathematics and sign in "^_":
            return _raised(self._group(), SUPERSCRIPTS if sign == "^" else SUBSCRIPTS)
        return "′" if self._in_mathematics and sign == "'" else sign

    def _mathematics(self) -> str:
        """Read up to the next `$`; one before a space, or alone, is a dollar."""
        match = _MATHEMATICS.match(self._latex, self._at)
        if not match or (self._is_figure(match.end()) and not _NO_MONEY.fullmatch(match[1])):
            return "$"
        self._at = match.end()
        return _Reader(match[1], in_mathematics=True).text()

    def _is_figure(self, at: int) -> bool:
        return self._latex[at : at + 1].isdigit()

    def _command(self, name: str) -> str:
        if name in ("(", "["):
            return self._between(name)
        if name in ACCENTS:
            return self._accent(name)
        if name in SIGNS or name in GREEK:
            return SIGNS.get(name) or GREEK.get(name, "")
        if name in TYPE:
            return self._typeset(name)
        if name in ("textsuperscript", "textsubscript"):
            table = SUPERSCRIPTS if name == "textsuperscript" else SUBSCRIPTS
            return _raised(self._group(), table)
        if name in ("enquote", "mkbibquote"):
            return f"“{self._group()}”"
        if name in NOT_PRINTED:
            self._group()
            return ""
        return self._structure(name)

    def _typeset(self, name: str) -> str:
        if name in ("texorpdfstring", "foreignlanguage"):  # the second group is the plain one
            self._group()
        if name == "ensuremath":
            return _Reader(self._raw_group(), in_mathematics=True).text()
        if name in ("url", "path", "nolinkurl"):
            return re.sub(r"\\(.)", r"\1", self._raw_group())
        text = self._group()
        if name in ("uppercase", "MakeUppercase"):
            return text.upper()
        return text.lower() if name in ("lowercase", "MakeLowercase") else text

    def _structure(self, name: str) -> str:
        if name == "href":
            self._raw_group()
            return self._group()
        if name in ("frac", "nicefrac", "sfrac", "tfrac"):
            return f"{self._group()}/{self._group()}"
        if name == "sqrt":
            return f"√{self._group()}"
        # It makes the codec "ulatex" known. To load it takes longer than to find a file that was
        # read before, and few commands get here.
        import latexcodec  # noqa: F401

        text = str(codecs.decode(cast("Any", f"\\{name} "), "ulatex"))
        if "\\" in text:
            cure = "write the sign it stands for, or take it out"
            raise LatexError(f"has the command `\\{name}`, which is not text: {cure}")
        return text.strip()

    def _between(self, opening: str) -> str:
        """Read mathematics up to the end of it, a backslash and a bracket."""
        end = self._latex.find("\\" + {"(": ")", "[": "]"}[opening], self._at)
        if end < 0:
            raise LatexError(f"has `\\{opening}` and no end of it: write what it says as text")
        inside, self._at = self._latex[self._at : end], end + 2
        return _Reader(inside, in_mathematics=True).text()

    def _accent(self, name: str) -> str:
        letters = self._group()
        if not letters.strip():
            return MARKS_ALONE.get(name, "")
        base = {"ı": "i", "ȷ": "j"}.get(letters[0], letters[0])
        return unicodedata.normalize("NFC", base + ACCENTS[name]) + letters[1:]

    def _group(self) -> str:
        """Read what a command is about: the next group, or the next character or command."""
        self._skip_space()
        if self._at >= len(self._latex) or self._latex[self._at] == "}":
            return ""
        if self._depth > _MOST_COMMANDS_IN_COMMANDS:
            raise LatexError("has commands in commands in commands: write it as plain text")
        self._depth += 1
        text = self._next()
        self._depth -= 1
        return text

    def _raw_group(self) -> str:
        """Return the next group as it is typed, such as an address."""
        self._skip_space()
        if not self._latex.startswith("{", self._at):
            return self._group()
        start, depth = self._at + 1, 0
        for sign in _BRACE.finditer(self._latex, self._at):
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
            if not depth and sign[0] == "}":
                self._at = sign.end()
                return self._latex[start : sign.start()]
        raise LatexError("has a group that does not end: put each brace's other")

    def _skip_space(self) -> None:
        while self._latex.startswith(" ", self._at):
            self._at += 1


def _raised(text: str, table: Any) -> str:
    """Return a text above or below the line, where Unicode has all of it; figures alone matter."""
    if text in _ORDINALS or (table is SUBSCRIPTS and not any(c.isdigit() for c in text)):
        return text
    if all(sign in table for sign in text):
        return "".join(table[sign] for sign in text)
    if table is SUBSCRIPTS or not any(c.isdigit() for c in text):
        return text
    raise LatexError(f"has `{text}` above the line, which plain text cannot show: write it out")

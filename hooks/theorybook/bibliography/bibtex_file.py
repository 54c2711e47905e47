"""A BibTeX file, taken apart into entries and fields, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from theorybook.bibliography.bibtex_faults import CLOSE, END_NOTE, FaultError, no_comma, outside
from theorybook.problems import Place, Problem

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LONGEST_FIELD = 50_000
_LONGEST_ABBREVIATION = 5_000
# How much longer all abbreviations, written out, may make a file.
_MOST_WRITTEN_OUT = 1_000_000
_DEEPEST = 30
_OUTSIDE = re.compile(r"%[^\n]*|@\s*(?P<type>[A-Za-z]\w*)\s*(?P<open>[{(])")
# Words outside entries, which BibTeX would pass over in silence.
_STRAY = re.compile(r"[^\s,;](?:[^\n@]*[^\n@ ])?")
_PART_OF_ENTRY = re.compile(r"\}|[A-Za-z]\w*\s*=\s*[{\"\w]")
_SPACE = re.compile(r"(?:\s|%[^\n]*(?:\n|$))*")
_KEY = re.compile(r"[^\s,{}=\"#%]+")
_NAME = re.compile(r"[A-Za-z][\w.:+/-]*")
_NUMBER = re.compile(r"\d+", re.ASCII)
_BRACE = re.compile(r"[{}]")
_BRACE_OR_MARK = re.compile(r"[{}\"]")
# A line that starts an entry: where one stands inside a text, the entry before it did not end.
_ENTRY_LINE = re.compile(r"^[ \t]*@\s*[A-Za-z]\w*\s*[{(]\s*[^\s,{}()=\"]+\s*,", re.MULTILINE)
_ENTRY_AND_FIELD = re.compile(_ENTRY_LINE.pattern + r"\s*[A-Za-z]\w*\s*=", re.MULTILINE)
# What follows a text that ended where it should, even if an entry is quoted in it.
_NEXT_FIELD = re.compile(r"\s*,\s*[A-Za-z]\w*\s*=")
_ENDS = {"{": "}", "(": ")"}


@dataclass(frozen=True)
class Entry:
    """One entry: its type in small letters, and the fields as typed, by names in small letters."""

    type: str
    key: str
    place: Place
    fields: Mapping[str, str]
    places: Mapping[str, Place]


@dataclass
class BibtexFile:
    """What a file holds: its entries in order, and what of it cannot be read."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_bibtex(text: str, file: str) -> BibtexFile:
    """Take a BibTeX file apart.

    A `%` starts a comment between entries and between fields; in a text it is a per cent sign.

    Args:
        text: what the file holds.
        file: the name that places carry.

    Returns:
        The entries that can be read, and one problem (B01) for each that cannot.
    """
    return _Parser(text, file).read()


class _Parser:
    """Reads from left to right, and goes on with the next entry after a fault."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._at = 0
        self._start = 0
        self._written_out = 0
        self._has_told_of_length = False
        self._abbreviations = {name[:3].lower(): name for name in _MONTHS}
        self._found = BibtexFile()

    def read(self) -> BibtexFile:
        while match := self._next_command():
            self._start = match.start()
            self._at = match.end()
            try:
                self._command(match["type"].lower(), match["open"])
            except FaultError as fault:
                self._tell(fault)
                self._at = self._next_entry(self._start + 1)
        return self._found

    def _next_command(self) -> re.Match[str] | None:
        """Find the next `@type{`, and tell of what stands before it and belongs to an entry."""
        while match := _OUTSIDE.search(self._text, self._at):
            if END_NOTE.match(match[0]):
                self._tell(outside(match.start(), match[0]))
                self._at = match.end()
            elif not self._tells_of_stray_text(match.start()):
                self._at = match.end()
                if match["type"]:
                    return match
        self._tells_of_stray_text(len(self._text))
        return None

    def _tells_of_stray_text(self, end: int) -> bool:
        stray = _STRAY.search(self._text, self._at, end)
        if not stray:
            return False
        if not _PART_OF_ENTRY.match(stray[0]):
            self._tell(outside(stray.start(), stray[0]))
            self._at = end
            return True
        at, reason = stray.start(), "this stands outside any entry"
        fix = "look for an `@type{` that is gone"
        if self._found.entries and self._found.entries[-1].place == self._place(self._start):
            # What an entry lacks that ends too soon is not told as well.
            self._found.entries.pop()
            at, line = self._start, self._place(self._at).line
            reason = f"this entry ends in line {line}, and more of it follows"
            fix = f"take out the brace that is one too many, in line {line} or before"
        self._tell(FaultError(at, reason, fix))
        self._at = self._next_entry(stray.end())
        return True

    def _next_entry(self, after: int) -> int:
        line = _ENTRY_LINE.search(self._text, after)
        return line.start() if line else len(self._text)

    def _tell(self, fault: FaultError) -> None:
        message = f"the bibliography cannot be read here: {fault.reason}"
        self._found.problems.append(Problem(self._place(fault.at), "B01", message, fault.fix))

    def _place(self, at: int) -> Place:
        line = bisect_right(self._lines, at)
        return Place(self._file, line, at - self._lines[line - 1] + 1)

    def _command(self, type_: str, opening: str) -> None:
        end = _ENDS[opening]
        if type_ == "comment":
            self._skip_comment(opening, end)
        elif type_ == "preamble":
            self._value()
            self._expect(end, "the end of this `@preamble`")
        elif type_ == "string":
            self._abbreviation()
            self._expect(end, "the end of this `@string`")
        else:
            self._entry(type_, end)

    def _skip_comment(self, opening: str, end: str) -> None:
        depth = 1
        for sign in re.compile(f"[{re.escape(opening + end)}]").finditer(self._text, self._at):
            depth += 1 if sign[0] == opening else -1
            if not depth:
                self._at = sign.end()
                return

    def _abbreviation(self) -> None:
        name = self._name("the name of an abbreviation")
        self._expect("=", "`=`")
        at = self._at
        value = self._value()
        # What uses one that is refused is not told as well.
        self._abbreviations[name.lower()] = value[:_LONGEST_ABBREVIATION]
        if len(value) > _LONGEST_ABBREVIATION and not self._has_told_of_length:
            self._has_told_of_length = True
            fix = "write it out where it is used; an abbreviation is for a short name"
            self._tell(
                FaultError(at, f"the abbreviation `{name}` is too long when written out", fix)
            )

    def _entry(self, type_: str, end: str) -> None:
        self._skip_space()
        match = _KEY.match(self._text, self._at)
        at = self._at
        if not match or (end == ")" and match[0].startswith(")")):
            raise FaultError(self._start, "this entry has no key", f"write one after `@{type_}{{`")
        key = match[0].rstrip(")") if end == ")" else match[0]
        self._at += len(key)
        self._skip_space()
        if self._text[self._at : self._at + 1] == "=":
            raise FaultError(at, "this entry has no key", f"write one, and a comma, before `{key}`")
        # What is wrong with an entry as a whole is told at its key.
        self._start, place = at, self._place(at)
        fields, places = self._fields(end)
        self._found.entries.append(Entry(type_, key, place, fields, places))

    def _fields(self, end: str) -> tuple[dict[str, str], dict[str, Place]]:
        fields: dict[str, str] = {}
        places: dict[str, Place] = {}
        while not self._is_at(end):
            self._comma(fields, end)
            if self._is_at(end):
                break
            at = self._at
            name = self._name("the name of a field, or the end of this entry").lower()
            self._expect("=", f"`=` after `{name}`")
            value = self._value()
            if name in fields:
                raise FaultError(at, f"`{name}` stands twice in this entry", "keep one of the two")
            fields[name], places[name] = value, self._place(at)
        return fields, places

    def _is_at(self, sign: str) -> bool:
        self._skip_space()
        if self._text.startswith(sign, self._at):
            self._at += len(sign)
            return True
        return False

    def _comma(self, fields: dict[str, str], end: str) -> None:
        if not self._is_at(","):
            if self._at >= len(self._text) or self._text[self._at] == "@":
                raise FaultError(self._start, "this entry does not end", CLOSE)
            raise no_comma(self._text, self._at, next(reversed(fields), ""), end)
        while self._is_at(","):
            pass

    def _expect(self, sign: str, what: str) -> None:
        if not self._is_at(sign):
            if self._at >= len(self._text):
                raise FaultError(self._start, "this entry does not end", CLOSE)
            raise FaultError(self._at, f"{what} is missing", "put it there")

    def _name(self, what: str) -> str:
        self._skip_space()
        match = _NAME.match(self._text, self._at)
        if not match:
            if self._at >= len(self._text):
                raise FaultError(self._start, "this entry does not end", CLOSE)
            fix = "look at the braces, quotation marks and commas just before it"
            raise FaultError(self._at, f"{what} should stand here", fix)
        self._at = match.end()
        return match[0]

    def _value(self) -> str:
        """Read texts, numbers and abbreviations, with `#` between them."""
        parts = [self._part()]
        while self._is_at("#"):
            parts.append(self._part())
        if sum(map(len, parts)) > _LONGEST_FIELD:
            fix = f"keep each field under {_LONGEST_FIELD:,} characters"
            raise FaultError(self._start, "a field of this entry is too long", fix)
        return "".join(parts)

    def _part(self) -> str:
        self._skip_space()
        sign, at = self._text[self._at : self._at + 1], self._at
        if sign == "{":
            return self._braced()
        if sign == '"':
            return self._quoted()
        if number := _NUMBER.match(self._text, at):
            self._at = number.end()
            return number[0]
        name = self._name("a text in braces")
        if name.lower() not in self._abbreviations:
            fix = "put braces round it, or add an `@string` for it above"
            raise FaultError(at, f"`{name}` is neither a text nor an abbreviation", fix)
        value = self._abbreviations[name.lower()]
        self._written_out += len(value)
        if self._written_out > _MOST_WRITTEN_OUT and self._has_told_of_length:
            return ""
        if self._written_out > _MOST_WRITTEN_OUT:
            fix = "take out abbreviations that are made of abbreviations"
            raise FaultError(at, "the abbreviations are too long when written out", fix)
        return value

    def _braced(self) -> str:
        start, depth = self._at + 1, 0
        for sign in _BRACE.finditer(self._text, self._at):
            depth = self._deeper(depth, sign)
            if not depth:
                return self._taken(start, sign)
        raise FaultError(self._start, "this entry does not end", CLOSE)

    def _quoted(self) -> str:
        start, depth = self._at + 1, 0
        for sign in _BRACE_OR_MARK.finditer(self._text, start):
            if sign[0] == '"' and not depth:
                return self._taken(start, sign)
            depth = self._deeper(depth, sign)
            if depth < 0:
                break
        fix = "put the quotation mark that ends it, or use braces"
        raise FaultError(self._at, "a text in quotation marks does not end", fix)

    def _deeper(self, depth: int, sign: re.Match[str]) -> int:
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth > _DEEPEST:
            fix = "take out braces that are not needed"
            raise FaultError(sign.start(), f"there are more than {_DEEPEST} braces in braces", fix)
        return depth

    def _taken(self, start: int, sign: re.Match[str]) -> str:
        goes_on = _NEXT_FIELD.match(self._text, sign.end())
        if not goes_on and _ENTRY_AND_FIELD.search(self._text, start, sign.start()):
            raise FaultError(self._start, "this entry does not end before the next one", CLOSE)
        self._at = sign.end()
        return self._text[start : sign.start()]

    def _skip_space(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at


def places_of(pattern: re.Pattern[str], text: str, file: str) -> Iterator[tuple[Place, str]]:
    """Yield each place where a pattern stands in a text, and what stands there."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    for match in pattern.finditer(text):
        line = bisect_right(lines, match.start())
        yield Place(file, line, match.start() - lines[line - 1] + 1), match[0]

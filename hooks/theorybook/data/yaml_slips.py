"""What somebody did where a file is no YAML: the parser says where it gave up, and no more.

A parser gives up where a slip makes no sense any more, which can be many lines below it. So each
rule here looks for one slip that people make, at the line where the parser gave up and just above.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

_FIELD = re.compile(r"^(?P<indent>\s*)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_]\w*)(?P<rest>.*)$")
_KEYS = re.compile(r"(?:^ *(?:- +)*|[{,] *)([a-z_]+):(?=\s|$)", re.MULTILINE)
# Where a quoted text can start: at a value, an item, or inside brackets.
_QUOTED = re.compile(r"""(?:: +|^ *(?:- +)+|[\[{] *|[\[{].*, *)(["'])""")
_ODD_BLANK = re.compile(r"[^\S\n\t ]")
# How far above the place where the parser gave up a slip is looked for.
_ABOVE = 3
_QUOTES = 'straight quotation marks, such as `"so"`'
_CURLY = "“”„‟‘’‚‛«»"


@dataclass(frozen=True)
class Slip:
    """A slip: line and column, counted from 1, what is wrong, and the cure."""

    line: int
    column: int
    reason: str
    fix: str


@dataclass(frozen=True)
class GivenUp:
    """A text, and where the parser gave up: line and column counted from 0, and in what."""

    text: str
    line: int
    column: int
    within: str = ""
    opened: tuple[int, int] | None = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every name of a field that the file has."""
        return frozenset(_KEYS.findall(self.text))

    @property
    def here(self) -> str:
        """The line where the parser gave up."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def sign(self, line: int, column: int) -> str:
        """Return the sign at a spot, or nothing."""
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    @property
    def near(self) -> list[tuple[int, str]]:
        """That line and those just above it, the last one first; comments are passed over."""
        start = max(0, self.line - _ABOVE)
        found = [*enumerate(self.lines)][start : self.line + 1]
        return [(n, line) for n, line in reversed(found) if not line.lstrip().startswith("#")]


def find_slip(where: GivenUp) -> Slip | None:
    """Return the slip that a parser stumbled over, or None where no rule knows it."""
    return next((slip for rule in _RULES for slip in rule(where)), None)


def _odd_blank(where: GivenUp) -> Iterator[Slip]:
    """Yield blanks that look like a space and are none, where YAML wants one."""
    for number, line in where.near:
        lead = re.match(r"\s*(?:-\s+)*(?:\w+:\s*)?", line)
        found = _ODD_BLANK.search(lead[0]) if lead else None
        if found:
            name = unicodedata.name(found[0], "odd blank").lower()
            reason = f"a {name} stands here, which looks like a space and is none"
            fix = "type a plain space in its place; such blanks come along when text is pasted"
            yield Slip(number + 1, found.start() + 1, reason, fix)


def _tab(where: GivenUp) -> Iterator[Slip]:
    for number, line in where.near:
        lead = re.match(r"\s*", line)
        if lead and "\t" in lead[0] and line.strip():
            at = line.index("\t")
            yield Slip(number + 1, at + 1, "a tab stands here", "indent with spaces, two a level")


def _unclosed_quote(where: GivenUp) -> Iterator[Slip]:
    """Yield a quotation mark that swallows the fields below it: it has no partner of its own."""
    number = 0
    while number <= min(where.line, len(where.lines) - 1):
        line = where.lines[number]
        for found in _QUOTED.finditer(line):
            sign, at = found[1], found.start(1)
            if _end_of_quoted(line, at, sign) >= 0:
                continue
            end = _line_of_end(where, number, sign)
            if end >= where.line and _swallows_fields(where, number, sign):
                reason = f"the quotation mark `{sign}` that opens here is not closed"
                yield Slip(number + 1, at + 1, reason, f"put `{sign}` at the end of the text")
                return
            number = end
            break
        number += 1


def _end_of_quoted(line: str, at: int, sign: str) -> int:
    """Return where the quoted text that starts in a line ends in it, or -1."""
    whole = r"'(?:[^']|'')*'" if sign == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.compile(whole).match(line, at)
    return found.end() if found else -1


def _swallows_fields(where: GivenUp, number: int, sign: str) -> bool:
    """Whether the text goes on over a line that starts a field, and stands no farther in."""
    indent = _indent(where.lines[number])
    for line in where.lines[number + 1 :]:
        found = _FIELD.match(line)
        if line.strip() and _indent(line) <= indent:
            return not found or found["rest"].startswith(":") or bool(found["dash"])
        if found and found["key"] in where.keys and found["rest"].startswith(":"):
            return True
        if sign in line:
            return False
    return True


def _line_of_end(where: GivenUp, number: int, sign: str) -> int:
    below = enumerate(where.lines[number + 1 :], number + 1)
    return next((n for n, line in below if sign in line), len(where.lines))


def _indent(line: str) -> int:
    """Return how far in a line starts; a dash counts as the spaces that stand for it."""
    lead = re.match(r" *(?:- +)*", line)
    return len(lead[0]) if lead else 0


def _quote_inside(where: GivenUp) -> Iterator[Slip]:
    """Yield a quoted text that a mark of its own kind ends too soon."""
    for found in _QUOTED.finditer(where.here):
        sign, start = found[1], found.start(1)
        end = _end_of_quoted(where.here, start, sign)
        if start < end <= where.column and where.here[end : where.column].strip() == "":
            other = "`''`" if sign == "'" else '`\\"`'
            reason = f"the text ends at this `{sign}`, and more of it follows"
            fix = f"write {other} for a mark inside the text, or put the other kind round it"
            yield Slip(where.line + 1, end, reason, fix)
            return


def _lost_behind_number_sign(where: GivenUp) -> Iterator[Slip]:
    for number, line in where.near[1:2]:
        if " #" in line:
            fix = f"put {_QUOTES} round the text"
            reason = "the text behind ` #` is a comment to YAML, and is lost"
            yield Slip(number + 1, line.index(" #") + 2, reason, fix)


def _colon_slips(where: GivenUp) -> Iterator[Slip]:
    """Yield a field whose colon is missing, or has no space behind it."""
    for number, line in where.near:
        found = _FIELD.match(line)
        if not found or not (found["key"] in where.keys or number + 1 == _simple_key(where)):
            continue
        key, rest, at = found["key"], found["rest"], found.start("key") + 1
        if rest.startswith(":") and rest[1:2].strip():
            yield Slip(
                number + 1, at, f"no space stands after `{key}:`", "put a space after the colon"
            )
        elif rest.lstrip()[:1] in ("=", ";", "：", "﹕", "∶") and rest.strip():
            sign = rest.lstrip()[0]
            reason = f"`{sign}` stands after `{key}` in place of a colon"
            yield Slip(number + 1, at, reason, f"write `{key}: ` and then the value")
        elif rest[:1] == " " and not re.search(r":(\s|$)", rest):
            reason = f"the colon after `{key}` is missing"
            yield Slip(number + 1, at, reason, f"write `{key}: ` and then the value")


def _simple_key(where: GivenUp) -> int:
    """Return the line, counted from 1, of something that should be a name with a colon, or 0."""
    return where.opened[0] + 1 if "simple key" in where.within and where.opened else 0


def _no_space_after_dash(where: GivenUp) -> Iterator[Slip]:
    for number, line in where.near:
        found = re.match(r"(\s*)-(\w+):", line)
        if found and found[2] in where.keys:
            reason = "no space stands after the dash"
            yield Slip(number + 1, len(found[1]) + 1, reason, "put a space after the dash")


def _odd_dash(where: GivenUp) -> Iterator[Slip]:
    for number, line in where.near:
        found = re.match(r"\s*([–—−•·*])\s+(?=\S)", line)
        if found:
            fix = "start the item with a dash and a space, both plain"
            reason = f"`{found[1]}` starts no item of a list"
            yield Slip(number + 1, found.start(1) + 1, reason, fix)


def _colon_in_text(where: GivenUp) -> Iterator[Slip]:
    """Yield a text with a colon and a space in it, and no quotation marks round it."""
    before = where.here[: where.column]
    last = re.search(r"(\w+)$", before)
    if where.here[where.column : where.column + 1] != ":" or not last:
        return
    value = re.search(r":\s+(?=\S)", before)
    sign = where.here[value.end()] if value else ""
    if "flow" in where.within:
        if where.opened and where.opened[0] < where.line:
            return
        if last[1] in where.keys:
            reason = f"a comma is missing before `{last[1]}:`"
            at = last.start() + 1
            yield Slip(where.line + 1, at, reason, "put a comma between two fields")
            return
    elif not value and (last[1] in where.keys or before.strip() == f"- {last[1]}"):
        return
    if sign and sign in _CURLY and value:
        reason = f"curly quotes such as {sign} do not count for YAML"
        yield Slip(where.line + 1, value.end() + 1, reason, f"put {_QUOTES} round the text as well")
    else:
        reason = "this text holds a colon and a space, which YAML takes for a field"
        yield Slip(where.line + 1, where.column + 1, reason, f"put {_QUOTES} round the whole text")


def _starts_with_sign(where: GivenUp) -> Iterator[Slip]:
    """Yield a text whose first sign means something to YAML."""
    for found in re.finditer(r"(?:: +|- +|, *)([@`%*&!|>\[{])", where.here):
        sign, at = found[1], found.start(1)
        if sign in "|>" and at < where.column:
            fix = f"start the text in the line below, or put {_QUOTES} round it"
            yield Slip(
                where.line + 1, at + 1, f"nothing may stand behind `{sign}` in its line", fix
            )
        elif sign in "[{" and where.here[where.column :].strip() == ",":
            reason = "a comma stands behind the bracket that ends this"
            yield Slip(where.line + 1, where.column + 1, reason, "take the comma out")
        elif at <= where.column and "flow" not in where.within:
            reason = f"a text cannot start with `{sign}`"
            yield Slip(where.line + 1, at + 1, reason, f"put {_QUOTES} round the text")


def _backslash(where: GivenUp) -> Iterator[Slip]:
    if "quoted scalar" in where.within and where.here[where.column : where.column + 1] == "\\":
        fix = "write `\\\\` for it, or put single quotation marks round the text"
        reason = "a `\\` means something in double quotation marks"
        yield Slip(where.line + 1, where.column + 1, reason, fix)


def _open_bracket(where: GivenUp) -> Iterator[Slip]:
    """Yield a bracket that is not closed: the one that the parser names, or the last in a line."""
    if "flow" not in where.within or not where.opened:
        return
    spots = [where.opened, *((n, len(line.rstrip()) - 1) for n, line in where.near if line.strip())]
    for line, column in spots:
        sign = where.sign(line, column)
        if sign in ("[", "{"):
            end = "]" if sign == "[" else "}"
            fix = f"put `{end}` where the list ends, and commas between its items"
            yield Slip(line + 1, column + 1, f"the `{sign}` that opens here is not closed", fix)
            return


def _indentation(where: GivenUp) -> Iterator[Slip]:
    """Yield a line that starts farther in, or less far, than those beside it."""
    found = _FIELD.match(where.here)
    if not found or (found["key"] not in where.keys and not found["dash"]):
        return
    own = _indent(where.here)
    above = next((line for _, line in where.near[1:] if line.strip()), "")
    if above and _indent(above) != own:
        lead = f"this line starts after {_spaces(own)}"
        reason = f"{lead}, and the one above after {_spaces(_indent(above))}"
        fix = "start it as far in as the fields that it belongs to"
        yield Slip(where.line + 1, own + 1, reason, fix)


def _spaces(count: int) -> str:
    return f"{count} space" if count == 1 else f"{count} spaces"


_RULES: tuple[Callable[[GivenUp], Iterator[Slip]], ...] = (
    _tab,
    _odd_blank,
    _unclosed_quote,
    _quote_inside,
    _backslash,
    _colon_slips,
    _no_space_after_dash,
    _odd_dash,
    _lost_behind_number_sign,
    _colon_in_text,
    _starts_with_sign,
    _open_bracket,
    _indentation,
)

"""Colons that are missing, stand in a text, or have no space behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theorybook.data.slips.given_up import FIELD, QUOTES, GivenUp, Slip

_CURLY = "“”„‟‘’‚‛«»"


def _after_name(where: GivenUp) -> Iterator[Slip]:
    """Yield a field whose colon is missing, or has no space behind it."""
    for number, line in where.near:
        found = FIELD.match(line)
        if not found or not (found["key"] in where.keys or _is_first(where, number)):
            continue
        key, rest, at = found["key"], found["rest"], found.start("key") + 1
        if rest.startswith(":") and rest[1:2].strip():
            reason = f"no space stands after `{key}:`"
            yield Slip(number + 1, at, reason, "put a space after the colon")
        elif rest.lstrip()[:1] in ("=", ";", "：", "﹕", "∶") and rest.strip():
            sign = rest.lstrip()[0]
            reason = f"`{sign}` stands after `{key}` in place of a colon"
            yield Slip(number + 1, at, reason, f"write `{key}: ` and then the value")
        elif rest[:1] in ("", " ") and not re.search(r":(\s|$)", rest):
            fix = f"write `{key}: ` and then the value" if rest.strip() else f"write `{key}:`"
            yield Slip(number + 1, at, f"the colon after `{key}` is missing", fix)


def _is_first(where: GivenUp, number: int) -> bool:
    """Whether a line is the first of a file, which says what list it holds."""
    return not where.above(number)


def _in_text(where: GivenUp) -> Iterator[Slip]:
    """Yield a text with a colon and a space in it, and no quotation marks round it."""
    before = where.here[: where.column]
    last = re.search(r"(\w+)$", before)
    if where.sign(where.line, where.column) != ":" or not last:
        return
    value = re.search(r":\s+(?=\S)", before)
    if "flow" in where.within:
        if where.opened and where.opened[0] < where.line:
            return
        if last[1] in where.keys:
            reason = f"a comma is missing before `{last[1]}:`"
            at = last.start() + 1
            yield Slip(where.line + 1, at, reason, "put a comma between two fields")
            return
    elif value and last[1] in where.keys:
        yield _two_fields(where, before[: value.start()], last)
        return
    elif not value and (last[1] in where.keys or before.strip() == f"- {last[1]}"):
        return
    if value and where.here[value.end()] in _CURLY:
        reason = f"curly quotes such as {where.here[value.end()]} do not count for YAML"
        yield Slip(where.line + 1, value.end() + 1, reason, f"put {QUOTES} round the text as well")
    else:
        reason = "this text holds a colon and a space, which YAML takes for a field"
        yield Slip(where.line + 1, where.column + 1, reason, f"put {QUOTES} round the whole text")


def _two_fields(where: GivenUp, start: str, last: re.Match[str]) -> Slip:
    """Tell of two fields in one line: without braces, or joined by a line break that is lost."""
    name, first = last[1], start.strip().lstrip("-( ")
    joint = where.here[: last.start()].rstrip()[-1:]
    if joint == "," and not first.startswith("{"):
        at = len(start) - len(first) + 1
        reason = f"`{first}:` and `{name}:` stand in one line, and no braces stand round them"
        return Slip(where.line + 1, at, reason, _braces_for(where.here, start))
    reason = f"`{name}:` stands inside the text of `{first}:`"
    fix = f"start it on a line of its own, as far in as `{first}:`; or, if it belongs to the text"
    return Slip(where.line + 1, last.start() + 1, reason, f"{fix}, put {QUOTES} round all of it")


def _braces_for(line: str, start: str) -> str:
    opening = "write `{` in place of `(`" if "(" in start else "put `{` before the first field"
    if line.rstrip().endswith("}"):
        return opening
    closing = "and `}` in place of `)`" if line.rstrip().endswith(")") else "and `}` at the end"
    return f"{opening}, {closing}"


RULES = (_after_name, _in_text)

"""What looks like a link or a footnote on a hand-written page, and is shown as it is typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from theorybook.data.markdown_links import labels_in, plain_lines, unclosed_links

# What nobody would put in brackets behind others, but where a link leads.
_PARTED = re.compile(
    r"(?<!\\)\[[^\[\]]+\](?P<at> +)\((?:(?:https?://|\.{1,2}/|#)[^\s()]+|[^\s()]+\.md(?:#[^\s()]*)?)\)"
)
# A citation has an at sign, and a footnote a roof.
_LABELED = re.compile(r"(?<!\\)\[(?P<words>[^\[\]@^][^\[\]]*)\]\[(?P<label>[^\[\]@^]*)\]")
_FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\s]+)\]")
_FOOTNOTE_BELOW = re.compile(r"^ {0,3}\[\^(?P<label>[^\]\s]+)\]:")
_CODE_BY_INDENT = ("    ", "\t")


@dataclass(frozen=True)
class MarkdownSlip:
    """A slip: its place on the page, what is wrong, and the cure."""

    line: int
    column: int
    message: str
    fix: str


def slips_in(text: str) -> Iterator[MarkdownSlip]:
    """Yield each link and footnote of a page that Markdown does not take for one."""
    labels = labels_in(text)
    notes = {f[1] for _, line in plain_lines(text) if (f := _FOOTNOTE_BELOW.match(line))}
    for number, line in plain_lines(text):
        if line.startswith(_CODE_BY_INDENT):
            continue
        for start in unclosed_links(line):
            fix = "put `)` behind its address, on the same line"
            yield MarkdownSlip(number, start + 1, "nothing closes this link", fix)
        for found in _PARTED.finditer(line):
            message = "a space stands between the words of a link and its address"
            fix = r"take it out; if this is to be no link, write `\[` in place of `[`"
            yield MarkdownSlip(number, found.start("at") + 1, message, fix)
        yield from _unknown_labels(line, number, labels)
        yield from _unknown_notes(line, number, notes)


def _unknown_labels(line: str, number: int, labels: Collection[str]) -> Iterator[MarkdownSlip]:
    for found in _LABELED.finditer(line):
        label = found["label"] or found["words"]
        if label.lower() not in labels:
            message = f"no line of this page says where the link `[{label}]` leads"
            fix = f"add the line `[{label}]: ` with its address at the end of the page"
            yield MarkdownSlip(number, found.start() + 1, message, fix)


def _unknown_notes(line: str, number: int, notes: Collection[str]) -> Iterator[MarkdownSlip]:
    for found in _FOOTNOTE.finditer(line):
        if found["label"] not in notes:
            label = found[0]
            message = f"no line of this page says what stands in the footnote `{label}`"
            fix = f"add the line `{label}: ` with its words at the end of the page"
            yield MarkdownSlip(number, found.start() + 1, message, fix)

"""What stands on a handout, whatever it is of, and how it is read from HTML.

A template writes the HTML, so that words stand in templates alone. It knows few elements: `h1`
once; then each `section` with its `h2` and its `p`; then a `footer` of `p`. A `b` at the start of a
`p` is what it is about. `data-voice` says whose voice it is; the class `unread` marks what is not
known; `data-cut` numbers what is left out first where all of it does not fit, from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html.parser import HTMLParser

# Elements whose text is kept; what stands in any other is part of what is around it.
_WITH_TEXT = frozenset({"header", "h1", "h2", "p", "b"})


@dataclass(frozen=True)
class Block:
    """A paragraph: what it is about, what it says, whose voice it is, and if it is not known.

    It has no voice of its own where its section speaks in one.
    """

    lead: str = ""
    text: str = ""
    voice: str = ""
    unread: bool = False
    cut: int = 0


@dataclass(frozen=True)
class Section:
    """A part of a handout, below its own heading; its voice, if all of it speaks in one."""

    heading: str
    voice: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Handout:
    """What a handout says.

    `title` is its heading; `above` stands over it; `foot` says what it is a handout of; `check` is
    the address that tells if it is still current, and `check_in_words` the same for those who do
    not see the code; `if_changed` is for whoever changes a copy.
    """

    title: str
    above: str
    sections: tuple[Section, ...]
    foot: tuple[str, ...]
    check: str
    check_in_words: str
    if_changed: str

    @property
    def cuts(self) -> tuple[int, ...]:
        """The numbers of what can be left out, in that order; 0 stands for nothing."""
        found = {block.cut for section in self.sections for block in section.blocks}
        return tuple(sorted({0, *found}))


def read_handout(html: str) -> Handout:
    """Read a handout from what a template wrote."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Handout(
        title=reader.said("h1"),
        above=reader.said("header"),
        sections=tuple(_section(heading, blocks) for heading, blocks in reader.sections),
        foot=tuple(block.text for block in reader.foot),
        check=reader.footer["data-check"],
        check_in_words=reader.footer["data-alt"],
        if_changed=reader.footer["data-changed"],
    )


def _section(heading: str, blocks: list[Block]) -> Section:
    """Return a section whose voice, where it has one, stands in it once."""
    voices = {block.voice for block in blocks}
    if len(voices) > 1:
        return Section(heading, "", tuple(blocks))
    return Section(heading, "".join(voices), tuple(replace(block, voice="") for block in blocks))


class _Reader(HTMLParser):
    """Gathers the text of each element that a handout knows."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[tuple[str, list[Block]]] = []
        self.foot: list[Block] = []
        self.footer: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._open = ""
        self._block = Block()

    def said(self, element: str) -> str:
        """Return the text of an element, in one line."""
        return " ".join(self._texts.get(element, "").split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = {name: value or "" for name, value in attrs}
        if tag in _WITH_TEXT:
            self._open, self._texts[tag] = tag, ""
        match tag:
            case "p":
                self._texts["b"] = ""
                self._block = Block(
                    voice=given.get("data-voice", ""),
                    unread=given.get("class") == "unread",
                    cut=int(given.get("data-cut", "0")),
                )
            case "footer":
                self.footer = given

    def handle_endtag(self, tag: str) -> None:
        """End an element, and keep what it says."""
        match tag:
            case "h2":
                self.sections.append((self.said("h2"), []))
            case "p":
                block = replace(self._block, lead=self.said("b"), text=self.said("p"))
                (self.foot if self.footer else self.sections[-1][1]).append(block)
        if tag in _WITH_TEXT:
            self._open = "p" if tag == "b" else ""

    def handle_data(self, data: str) -> None:
        """Keep a piece of text."""
        if self._open:
            self._texts[self._open] += data

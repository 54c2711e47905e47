"""HTML written back as the Markdown that somebody would have typed: the same words, no raw HTML.

What has no words (pictures drawn in the page, fields, buttons) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

Link = Callable[[str], str]

_NO_WORDS = frozenset(
    ("script", "style", "svg", "template", "input", "button", "select", "textarea", "noscript")
)
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption",
     "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend",
     "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul")
)  # fmt: skip
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "code": "`"}
_SIGNS = re.compile(r"([\\*_`\[\]<>{}~|^])")
_START = re.compile(r"^(\s*)([#+>:=?!-]|\d+[.)])", re.MULTILINE)
_INDENTED = ("li", "dd", "details", "blockquote")
_INDENT = " " * 4


class MarkdownWriter:
    """Writes parts of a page as Markdown.

    Args:
        link: returns the address to write for one that stands in the page.
    """

    def __init__(self, link: Link) -> None:
        self._link = link
        self._special: dict[str, Callable[[HtmlElement], list[str]]] = {
            "ul": lambda element: self._list(element, lambda _: "-   "),
            "ol": lambda element: self._list(element, lambda number: f"{number}.".ljust(4)),
            "dl": self._definitions,
            "table": self._table,
            "details": self._fold,
            "blockquote": lambda element: [_behind("> ", self.text(element))],
            "pre": lambda element: [f"```\n{element.text_content().rstrip()}\n```"],
            "hr": lambda _: ["---"],
        }

    def text(self, element: HtmlElement) -> str:
        """Return all that stands in an element, as Markdown."""
        return "\n\n".join(self._inside(element))

    def _inside(self, element: HtmlElement) -> Iterator[str]:
        """Yield the blocks in an element; words between them are a paragraph each."""
        run = [_plain(element.text)]
        for child in element:
            if _is_block(child):
                yield from _paragraph(run)
                yield from self._block(child)
                run = [_plain(child.tail)]
            else:
                run += [self._inline(child), _plain(child.tail)]
        yield from _paragraph(run)

    def _block(self, element: HtmlElement) -> list[str]:
        if re.fullmatch("h[1-6]", element.tag):
            return self._heading(element)
        special = self._special.get(element.tag)
        return special(element) if special else [*self._inside(element)]

    def _heading(self, element: HtmlElement) -> list[str]:
        words = self._line(element)
        # Material's search cannot read a heading in an item of a list.
        if next(element.iterancestors(*_INDENTED), None) is not None:
            return [f"**{words}**"]
        anchor = element.get("id")
        return [f"{'#' * int(element.tag[1])} {words}{f' {{ #{anchor} }}' if anchor else ''}"]

    def _list(self, element: HtmlElement, mark: Callable[[int], str]) -> list[str]:
        items = [self.text(item) for item in element if item.tag == "li"]
        return ["\n".join(_behind(mark(n), item) for n, item in enumerate(items, 1) if item)]

    def _definitions(self, element: HtmlElement) -> list[str]:
        blocks: list[str] = []
        for child in element:
            if child.tag == "div":
                blocks += self._definitions(child)
            elif child.tag == "dt":
                blocks.append(self._line(child))
            elif child.tag == "dd":
                blocks.append(_behind(":   ", self.text(child)))
        return blocks

    def _table(self, element: HtmlElement) -> list[str]:
        rows = [
            [self._line(cell) for cell in row if cell.tag in ("th", "td")]
            for row in element.iter("tr")
        ]
        width = max(map(len, rows), default=0)
        lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
        captions = [self._line(caption) for caption in element.iter("caption")]
        table = "\n".join([*lines[:1], "|---" * width + "|", *lines[1:]])
        return [*captions, *([table] if width else [])]

    def _fold(self, element: HtmlElement) -> list[str]:
        """Write what folds as an admonition that folds."""
        (title,) = [self._line(part).replace('"', "'") for part in element.iter("summary")][:1]
        rest = [part for part in element if part.tag != "summary"]
        blocks = [block for part in rest for block in self._part(part)]
        return [f'??? note "{title}"\n' + _indented("\n\n".join(blocks))]

    def _part(self, element: HtmlElement) -> list[str]:
        if _is_block(element):
            return self._block(element)
        return [*_paragraph([self._inline(element)])]

    def _line(self, element: HtmlElement) -> str:
        """Return all words of an element in one line."""
        return " ".join(self._inline_inside(element).split())

    def _inline_inside(self, element: HtmlElement) -> str:
        parts = [_plain(element.text)]
        for child in element:
            gap = " " if _is_block(child) or child.tag in ("li", "dt", "dd", "br") else ""
            parts += [gap, self._inline(child), gap, _plain(child.tail)]
        return "".join(parts)

    def _inline(self, element: HtmlElement) -> str:
        if _has_no_words(element):
            return ""
        inside = self._inline_inside(element)
        words = " ".join(inside.split())
        if not words:
            return inside
        before = inside[: len(inside) - len(inside.lstrip())]
        after = inside[len(inside.rstrip()) :]
        return f"{before}{self._marked(element, words)}{after}"

    def _marked(self, element: HtmlElement, words: str) -> str:
        if element.tag == "a" and element.get("href"):
            return f"[{words}]({self._link(element.get('href'))})"
        mark = _MARKS.get(element.tag, "")
        return f"{mark}{words}{mark}"


def _is_block(element: HtmlElement) -> bool:
    return element.tag in _BLOCKS


def _has_no_words(element: HtmlElement) -> bool:
    is_made_by_toc = "headerlink" in (element.get("class") or "")
    return not isinstance(element.tag, str) or element.tag in _NO_WORDS or is_made_by_toc


def _plain(text: str | None) -> str:
    """Return words so that Markdown takes no sign of theirs for its own."""
    return _SIGNS.sub(r"\\\1", text or "")


def _paragraph(run: list[str]) -> Iterator[str]:
    words = " ".join("".join(run).split())
    if words:
        yield _START.sub(r"\1\\\2", words)


def _behind(mark: str, text: str) -> str:
    """Put a mark before the first line, and the other lines below its end."""
    return mark + _indented(text)[len(_INDENT) :]


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" if line else "" for line in text.split("\n"))

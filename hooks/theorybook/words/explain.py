"""Words of the trade, explained where they are first used on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from theorybook.model.glossary import Entry

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_VOID = frozenset(
    ["br", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "line", "source", "wbr"]
)
# Running text stands in these; in those, words keep to themselves.
_TEXT = frozenset(["p", "li", "dd", "td"])
_LEFT_ALONE = frozenset(
    [
        "a",
        "button",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "q",
        "code",
        "pre",
        "svg",
        "script",
        "style",
        "nav",
        "i",
        "cite",
        "select",
    ]
)
_LEAVE_ALONE = "data-unexplained"


class Explainer:
    """Finds the words of a glossary in running text.

    Args:
        glossary: the entries; each is found by its name and its other forms, also with an s.
    """

    def __init__(self, glossary: Iterable[Entry]) -> None:
        self._entries = {
            form.lower(): entry
            for entry in glossary
            if entry.in_text
            for form in (entry.name, *entry.forms)
        }
        forms = sorted(self._entries, key=len, reverse=True)
        words = "|".join(re.escape(form) for form in forms)
        self._word = re.compile(rf"(?<![\w-])({words})(s?)(?![\w-])", re.IGNORECASE)

    def explain(self, html: str, link: Callable[[Entry], str]) -> tuple[str, tuple[Entry, ...]]:
        """Turn the first use of each word in running text into a link that explains it.

        Args:
            html: the content of a page, well formed; text in it is escaped.
            link: returns the link to an entry.

        Returns:
            The content, and the entries it uses, in the order of their first use.
        """
        used: dict[str, Entry] = {}
        if not self._entries:
            return html, ()

        def linked(match: re.Match[str]) -> str:
            entry = self._entries[match[1].lower()]
            if entry.id in used:
                return match[0]
            used[entry.id] = entry
            return (
                f'<a class="gloss" href="{escape(link(entry))}" '
                f'aria-describedby="word-{entry.id}" '
                f'data-tip="{escape(entry.definition)}">{match[0]}</a>'
            )

        parts = _TAG.split(html)
        open_tags: list[tuple[str, bool]] = []
        for i, part in enumerate(parts):
            if i % 2:
                _follow(part, open_tags)
            elif _is_running_text(open_tags):
                parts[i] = self._word.sub(linked, part)
        return "".join(parts), tuple(used.values())


def _follow(tag: str, open_tags: list[tuple[str, bool]]) -> None:
    """Keep the list of open tags, each with whether its text is left alone."""
    match = _NAME.match(tag)
    name = match[1].lower() if match else ""
    if not name or name in _VOID or tag.endswith("/>"):
        return
    if not tag.startswith("</"):
        open_tags.append((name, name in _LEFT_ALONE or _LEAVE_ALONE in tag))
    elif name in {open_name for open_name, _ in open_tags}:
        while open_tags.pop()[0] != name:
            pass


def _is_running_text(open_tags: list[tuple[str, bool]]) -> bool:
    return any(name in _TEXT for name, _ in open_tags) and not any(a for _, a in open_tags)

"""Words of the trade, explained where they are first used on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape

from theorybook.model.glossary import Entry
from theorybook.multimap import multimap


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
        words = _any_of(self._entries)
        self._word = re.compile(rf"(?<![\w-])({words})(s?)(?![\w-])", re.IGNORECASE)

    def on_page(self, link: Callable[[Entry], str]) -> PageWords:
        """Return what explains the words of one page; `link` returns the link to an entry."""
        return PageWords(self._word, self._entries, link)


class PageWords:
    """Turns the first use of each word on a page into a link that explains it."""

    def __init__(
        self, word: re.Pattern[str], entries: Mapping[str, Entry], link: Callable[[Entry], str]
    ) -> None:
        self._word = word
        self._entries = entries
        self._link = link
        self._used: dict[str, Entry] = {}

    @property
    def used(self) -> tuple[Entry, ...]:
        """The entries that were explained, in the order of their first use."""
        return tuple(self._used.values())

    def explain(self, text: str) -> str:
        """Return a piece of running text, escaped as it came, with its new words as links."""
        return self._word.sub(self._linked, text)

    def _linked(self, match: re.Match[str]) -> str:
        entry = self._entries[match[1].lower()]
        if entry.id in self._used:
            return match[0]
        self._used[entry.id] = entry
        return (
            f'<a class="gloss" href="{escape(self._link(entry))}" '
            f'aria-describedby="word-{entry.id}" '
            f'data-tip="{escape(entry.definition)}">{match[0]}</a>'
        )


def _any_of(forms: Iterable[str]) -> str:
    """Return a pattern of any of these words, the longest that fits.

    Those that begin with one letter stand together, so that most are never compared.
    """
    by_letter = multimap((form[0], form[1:]) for form in sorted(forms, key=len, reverse=True))
    return (
        "|".join(
            f"{re.escape(letter)}(?:{'|'.join(map(re.escape, rests))})"
            for letter, rests in by_letter.items()
        )
        or "(?!)"
    )  # nothing matches that

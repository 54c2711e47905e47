"""Quotations: do their words stand in their source, letter by letter?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest
from theorybook.kinds import id_of
from theorybook.model.quotation import Quotation, Stands
from theorybook.problems import Place, Problem
from theorybook.published.fingerprint import fingerprint
from theorybook.words import quotation_match

_LONGEST_SHOWN = 60


def inexact_quotations(folder: Folder) -> Iterator[Problem]:
    """Yield every quotation whose words are not in its source, and every source that is missing."""
    missing: dict[str, list[int]] = {}
    for index, quote in enumerate(folder.records.quotes):
        place = folder.files["quotes"].place(("quotes", index, "exact"))
        text, name = quoted_text(folder, quote)
        if text is None:
            if quote.source in folder.references and not _is_told(folder, quote):
                missing.setdefault(quote.source, []).append(index)
        elif quotation_match.find(quote.exact, text) is None:
            near = quotation_match.closest(quote.exact, text)
            yield _inexact(folder, quote, place, name, near)
    yield from (_without_text(folder, source, places) for source, places in missing.items())


def _without_text(folder: Folder, source: str, indexes: list[int]) -> Problem:
    """Tell of a source that is missing, once for all quotations from it."""
    first, *others = indexes
    place = folder.files["quotes"].place(("quotes", first, "exact"))
    more = f" and {len(others)} more" if others else ""
    against = f"{folder.records.quotes[first].id}{more}"
    message = f"there is no stored text of `{source}` to check {against} against"
    fix = f"add {folder.name}/sources/{source}.txt, or quote the title"
    return Problem(place, "Q02", message, fix)


def _inexact(folder: Folder, quote: Quotation, place: Place, name: str, near: str) -> Problem:
    """Tell of words that are not in their source; where they are as published, the source is not.

    Then its place is that of what comes closest, since somebody changed that.
    """
    known = folder.published.versions.get(id_of(quote), {}).get(quote.version)
    if known != fingerprint(quote):
        message = f"these words are not in {name}: {_shorten(quote.exact)}; closest: {near!r}"
        return Problem(place, "Q01", message, "copy the words letter by letter from the source")
    message = f"{name} no longer has the words of {quote.id}, which are as they were published: "
    message += f"{_shorten(quote.exact)}; closest: {near!r}"
    fix = f"take the text back as it was; if it was wrong, copy {quote.id} again from it"
    return Problem(_place_in_source(folder, quote, near), "Q01", message, fix)


def _place_in_source(folder: Folder, quote: Quotation, near: str) -> Place:
    """Return where words stand in what a quotation is taken from."""
    if quote.stands is Stands.TITLE:
        return folder.references[quote.source].place
    return folder.sources[quote.source].place_of(near)


def quoted_text(folder: Folder, quote: Quotation) -> tuple[str | None, str]:
    """Return the text that a quotation is from, if it is there, and what to call it."""
    if quote.stands is Stands.TITLE:
        reference = folder.references.get(quote.source)
        title = unicodedata.normalize("NFC", reference.title) if reference else None
        return title, f"the title of {quote.source}"
    source = folder.sources.get(quote.source)
    return (source.text if source else None), (source.file if source else quote.source)


def _is_told(folder: Folder, quote: Quotation) -> bool:
    """Whether the stored text is there, and broken or under a name that nothing has."""
    file = f"{folder.name}/sources/{quote.source}.txt"
    of_nothing = folder.sources.keys() - folder.references.keys()
    broken = any(problem.place.file == file for problem in folder.problems)
    return broken or bool(nearest(quote.source, of_nothing))


def _shorten(words: str) -> str:
    folded = " ".join(words.split())
    return repr(folded if len(folded) <= _LONGEST_SHOWN else folded[: _LONGEST_SHOWN - 3] + "...")

"""What must be there: every part of a published theory, and the words of every page."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from theorybook.addresses import COMPARE, LISTS, SITUATIONS, STUDIES, TRAIN
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest, suggestion
from theorybook.model.theory import Status
from theorybook.problems import Problem

_PARTS = ("conditions", "actions", "risks", "signs", "unknowns", "would_change", "talk")


def missing_parts(folder: Folder) -> Iterator[Problem]:
    """Yield every part of a published theory that is empty, and every page without words."""
    yield from _empty_parts(folder)
    if folder.has_settings:
        there = [page.address for page in folder.settings.pages]
        meant = {nearest(address, LISTS) for address in there if address not in LISTS}
        yield from _pages_without_words(folder, meant)
        yield from _words_without_page(folder)


def _empty_parts(folder: Folder) -> Iterator[Problem]:
    for index, theory in enumerate(folder.records.theories):
        for part in _PARTS if theory.status is Status.PUBLISHED else ():
            if not getattr(theory, part):
                place = folder.files["theories"].place(("theories", index, part))
                message = f"{theory.id} is published, and its `{part}` are empty"
                fix = f"fill `{part}:`, or make the theory a draft until they are"
                yield Problem(place, "C02", message, fix)


def _pages_without_words(folder: Folder, meant: Collection[str | None]) -> Iterator[Problem]:
    """Yield pages that no words are given for; what a misspelled address means is told there."""
    there = {page.address: page for page in folder.settings.pages}
    place = folder.files["site"].place(("pages",))
    for address in LISTS:
        if address not in there and address not in meant:
            message = f"`pages` says nothing of the page `{address}`"
            yield Problem(place, "C03", message, f"add `- address: {address}`, `title:`, `lead:`")
    for address in (STUDIES, SITUATIONS, COMPARE, TRAIN):
        if address not in there or there[address].each is not None:
            continue
        index = folder.settings.pages.index(there[address])
        message = f"the page `{address}` does not say what each page that it lists is about"
        fix = "add `each:`, such as `each: what it did and what it reports`"
        yield Problem(folder.files["site"].place(("pages", index)), "C03", message, fix)


def _words_without_page(folder: Folder) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, page in enumerate(folder.settings.pages):
        place = folder.files["site"].place(("pages", index, "address"))
        if page.address in seen:
            message = f"`pages` tells of the page `{page.address}` twice"
            yield Problem(place, "R01", message, "keep one of the two")
        elif page.address not in LISTS:
            guess = suggestion(page.address, LISTS)
            message = f"there is no generated page `{page.address}`{guess}"
            yield Problem(place, "R04", message, "use one of: " + ", ".join(LISTS))
        seen.add(page.address)

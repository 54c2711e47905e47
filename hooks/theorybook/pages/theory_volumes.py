"""Lists of what all theories ask: a volume on the list's own page, the others on further ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from theorybook.addresses import CHECK_PROGRAM, QUESTIONS, WORKBOOK, volume_address
from theorybook.model.theory import Theory
from theorybook.multimap import multimap
from theorybook.page import Page
from theorybook.pages.planned import planned, warned_of
from theorybook.site import Site
from theorybook.training_filters import question_filters, question_values

_TEMPLATES = {
    WORKBOOK: "workbook.html",
    CHECK_PROGRAM: "design.html",
    QUESTIONS: "questions.html",
}


def volume_lists(site: Site) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield address, template and context of each list's own page."""
    for list_, template in _TEMPLATES.items():
        yield list_, template, _context(site, list_, list_)


def further_volumes(site: Site) -> Iterator[Page]:
    """Yield the pages that hold what is too much for a list's own."""
    for list_, template in _TEMPLATES.items():
        words = site.words_of(list_)
        for address, span in _spans(site, list_).items():
            if address != list_:
                title = f"{words.title}: {span}"
                context = _context(site, list_, address)
                yield Page(address, title, template, words.lead, context, in_search=False)


def _context(site: Site, list_: str, address: str) -> Mapping[str, Any]:
    here = _volumes(site, list_).get(address, ())
    return {
        "words": site.words_of(list_),
        "volumes": _spans(site, list_),
        "theories": [site.theory(theory.id) for theory in here if not theory.retired],
        "retired": [theory for theory in here if theory.retired],
        **(_of_questions(site) if list_ == QUESTIONS else {}),
        **(_of_workbook(site, address) if list_ == WORKBOOK else {}),
    }


def _of_questions(site: Site) -> Mapping[str, Any]:
    return {"filters": question_filters(site), "values": question_values}


def _of_workbook(site: Site, address: str) -> Mapping[str, Any]:
    """Return what the workbook has beside its theories; all but theirs is on its first page."""
    return planned(site) if address == WORKBOOK else warned_of(site)


def _volumes(site: Site, list_: str) -> Mapping[str, tuple[Theory, ...]]:
    """Return all theories there ever were, by where they are in a list."""
    return multimap(
        (volume_address(list_, theory.id), theory) for theory in site.everything.theories
    )


def _spans(site: Site, list_: str) -> Mapping[str, str]:
    """Return the first and the last id of each volume, by its address."""
    return {
        address: f"{theories[0].id} to {theories[-1].id}"
        for address, theories in _volumes(site, list_).items()
    }

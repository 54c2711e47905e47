"""Lists of which each page has a part: the first is the list's own, the others are further ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from theorybook import long_lists
from theorybook.addresses import GAPS, HANDOUTS, LMS, STUDIES, THEORIES
from theorybook.kinds import id_of
from theorybook.list_filters import (
    by_rung,
    gap_filters,
    gap_values,
    newest_first,
    study_filters,
    study_values,
    theory_filters,
    theory_values,
    with_gaps,
)
from theorybook.long_lists import parted
from theorybook.model.gap import FieldGap
from theorybook.model.study import Study
from theorybook.model.term import Term
from theorybook.model.theory import Theory
from theorybook.once import once
from theorybook.page import Page
from theorybook.record_id import RecordId
from theorybook.site import Site
from theorybook.themes import by_theme

Context = Mapping[str, Any]
Row = Theory | Study
# The rows of each page of a list by the page's address, and what its template needs beside them.
Dealt = tuple[Mapping[str, Sequence[Row]], Context]


@dataclass(frozen=True)
class Part:
    """What a page has of a list.

    Attributes:
        address: that of the page.
        names: what each page of the list is called, by its address; that of the list comes first.
        pages: the page that each row is on.
    """

    address: str
    names: Mapping[str, str]
    pages: Mapping[RecordId, str]

    @property
    def is_first(self) -> bool:
        """Whether its page is the list's own."""
        return self.address == next(iter(self.names))

    @property
    def count(self) -> int:
        """How many rows are on the page."""
        return sum(page == self.address for page in self.pages.values())

    def here(self, rows: Iterable[Row]) -> list[Row]:
        """Return those of some rows that are on the page."""
        return [row for row in rows if self.pages[id_of(row)] == self.address]

    def elsewhere(self, rows: Iterable[Row]) -> list[str]:
        """Return the addresses of the other pages that some rows are on, in the order of these."""
        pages = dict.fromkeys(self.pages[id_of(row)] for row in rows)
        return [page for page in pages if page != self.address]


def own_part(site: Site, list_: str) -> tuple[str, str, Context]:
    """Return address, template and context of a list's own page."""
    return list_, _LISTS[list_][0], _contexts(site, list_)[list_]


def further_parts(site: Site) -> Iterator[Page]:
    """Yield the pages that hold what is too much for a list's own."""
    for list_, (template, _) in _LISTS.items():
        words = site.words_of(list_)
        for address, context in _contexts(site, list_).items():
            if address != list_:
                title = f"{words.title}: {context['part'].names[address]}"
                yield Page(address, title, template, words.lead, context, in_search=False)


@once
def _contexts(site: Site, list_: str) -> Mapping[str, Context]:
    """Return the context of each page of a list, by its address."""
    parts, context = _LISTS[list_][1](site)
    names = {address: f"Part {number}" for number, address in enumerate(parts, 1)}
    pages = {id_of(row): address for address, rows in parts.items() for row in rows}
    return {address: {**context, "part": Part(address, names, pages)} for address in parts}


def _handouts(site: Site) -> Dealt:
    return _all_theories(site, HANDOUTS, long_lists.HANDOUTS_LISTED), {}


def _platforms(site: Site) -> Dealt:
    return _all_theories(site, LMS, long_lists.PLATFORMS_LISTED), {}


def _all_theories(site: Site, list_: str, together: int) -> Mapping[str, Sequence[Row]]:
    return parted(list_, site.theories, len(site.everything.theories), together)


def _theories(site: Site) -> Dealt:
    """Deal out theories by the steps of the ladder, each with the options that it fits."""
    steps = by_rung(site)
    rows = [theory for _, theories in steps for theory in theories]
    ever = len(site.everything.theories)
    values = {theory.id: theory_values(site, theory) for theory in rows}
    context = {"filters": theory_filters(site), "groups": steps, "values": values}
    return parted(THEORIES, rows, ever, long_lists.THEORIES_LISTED), context


def _studies(site: Site) -> Dealt:
    """Deal out studies, the newest first, each with the options that it fits."""
    rows = newest_first(site)
    ever = len(site.everything.studies)
    values = {study.key: study_values(site, study) for study in rows}
    context = {"filters": study_filters(site), "studies": rows, "values": values}
    return parted(STUDIES, rows, ever, long_lists.STUDIES_LISTED), context


def _gaps(site: Site) -> Dealt:
    """Deal out the records of which something is not known, each with the options that it fits.

    Where too many have gaps, the page leads to each of theirs, and does not repeat them.
    """
    owners = [*with_gaps(site)]
    theories = [record for record in owners if isinstance(record, Theory)]
    studies = [record for record in owners if isinstance(record, Study)]
    ever = len(site.everything.theories) + len(site.everything.studies)
    context = {
        "filters": gap_filters(site),
        "values": {id_of(record): gap_values(site, record) for record in owners},
        "themes": tuple(by_theme(site, site.gaps)),
        "retired": [gap for gap in site.everything.of(FieldGap) if gap.retired],
        "theories": theories,
        "terms": [record for record in owners if isinstance(record, Term)],
        "studies": studies,
        "in_full": len(owners) <= long_lists.GAPS_IN_FULL,
    }
    return parted(GAPS, (*theories, *studies), ever, long_lists.GAPS_LISTED), context


_LISTS: Mapping[str, tuple[str, Callable[[Site], Dealt]]] = {
    HANDOUTS: ("handouts.html", _handouts),
    LMS: ("course_platforms.html", _platforms),
    THEORIES: ("theories.html", _theories),
    STUDIES: ("studies.html", _studies),
    GAPS: ("gaps.html", _gaps),
}

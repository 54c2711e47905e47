"""The pages of the evidence map: each view as a whole, and for each part of the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import csv_address, poster_address, relative
from theorybook.evidence_map.browser_data import browser_data
from theorybook.evidence_map.drawn import EvidenceMap, Group
from theorybook.evidence_map.state import State
from theorybook.evidence_map.views import FIELDS, VIEWS, Part, listed_at, maps, parts
from theorybook.model.settings import PageWords
from theorybook.page import Page
from theorybook.site import Site


def map_pages(site: Site) -> Iterator[Page]:
    """Yield every page of the evidence map."""
    for address, part, drawn in maps(site):
        yield _page(site, address, part, drawn)
        if drawn.is_long:
            for group in drawn.groups:
                yield _list_page(site, address, part, drawn, group)


def _page(site: Site, address: str, part: Part | None, drawn: EvidenceMap) -> Page:
    whole = VIEWS[drawn.kind]
    words = site.words_of(whole)
    lists = listed_at(drawn, address)
    context = {
        "map": drawn,
        "lists": lists,
        "ways": {
            column.id: relative(lists[group.id], address) if drawn.is_long else ""
            for group in drawn.groups
            for column in group.columns
        },
        "part": part,
        "parts": parts(site),
        "fields": FIELDS,
        "views": VIEWS,
        "states": tuple(State),
        "data": {} if part else browser_data(site, drawn),
        "csv": csv_address(drawn.kind),
        "poster": poster_address(drawn.kind),
    }
    return Page(
        address,
        _title(words, part),
        "map.html",
        words.lead,
        context,
        other_names=words.other_names if part is None else (),
        in_search=part is None,
        picture_of=whole if part else None,
    )


def _list_page(
    site: Site, address: str, part: Part | None, drawn: EvidenceMap, group: Group
) -> Page:
    """Return the page that lists the cells of a group of outcomes, where a map has many."""
    words = site.words_of(VIEWS[drawn.kind])
    return Page(
        listed_at(drawn, address)[group.id],
        f"{_title(words, part)}: {group.heading}",
        "map_group.html",
        words.lead,
        {"map": drawn, "group": group, "table": address},
        in_search=False,
        picture_of=VIEWS[drawn.kind],
    )


def _title(words: PageWords, part: Part | None) -> str:
    return f"{words.title} ({part.name})" if part else words.title

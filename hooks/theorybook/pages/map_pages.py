"""The pages of the evidence map: each view as a whole, and for each part of the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import csv_address, poster_address
from theorybook.evidence_map.browser_data import browser_data
from theorybook.evidence_map.cells import EvidenceMap
from theorybook.evidence_map.state import State
from theorybook.evidence_map.views import FIELDS, VIEWS, Part, maps, parts
from theorybook.page import Page
from theorybook.site import Site


def map_pages(site: Site) -> Iterator[Page]:
    """Yield every page of the evidence map."""
    for address, part, drawn in maps(site):
        yield _page(site, address, part, drawn)


def _page(site: Site, address: str, part: Part | None, drawn: EvidenceMap) -> Page:
    whole = VIEWS[drawn.kind]
    words = site.words_of(whole)
    context = {
        "map": drawn,
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
        f"{words.title} ({part.name})" if part else words.title,
        "map.html",
        words.lead,
        context,
        other_names=words.other_names if part is None else (),
        in_search=part is None,
        picture_of=whole if part else None,
    )

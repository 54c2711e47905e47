"""The pages that hold slides: one for each theory, activity and pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from theorybook.addresses import HANDOUTS, slides_address
from theorybook.agenda import agenda
from theorybook.kinds import id_of, kind_of
from theorybook.model.activity import Activity
from theorybook.model.pack import Pack
from theorybook.model.theory import Theory
from theorybook.page import Page
from theorybook.pictures.chain import marks, steps
from theorybook.site import Site


def slides_pages(site: Site) -> Iterator[Page]:
    """Yield the slides of every such record, retired or not: what was published stays."""
    for theory in site.all_of(Theory):
        boxes = steps(site, theory)
        yield _page(site, theory, "slides.html", boxes=boxes, chain_marks=marks(boxes))
    for activity in site.all_of(Activity):
        yield _page(site, activity, "slides_activity.html")
    # An agenda names its activities as they were written, with questions that no longer hold.
    asked = {activity.id: activity.ask for activity in site.all_of(Activity)}
    for pack in site.all_of(Pack):
        lines = agenda(site.everything, pack)
        yield _page(site, pack, "slides_pack.html", lines=lines, asked=asked)


def _page(site: Site, record: Theory | Activity | Pack, template: str, **context: Any) -> Page:
    words, kind = site.words_of(HANDOUTS), kind_of(record)
    return Page(
        slides_address(record.id),
        f"{site.title(id_of(record))}: {words.each}",
        template,
        words.lead,
        {kind.name: record, **context},
        in_search=False,
        picture_of=kind.address_of(record),
    )

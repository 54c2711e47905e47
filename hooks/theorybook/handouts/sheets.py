"""Which records have a handout, and what stands on it: HTML that `handout.py` reads."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.agenda import agenda
from theorybook.kinds import id_of
from theorybook.model.activity import Activity
from theorybook.model.pack import Pack
from theorybook.model.theory import Theory
from theorybook.pictures.chain import steps
from theorybook.record_id import RecordId
from theorybook.render import Renderer


def sheets(renderer: Renderer) -> Iterator[tuple[RecordId, str]]:
    """Yield each record that has a handout, with what stands on it: retired ones say so."""
    site = renderer.edition.site
    for theory in site.all_of(Theory):
        context = {"theory": theory, "boxes": steps(site, theory)}
        yield id_of(theory), renderer.handout("handout.html", context)
    for activity in site.all_of(Activity):
        yield id_of(activity), renderer.handout("handout_activity.html", {"activity": activity})
    for pack in site.all_of(Pack):
        context = {"pack": pack, "lines": agenda(site.everything, pack)}
        yield id_of(pack), renderer.handout("handout_pack.html", context)

"""The evidence map to take along: as a poster. As tables, it is in `tables/maps.py`."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import poster_address
from theorybook.evidence_map.cells import evidence_map
from theorybook.evidence_map.evidence_filter import EvidenceFilter
from theorybook.evidence_map.views import VIEWS
from theorybook.pictures.palette import Palette
from theorybook.pictures.poster import poster
from theorybook.render import Renderer


def map_files(renderer: Renderer, palette: Palette) -> Iterator[tuple[str, str]]:
    """Yield the poster of each view: address and text."""
    for kind in VIEWS:
        drawn = evidence_map(renderer.edition.site, kind, EvidenceFilter())
        yield poster_address(kind), renderer.poster(poster(drawn), palette)

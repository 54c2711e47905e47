"""The evidence map to take along: as a poster. As tables, it is in `tables/maps.py`."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import poster_address
from theorybook.evidence_map.views import VIEWS, whole_map
from theorybook.pictures.palette import Palette
from theorybook.pictures.poster import poster
from theorybook.render import Renderer


def map_files(renderer: Renderer, palette: Palette) -> Iterator[tuple[str, str]]:
    """Yield the poster of each view: address and text."""
    for kind in VIEWS:
        drawn = whole_map(renderer.edition.site, kind)
        yield poster_address(kind), renderer.poster(poster(drawn), palette)

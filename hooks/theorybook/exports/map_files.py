"""The evidence map to take along: as a poster. As tables, it is in `tables/maps.py`."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.addresses import poster_address
from theorybook.evidence_map.cells import Sieve, evidence_map
from theorybook.evidence_map.map_pages import VIEWS
from theorybook.pictures.poster import poster
from theorybook.render import Renderer


def map_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield the poster of each view: address and text."""
    for kind in VIEWS:
        yield (
            poster_address(kind),
            renderer.poster(poster(evidence_map(renderer.site, kind, Sieve()))),
        )

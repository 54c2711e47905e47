"""Every file of the site that is neither a page nor an asset: its address and what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.exports import exports
from theorybook.forwards import forwards
from theorybook.map_files import map_files
from theorybook.render import Renderer


def files(renderer: Renderer) -> Iterator[tuple[str, str | bytes]]:
    """Yield every generated file of a site: its address and its text or bytes."""
    for forward in forwards(renderer.site):
        yield f"{forward.address}index.html", renderer.forward(forward)
    yield from exports(renderer)
    yield from map_files(renderer)

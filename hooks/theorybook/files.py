"""Every file of the site that is neither a page nor an asset: its address and what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.changes.feeds import feeds
from theorybook.exports.bibliography_file import BIBLIOGRAPHY, bibliography_file
from theorybook.exports.citation_files import citation_files
from theorybook.exports.datapackage import DATAPACKAGE, datapackage
from theorybook.exports.exports import exports
from theorybook.exports.llms import LLMS, llms
from theorybook.exports.map_files import map_files
from theorybook.exports.tables import tables
from theorybook.forwards import forwards
from theorybook.render import Renderer


def files(renderer: Renderer) -> Iterator[tuple[str, str | bytes]]:
    """Yield every generated file of a site: its address and its text or bytes."""
    for forward in forwards(renderer.site):
        yield f"{forward.address}index.html", renderer.forward(forward)
    yield from citation_files(renderer)
    yield from exports(renderer)
    yield from tables(renderer)
    yield BIBLIOGRAPHY, bibliography_file(renderer)
    yield DATAPACKAGE, datapackage(renderer)
    yield LLMS, llms(renderer)
    yield from feeds(renderer)
    yield from map_files(renderer)

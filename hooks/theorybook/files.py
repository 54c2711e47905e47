"""Every file of the site that is neither a page nor an asset: its address and what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from theorybook.courses.course_files import course_files
from theorybook.exports.bibliography_file import BIBLIOGRAPHY, bibliography_file
from theorybook.exports.citation_files import citation_files
from theorybook.exports.datapackage import DATAPACKAGE, datapackage
from theorybook.exports.design_file import design_files
from theorybook.exports.feeds import feeds, pack_feeds
from theorybook.exports.json_files import json_files
from theorybook.exports.llms import LLMS, llms
from theorybook.exports.map_files import map_files
from theorybook.exports.proposal_files import proposal_files
from theorybook.exports.tables import tables
from theorybook.pictures.palette import Palette
from theorybook.redirects import redirects
from theorybook.render import Renderer


def files(renderer: Renderer, palette: Palette) -> Iterator[tuple[str, str | bytes]]:
    """Yield every generated file of a site: its address and its text or bytes."""
    edition = renderer.edition
    yield from renderer.redirects(redirects(edition.site))
    yield from citation_files(renderer)
    yield from proposal_files(renderer)
    yield from course_files(renderer)
    yield from json_files(edition)
    yield from design_files(renderer)
    yield from tables(edition)
    yield BIBLIOGRAPHY, bibliography_file(edition)
    yield DATAPACKAGE, datapackage(renderer)
    yield LLMS, llms(renderer)
    yield from feeds(renderer)
    yield from pack_feeds(renderer)
    yield from map_files(renderer, palette)

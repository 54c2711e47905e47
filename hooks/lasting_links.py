"""Stop the build where a link leads nowhere, or an address that was ever published does.

MkDocs looks at the links of hand-written Markdown alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sitebuild.build import Build
from sitebuild.pages import RecordPage, pages_of
from theorybook.page_links import dead_links
from theorybook.problems import DataError, Place, Problem
from theorybook.redirects import lost_addresses, lost_moves
from theorybook.site import Site

There = Mapping[str, Collection[str] | None]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Look at every link and every promise, now that every page has its content."""
    site = Build.of(config).edition.site
    pages = pages_of(files)
    there: There = {file.url: None for file in files} | {
        page.url: page.present_anchor_ids for page in pages
    }
    problems = [
        *_dead_links(site, pages, there),
        *lost_moves(site, there),
        *lost_addresses(site, there),
    ]
    if problems:
        raise PluginError(str(DataError(problems)))
    return env


def _dead_links(site: Site, pages: list[Page], there: There) -> Iterator[Problem]:
    settings = Place("data/site.yaml")
    for page in pages:
        if isinstance(page, RecordPage):
            record = page.shown.record
            place = site.places.get(record, settings) if record else settings
            for link in dead_links(page.url, page.links, there):
                message = f"the link `{link}` on /{page.url} leads nowhere"
                yield Problem(place, "L01", message, "write the address of a page of this site")

"""Stop the build at a link of a generated page that leads nowhere; MkDocs checks Markdown only."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from theorybook.links import dead_links
from theorybook.problems import DataError, Place, Problem


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Look at every link, now that every page has its content."""
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    there = {file.url: None for file in files} | {
        page.url: page.present_anchor_ids for page in pages
    }
    problems = [
        _problem(config, page, link)
        for page in pages
        if hasattr(page, "data")
        for link in dead_links(page.url, page.content or "", there)
    ]
    if problems:
        raise PluginError(str(DataError(problems)))
    return env


def _problem(config: MkDocsConfig, page: Page, link: str) -> Problem:
    record = getattr(page, "data").record  # noqa: B009 - only generated pages have it
    place = config.extra["site"].places.get(record, Place("data/site.yaml"))
    message = f"the link `{link}` on /{page.url} leads nowhere"
    return Problem(place, "L01", message, "write the address of a page of this site")

"""Put the pages that come from the data among the files of the site."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from theorybook.links import anatomy
from theorybook.page import Page as RecordData
from theorybook.pages import pages
from theorybook.problems import Place
from theorybook.render import Renderer
from theorybook.site import Site

_FORGE = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/")


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page; they live in memory, never in `docs/`."""
    site: Site = config.extra["site"]
    renderer = Renderer(
        site,
        config.site_url or "",
        config.site_name,
        _report_url(config.edit_uri or ""),
    )
    config.extra["renderer"] = renderer
    for data in pages(site):
        file = File.generated(config, f"{data.address}index.md", content="")
        files.append(file)
        file.page = RecordPage(data, renderer, file, config)
    return files


class RecordPage(Page):
    """A page that renders itself from a template, where MkDocs would convert Markdown."""

    def __init__(
        self, data: RecordData, renderer: Renderer, file: File, config: MkDocsConfig
    ) -> None:
        super().__init__(data.title, file, config)
        self.data = data
        self._renderer = renderer
        # The theme puts the description into an attribute without escaping it.
        self.meta = {"description": escape(data.description), "label": data.label or data.title}
        place = renderer.site.places.get(data.record)
        self.edit_url = _edit_url(config.edit_uri, place) if place and config.edit_uri else None

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the template, and note its links, and the anchors that others may link to."""
        self.content = self._renderer.page(self.data)
        found = anatomy(self.content)
        self.links = found.links
        self.present_anchor_ids = found.anchors


def _edit_url(edit_uri: str, place: Place) -> str:
    """Return the address that opens a record's own line; `edit_uri` is the one of `docs/`."""
    return f"{urljoin(edit_uri, f'../{place.file}')}#L{place.line}"


def _report_url(edit_uri: str) -> str:
    """Return the address of a new issue where `edit_uri` is of GitHub's shape."""
    match = _FORGE.match(edit_uri)
    return f"{match.group(1)}/issues/new" if match else ""

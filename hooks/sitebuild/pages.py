"""Pages of MkDocs, and the pages of the core that they show."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from sitebuild.build import Build
from theorybook.page import Page
from theorybook.page_html import pack, unpack
from theorybook.problems import Place

_FORGE = re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/")


class RecordPage(MkDocsPage):
    """A page that renders itself from a template, where MkDocs would convert Markdown."""

    _at_hand: str | None = None
    _packed = b""

    def __init__(self, shown: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(shown.title, file, config)
        self.shown = shown
        # The theme puts the description into an attribute without escaping it.
        self.meta = {"description": escape(shown.description)}
        site = Build.of(config).edition.site
        place = site.places.get(shown.record) if shown.record else None
        self.edit_url = _edit_url(config.edit_uri, place) if place and config.edit_uri else None

    @property
    def content(self) -> str | None:
        """Its HTML. All pages wait for each other, so each waits packed.

        MkDocs shows it to all hooks as soon as it is rendered, and sets it again: then it waits.
        """
        return unpack(self._packed) if self._at_hand is None and self._packed else self._at_hand

    @content.setter
    def content(self, html: str | None) -> None:
        if html is None or html is not self._at_hand:
            self._packed = b"" if html is None else pack(html)
        self._at_hand = None

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the template, and note its links, and the anchors that others may link to."""
        found = Build.of(config).renderer.page(self.shown)
        self._packed, self._at_hand = found.packed, found.html
        self.links = found.links
        self.present_anchor_ids = set(found.anchors)


def shown_on(page: MkDocsPage, config: MkDocsConfig) -> Page:
    """Return what a generated page was made from, or the same of a hand-written one."""
    if isinstance(page, RecordPage):
        return page.shown
    description = page.meta.get("description") or config.site_description or ""
    names = tuple(map(str, page.meta.get("other_names", ())))
    return Page(page.url, str(page.title), "", str(description), other_names=names)


def pages_of(files: Files) -> list[MkDocsPage]:
    """Return every page of the site, once each has its content."""
    return [file.page for file in files.documentation_pages() if file.page is not None]


def report_url(edit_uri: str) -> str:
    """Return the address of a new issue where `edit_uri` is of GitHub's shape."""
    match = _FORGE.match(edit_uri)
    return f"{match.group(1)}/issues/new" if match else ""


def _edit_url(edit_uri: str, place: Place) -> str:
    """Return the address that opens a record's own line; `edit_uri` is the one of `docs/`."""
    return f"{urljoin(edit_uri, f'../{place.file}')}#L{place.line}"

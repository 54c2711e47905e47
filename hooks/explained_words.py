"""Explain the words of the trade on hand-written pages, as on generated ones."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from theorybook.render import Renderer


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the content with its first uses of each word explained."""
    if hasattr(page, "data"):  # a generated page has done so itself
        return html
    renderer: Renderer = config.extra["renderer"]
    return renderer.explained(html, page.url)

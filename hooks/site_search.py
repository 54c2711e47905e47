"""Write the search index with Pagefind, from each page's content and its other names."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from pagefind.index import IndexConfig, PagefindIndex

from theorybook.render import Renderer
from theorybook.search import NOT_SEARCHED, Document, document


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Collect what the index takes in, now that every page has its content."""
    renderer: Renderer = config.extra["renderer"]
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    config.extra["search"] = [
        _document(renderer, page) for page in pages if page.url not in NOT_SEARCHED
    ]
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index beside the pages."""
    folder = Path(config.site_dir) / "pagefind"
    asyncio.run(_write(config.extra["search"], str(folder)))


def _document(renderer: Renderer, page: Page) -> Document:
    data = getattr(page, "data", None)
    lead = data.description if data else str(page.meta.get("description", ""))
    return document(renderer, page.url, str(page.title), lead, page.content or "", data)


async def _write(documents: list[Document], folder: str) -> None:
    """Hand all documents over as one folder: sent one by one, each would wait for a poll."""
    with tempfile.TemporaryDirectory() as work:
        for entry in documents:
            file = Path(work, entry.address, "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(entry.html, encoding="utf-8")
        async with PagefindIndex(config=IndexConfig(output_path=folder)) as index:
            await index.add_directory(work)

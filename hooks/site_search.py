"""Write the search index with Pagefind, from each page's content and its other names."""

from __future__ import annotations

import tempfile
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from theorybook.page import Page as RecordData
from theorybook.render import Renderer
from theorybook.search.documents import Document, document, is_searched, pieces
from theorybook.search.index import IndexNotWrittenError, write_index


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Collect what the index takes in, now that every page has its content."""
    renderer: Renderer = config.extra["renderer"]
    found = (file.page for file in files.documentation_pages())
    searched = [page for page in found if page and is_searched(page.url, _data(page))]
    config.extra["search"] = [
        *(_document(renderer, page) for page in searched),
        *pieces(renderer, config.extra["site"]),
    ]
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index beside the pages."""
    _write(config.extra["search"], Path(config.site_dir) / "pagefind")


def _data(page: Page) -> RecordData | None:
    """Return what a generated page was made from; hand-written ones have nothing of it."""
    return getattr(page, "data", None)


def _document(renderer: Renderer, page: Page) -> Document:
    data = _data(page)
    lead = data.description if data else str(page.meta.get("description", ""))
    return document(renderer, page.url, str(page.title), lead, page.content or "", data)


def _write(documents: list[Document], folder: Path) -> None:
    """Hand all documents over as one folder."""
    with tempfile.TemporaryDirectory() as work:
        for entry in documents:
            file = Path(work, entry.path, "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(entry.html, encoding="utf-8")
        try:
            write_index(Path(work), folder)
        except IndexNotWrittenError as error:
            raise PluginError(f"the search index could not be written: {error}") from error

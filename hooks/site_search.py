"""Write the search index with Pagefind, from each page's content and its other names."""

from __future__ import annotations

import tempfile
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from sitebuild.build import Build
from sitebuild.pages import pages_of, shown_on
from theorybook.search.documents import Document, document, is_searched, pieces
from theorybook.search.index import IndexNotWrittenError, write_index


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Collect what the index takes in, now that every page has its content."""
    build = Build.of(config)
    for page in pages_of(files):
        shown = shown_on(page, config)
        if is_searched(shown):
            build.documents.append(document(build.renderer, shown, page.content or ""))
    build.documents.extend(pieces(build.renderer))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index beside the pages."""
    _write(Build.of(config).documents, Path(config.site_dir) / "pagefind")


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

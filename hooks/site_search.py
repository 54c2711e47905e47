"""Write the search index, from each page and all that has an anchor of its own."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from sitebuild.build import Build
from sitebuild.pages import pages_of, shown_on
from theorybook.search.documents import is_searched, page_document, piece_documents
from theorybook.search.index import index_files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Collect what search can find, now that every page has its content."""
    build = Build.of(config)
    site = build.edition.site
    shown = [(shown_on(page, config), page.content or "") for page in pages_of(files)]
    found = [page_document(site, page, html) for page, html in shown if is_searched(page)]
    written = dict(index_files([*found, *piece_documents(site)]))
    build.search_index = next(iter(written))
    for address, content in written.items():
        files.append(File.generated(config, address, content=content))
    return env

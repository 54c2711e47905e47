"""Write the search index, from each page and all that has an anchor of its own."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from sitebuild.build import Build
from sitebuild.pages import pages_of, shown_on
from sitebuild.written import written
from theorybook.search.documents import is_searched, page_document, piece_documents
from theorybook.search.index import index_files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Collect what search can find, now that every page has its content."""
    build = Build.of(config)
    site = build.edition.site
    # One page after the other: the HTML of all of them would be most of what a build holds.
    found = [
        page_document(site, shown, page.content or "", build.edition.cache)
        for page in pages_of(files)
        if is_searched(shown := shown_on(page, config))
    ]
    index = [written(config, *file) for file in index_files([*found, *piece_documents(site)])]
    build.search_index = index[0].dest_uri
    for file in index:
        files.append(file)
    return env

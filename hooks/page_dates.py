"""Date pages by their records, so that two builds of the same data are alike, byte for byte."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from theorybook.site import Site


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give each page the date that the site map tells; of hand-written pages we know none."""
    site: Site = config.extra["site"]
    for file in files.documentation_pages():
        if file.page is not None:
            data = getattr(file.page, "data", None)
            file.page.update_date = site.dated(data.record).isoformat() if data else ""
    return env

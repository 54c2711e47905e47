"""Load and check the data before anything else happens; hand it on in `config.extra`."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from theorybook.problems import DataError
from theorybook.site import Site


@event_priority(100)  # before mkdocs-bibtex, which meets a broken bibliography with a traceback
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data afresh at every build, so that `serve` follows each edit."""
    if not config.site_url:
        raise PluginError("mkdocs.yml:2:1: `site_url` is empty; fix: write the site's address")
    try:
        preview = bool(config.extra.get("preview"))
        config.extra["site"] = Site.load(Path(config.docs_dir).parent, preview)
    except DataError as error:
        raise PluginError(str(error)) from error
    return config

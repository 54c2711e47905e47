"""Load and check the data before anything else happens, and begin the build with them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from sitebuild.build import Build
from sitebuild.build_cache import build_cache
from sitebuild.pages import report_url
from theorybook.edition import Edition
from theorybook.problems import DataError
from theorybook.site import Site


@event_priority(100)  # before mkdocs-bibtex, which meets a broken bibliography with a traceback
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data afresh at every build, so that `serve` follows each edit."""
    if not config.site_url:
        raise PluginError("mkdocs.yml:2:1: `site_url` is empty; fix: write the site's address")
    root = Path(config.docs_dir).parent
    try:
        site = Site.load(root, preview="preview" in config.extra)
    except DataError as error:
        raise PluginError(str(error)) from error
    report = report_url(config.edit_uri or "")
    edition = Edition(site, config.site_url, config.site_name, report)
    Build(edition, build_cache(root)).begin(config)
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Keep what was made for the next build."""
    Build.of(config).cache.save()

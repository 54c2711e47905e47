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
from theorybook.model.settings import Settings
from theorybook.problems import DataError
from theorybook.site import Site


@event_priority(100)  # before mkdocs-bibtex, which meets a broken bibliography with a traceback
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data afresh at every build, so that `serve` follows each edit."""
    root = Path(config.docs_dir).parent
    cache = build_cache(root)
    try:
        site = Site.load(root, preview="preview" in config.extra, cache=cache)
    except DataError as error:
        cache.close()
        raise PluginError(str(error)) from error
    _name(config, site.settings)
    report = report_url(config.edit_uri or "")
    edition = Edition(site, config.site_url or "", report, cache)
    Build(edition).begin(config)
    return config


def _name(config: MkDocsConfig, settings: Settings) -> None:
    """Tell MkDocs what the data say of the site; addresses from the environment win."""
    config.site_name = settings.name
    config.site_description = settings.description
    config.copyright = f"Texts and data {settings.content_licence}. Code {settings.code_licence}."
    config.site_url = config.site_url or f"{settings.address.rstrip('/')}/"
    config.edit_uri = config.edit_uri or settings.edit_address


def on_post_build(config: MkDocsConfig) -> None:
    """Keep what was made for the next build."""
    Build.of(config).edition.cache.save()

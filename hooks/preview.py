"""Under `make serve`, show what was edited before the rest is built."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from sitebuild.build import Build
from sitebuild.preview import Builds, Preview
from sitebuild.shown import Shown


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Note the menu."""
    Build.of(config).nav = nav
    return nav


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Let pass what is to be shown at once."""
    _let_pass(config)
    return page


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Let pass what is to be shown at once."""
    _let_pass(config)
    return context


@event_priority(-100)  # the others add to both
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Note what the pages of this build are made with, by the folder that they are written to."""
    build = Build.of(config)
    if build.nav is not None and (builds := _builds(config)) is not None:
        builds.made[Path(config.site_dir)] = Shown(config, files, build.nav, env)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Bring the build up to date with what was edited meanwhile."""
    builds = _builds(config)
    if builds and builds.preview:
        builds.preview.catch_up(builds.made[Path(config.site_dir)])


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Follow edits with a preview."""
    builds = _builds(config)
    if builds is not None:
        shown = partial(_shown, builds, server)
        asked = config.extra["preview"].get("asked", ())
        builds.preview = Preview(Path(config.docs_dir).parent, shown, builder, asked)
        server.builder = builds.preview.follow
    return server


def _shown(builds: Builds, server: LiveReloadServer) -> Shown | None:
    return builds.made.get(Path(server.root))


def _let_pass(config: MkDocsConfig) -> None:
    builds = _builds(config)
    if builds and builds.preview:
        builds.preview.let_pass()


def _builds(config: MkDocsConfig) -> Builds | None:
    """Return what the builds of a preview hand on to each other, or None where there is none."""
    known = config.extra.get("preview")
    return None if known is None else known.setdefault("builds", Builds())

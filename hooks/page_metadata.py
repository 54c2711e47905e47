"""Give each page what machines read of it: its head, its picture where shared, and its date."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sitebuild.build import Build
from sitebuild.pages import pages_of, shown_on
from sitebuild.written import written
from theorybook.metadata.page_metadata import page_metadata
from theorybook.page import Page as ShownPage
from theorybook.social_card.card import card, card_address
from theorybook.social_card.image import picture
from theorybook.template_engine import Compiled, Unindented
from theorybook.trail import trail


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Draw the pictures and set the dates, now that hand-written pages have their titles.

    The frame of pages is read without its indents, as our own templates are, and kept.
    """
    build = Build.of(config)
    env.add_extension(Unindented)
    env.bytecode_cache = Compiled(build.edition.cache)
    edition, made = build.edition, pages_of(files)
    build.names = {page.url: shown_on(page, config).name for page in made}
    for page in made:
        shown = shown_on(page, config)
        # By the records, not by the clock, so that two builds are alike; of hand-written pages
        # we know no date.
        dated = edition.site.dated(shown.record).isoformat() if shown.is_generated else ""
        page.update_date = dated
        if shown.picture_of is None:
            drawn = _picture(build, shown, Path(config.docs_dir))
            files.append(written(config, card_address(shown), drawn))
    return env


def _picture(build: Build, shown: ShownPage, docs: Path) -> bytes:
    words = card(build.edition, shown)
    return build.edition.cache.data("picture", astuple(words), lambda: picture(words, docs))


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object
) -> dict[str, Any]:
    """Render the head, and the end of a print-out; both go into the frame of the page."""
    build, shown = Build.of(config), shown_on(page, config)
    way = trail(shown.address, build.names)
    return context | {
        "shown": shown,
        "trail": way,
        "metadata": build.renderer.metadata(page_metadata(build.edition, shown, way)),
        "printed": build.renderer.printed(shown),
    }

"""Give each page what machines read in its head, and the picture that it shows where shared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from theorybook.heads.card_picture import picture
from theorybook.heads.cards import card, card_address
from theorybook.heads.page_head import head
from theorybook.page import Page as RecordData
from theorybook.render import Renderer


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Draw the pictures, now that hand-written pages have their titles."""
    renderer: Renderer = config.extra["renderer"]
    pages = [_data(file.page, config) for file in files.documentation_pages() if file.page]
    for page in pages:
        if page.picture_of is None:
            drawn = picture(card(renderer, page), Path(config.docs_dir))
            files.append(File.generated(config, card_address(page), content=drawn))
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object
) -> dict[str, Any]:
    """Render the head, which the theme prints."""
    renderer: Renderer = config.extra["renderer"]
    context["head"] = renderer.head(head(renderer, _data(page, config)))
    return context


def _data(page: Page, config: MkDocsConfig) -> RecordData:
    """Return what a generated page was made from, or the same of a hand-written one."""
    data: RecordData | None = getattr(page, "data", None)
    if data is not None:
        return data
    description = page.meta.get("description") or config.site_description or ""
    return RecordData(page.url, str(page.title), "", str(description))

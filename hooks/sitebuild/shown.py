"""A build that browsers are given, and how one of its pages is made again."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from sitebuild.build import Build
from sitebuild.build_cache import build_cache
from sitebuild.pages import RecordPage
from theorybook.page import Page
from theorybook.site import Site


@dataclass(frozen=True)
class Shown:
    """A build that is shown, and what MkDocs needs to make one of its pages again."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    @property
    def site(self) -> Site:
        """What it was made from."""
        return Build.of(self.config).edition.site

    def show(self, site: Site, pages: Collection[Page]) -> None:
        """Make pages again from what a site says now."""
        build = Build.of(self.config)
        names = {**build.names, **{page.address: page.name for page in pages}}
        # It has the templates as Python reads them. To read them anew takes longer than all else.
        with closing(build_cache(Path(self.config.docs_dir).parent)) as cache:
            edition = replace(build.edition, site=site)
            replace(build, edition=edition, cache=cache, names=names).begin(self.config)
            documents = self.files.documentation_pages()
            for page in pages:
                made = self._placed(page)
                made.read_source(self.config)
                made.render(self.config, self.files)
                _build_page(made, self.config, documents, self.nav, self.env)

    def _placed(self, page: Page) -> RecordPage:
        """Return a page in the place in the menu that it had."""
        file = self.files.get_file_from_path(f"{page.address}index.md")
        assert file is not None
        before = file.page
        assert before is not None
        made = RecordPage(page, file, self.config)
        made.parent, made.update_date = before.parent, before.update_date
        made.previous_page, made.next_page = before.previous_page, before.next_page
        return made

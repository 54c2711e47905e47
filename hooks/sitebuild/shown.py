"""A build that browsers are given, and how some of its pages are made again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from sitebuild.build import Build
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
        names = {page.address: page.name for page in pages}
        with self._begun(site, names):
            for page in pages:
                self._make(self._placed(page))

    def show_again(self, addresses: Collection[str]) -> list[str]:
        """Make pages again with the templates as they are now; return which of them there are."""
        if self.env.cache is not None:
            self.env.cache.clear()  # MkDocs takes templates to stay as they are
        files = self.files.documentation_pages()
        pages = [file.page for file in files if file.page and file.page.url in addresses]
        with self._begun(self.site, {}):
            for page in pages:
                self._make(self._placed(page.shown) if isinstance(page, RecordPage) else page)
        return [page.url for page in pages]

    def show_hand_written(self, name: str) -> str:
        """Make a page of `docs/` again; return its address, empty if there is no such page."""
        file = self.files.get_file_from_path(name)
        if file is None or file.page is None:
            return ""
        with self._begun(self.site, {}):
            self._make(file.page)
        return file.page.url or "index.html"

    @contextmanager
    def _begun(self, site: Site, names: dict[str, str]) -> Iterator[None]:
        """Begin the build anew from a site, with what earlier builds have kept."""
        build = Build.of(self.config)
        # It has the templates as Python reads them. To read them anew takes longer than the rest.
        with closing(build.edition.cache.opened_again()) as cache:
            edition = replace(build.edition, site=site, cache=cache)
            replace(build, edition=edition, names={**build.names, **names}).begin(self.config)
            yield

    def _make(self, page: MkDocsPage) -> None:
        _populate_page(page, self.config, self.files)
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)

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

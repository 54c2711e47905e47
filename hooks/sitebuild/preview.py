"""What `make serve` shows at once after an edit: the pages of the records that were edited.

A whole build takes seconds. So after an edit to what records say, their pages are made first, by
what makes them in every build, and browsers load them. The whole build follows while they are
looked at, and what it makes is what stays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from sitebuild.build import Build
from sitebuild.pages import RecordPage
from theorybook.data.parsers import Parsers
from theorybook.kinds import kind_of
from theorybook.page import Page
from theorybook.pages.list_pages import list_pages
from theorybook.pages.record_pages import record_pages
from theorybook.problems import DataError
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
        replace(build, edition=replace(build.edition, site=site), names=names).begin(self.config)
        documents = self.files.documentation_pages()
        for page in pages:
            made = self._placed(page)
            _populate_page(made, self.config, self.files)
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


class Preview:
    """Follows edits: first the pages of what was edited, then everything.

    Args:
        root: the project's folder.
        shown: returns the build that browsers are given, or None where nobody knows it.
        build_all: builds the whole site, and gives it to browsers once it is done.
    """

    def __init__(
        self, root: Path, shown: Callable[[], Shown | None], build_all: Callable[[], None]
    ) -> None:
        self._root = root
        self._shown = shown
        self._build_all = build_all
        self._parsers = Parsers().remembering()
        self._building = Lock()
        self._edited = Event()
        Thread(target=self._build_behind, daemon=True).start()

    def follow(self) -> None:
        """Show an edit; browsers can load it once this returns."""
        if self._show_edited(self._shown()):
            self._edited.set()
        else:
            with self._building:
                self._build_all()

    def _build_behind(self) -> None:
        while self._edited.wait():
            self._edited.clear()
            with self._building:
                self._build_all()

    def catch_up(self, shown: Shown) -> None:
        """Bring a build up to date with what was edited since it began, before it is shown."""
        if self._edited.is_set():
            self._show_edited(shown)

    def _show_edited(self, shown: Shown | None) -> bool:
        """Show the pages of what was edited; return whether there was nothing else to show."""
        start = monotonic()
        if shown is None:
            return False
        try:
            site = Site.unchecked(self._root, self._parsers)
        except DataError:
            return False  # the whole build tells of it
        pages = edited_pages(shown.site, site)
        if pages:
            shown.show(site, pages)
            addresses = ", ".join(f"/{page.address}" for page in pages)
            print(f"serve: shown in {monotonic() - start:.1f} s: {addresses}; the rest follows",
                  flush=True)  # fmt: skip
        return bool(pages)


@dataclass
class Builds:
    """What the builds of a preview hand on to each other: each by its folder."""

    made: dict[Path, Shown] = field(default_factory=dict)
    preview: Preview | None = None


def edited_pages(before: Site, after: Site) -> tuple[Page, ...]:
    """Return the pages of the records that say something else than before.

    None are returned where more than that differs: records are new or gone, or moved, or what many
    pages show has changed.
    """
    old, new = before.everything.by_id, after.everything.by_id
    if [*old] != [*new] or _common(before) != _common(after):
        return ()
    edited = [record for id_, record in new.items() if record != old[id_]]
    wanted = {kind_of(record).address_of(record).partition("#")[0] for record in edited}
    found = tuple(page for page in record_pages(after) if page.address in wanted)
    if len(found) < len(wanted):
        found += tuple(page for page in list_pages(after) if page.address in wanted)
    return found


def _common(site: Site) -> tuple[object, ...]:
    """Return what many pages show, or what decides where they are."""
    return site.settings, site.references, site.sources, site.addresses

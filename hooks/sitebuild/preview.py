"""What `make serve` shows at once after an edit: the pages of the records that were edited.

A whole build takes seconds. So after an edit to what records say, their pages are made first, by
what makes them in every build, and browsers load them. The whole build follows while they are
looked at, stands still whenever something new is to be shown, and what it makes is what stays.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, RLock, Thread
from time import monotonic, time

from sitebuild.shown import Shown
from theorybook.data.parsers import Parsers
from theorybook.pages.edited_pages import edited_pages
from theorybook.site import Site


class Preview:
    """Follows edits: first the pages of what was edited, then everything.

    Args:
        root: the project's folder.
        shown: returns the build that browsers are given, or None where nobody knows it.
        build_all: builds the whole site, and gives it to browsers once it is done.
        quiet: for how many seconds nothing is edited before everything is built.
    """

    def __init__(
        self,
        root: Path,
        shown: Callable[[], Shown | None],
        build_all: Callable[[], None],
        quiet: float = 1.0,
    ) -> None:
        self._root = root
        self._shown = shown
        self._build_all = build_all
        self._parsers = Parsers().remembering()
        self._quiet = quiet
        self._building = Lock()
        self._showing = RLock()
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
        with suppress(Exception):  # what is wrong, the first build tells
            Site.unchecked(self._root, self._parsers)  # so that the first edit finds the rest read
        while self._edited.wait():
            self._edited.clear()
            while self._edited.wait(self._quiet):
                self._edited.clear()
            with self._building:
                self._build_all()

    def let_pass(self) -> None:
        """Stand still while something is shown: two threads of Python halve each other's pace."""
        with self._showing:
            pass

    def catch_up(self, shown: Shown) -> None:
        """Bring a build up to date with what was edited since it began, before it is shown."""
        if self._edited.is_set():
            self._show_edited(shown)

    def _show_edited(self, shown: Shown | None) -> bool:
        """Show the pages of what was edited; return whether there was nothing else to show."""
        if shown is None:
            return False
        noticed, start = self._since_saved(), monotonic()
        try:
            with self._showing, _no_collection():
                site = Site.unchecked(self._root, self._parsers)
                read = monotonic()
                pages = edited_pages(shown.site, site)
                shown.show(site, pages)
        except Exception:
            # What was not checked can break anything, and the whole build tells what is wrong.
            return False
        if pages:
            addresses = ", ".join(f"/{page.address}" for page in pages)
            parts = f"noticed in {noticed:.2f} s, read in {read - start:.2f} s"
            made = f"made in {monotonic() - read:.2f} s"
            print(f"serve: {parts}, {made}: {addresses}; the rest follows", flush=True)
        return bool(pages)

    def _since_saved(self) -> float:
        """Return the seconds since a file of the data was saved last."""
        times = (path.stat().st_mtime for path in (self._root / "data").iterdir())
        return time() - max(times, default=time())


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let Python not look for rubbish meanwhile: among all that a build holds, that takes long."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass
class Builds:
    """What the builds of a preview hand on to each other: each by its folder."""

    made: dict[Path, Shown] = field(default_factory=dict)
    preview: Preview | None = None

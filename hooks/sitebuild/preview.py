"""What `make serve` shows at once after an edit: the pages that it touches, as far as they are few.

A whole build takes seconds. So the pages of what was edited are made first, by what makes them in
every build, and browsers load them. The whole build follows while they are looked at, stands still
whenever something new is to be shown, and what it makes is what stays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event, Lock, RLock, Thread
from time import monotonic, time

from sitebuild.shown import Shown
from sitebuild.shown_edits import show_edited
from sitebuild.undisturbed import undisturbed
from sitebuild.watched_files import WatchedFiles
from theorybook.data.parsers import Parsers
from theorybook.site import Site


class Preview:
    """Follows edits: first the pages that they touch, then everything.

    Args:
        root: the project's folder.
        shown: returns the build that browsers are given, or None where nobody knows it.
        build_all: builds the whole site, and gives it to browsers once it is done.
        asked: the addresses that browsers asked for last.
        quiet: for how many seconds nothing is edited before everything is built.
    """

    def __init__(
        self,
        root: Path,
        shown: Callable[[], Shown | None],
        build_all: Callable[[], None],
        asked: Collection[str] = (),
        quiet: float = 1.0,
    ) -> None:
        self._shown = shown
        self._build_all = build_all
        self._asked = asked
        self._quiet = quiet
        self._files = WatchedFiles(root)
        self._load = partial(Site.unchecked, root, Parsers().remembering())
        self._building = Lock()
        self._showing = RLock()
        self._edited = Event()
        self._waiting: frozenset[str] = frozenset()  # edited since the last whole build began
        Thread(target=self._build_behind, daemon=True).start()

    def follow(self) -> None:
        """Show an edit; browsers can load it once this returns."""
        edited = self._files.edited()
        self._waiting |= edited
        if self._show(self._shown(), edited):
            self._edited.set()
        else:
            self._build()

    def _build_behind(self) -> None:
        with suppress(Exception):  # what is wrong, the first build tells
            self._load()  # so that the first edit finds the rest read
        while self._edited.wait():
            self._edited.clear()
            while self._edited.wait(self._quiet):
                self._edited.clear()
            self._build()

    def _build(self) -> None:
        with self._building:
            self._waiting = frozenset()
            self._build_all()

    def let_pass(self) -> None:
        """Stand still while something is shown: two threads of Python halve each other's pace."""
        with self._showing:
            pass

    def catch_up(self, shown: Shown) -> None:
        """Bring a build up to date with what was edited since it began, before it is shown."""
        if self._waiting:
            self._show(shown, self._waiting)

    def _show(self, shown: Shown | None, edited: Collection[str]) -> bool:
        """Show the pages that were edited; return whether there was nothing else to show."""
        if shown is None or not edited:
            return False
        noticed, start = time() - self._files.newest(), monotonic()
        try:
            with self._showing, undisturbed():
                addresses = show_edited(shown, edited, self._asked, self._load)
        except Exception:
            # What was not checked can break anything, and the whole build tells what is wrong.
            return False
        if addresses:
            these = ", ".join(f"/{address}" for address in addresses)
            took = f"noticed in {noticed:.2f} s, made in {monotonic() - start:.2f} s"
            print(f"serve: {took}: {these}; the rest follows", flush=True)
        return bool(addresses)


@dataclass
class Builds:
    """What the builds of a preview hand on to each other: each by its folder."""

    made: dict[Path, Shown] = field(default_factory=dict)
    preview: Preview | None = None

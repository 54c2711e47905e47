"""A project that is measured, and its twin: what is done with both, step by step."""

from __future__ import annotations

import compileall
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import browser as chromium
from benchmark.made.project import copy_project, make_project
from benchmark.measured import build
from benchmark.measured.edits import SentenceEdit, edit_template
from benchmark.measured.live import saves
from benchmark.measured.run import run
from benchmark.measured.search import first_search
from benchmark.measured.weight import weight
from benchmark.results import (
    FLAT,
    OURS,
    OUTSIDE,
    SENTENCE,
    TEMPLATE,
    Measured,
)
from benchmark.twin import project as twin
from theorybook.data.folder import read_folder
from theorybook.kinds import KINDS

_QUESTION = "burnout"  # a word of our data; made-up data have it, too
# Of the time that ours takes. What is slower than that is not waited for, and said to be slower.
_LONGEST_TWIN = 2.75
_CHECKED, _LIVE = 100, 200  # numbers of edits, so that no two are alike
_SETTINGS = {OUTSIDE: twin.OUTSIDE, FLAT: twin.FLAT}


class Subject:
    """A project of one size.

    Args:
        root: our own project.
        work: a folder for it, which is not there yet.
        measured: takes what is found; its size says how many theories there are to be.
    """

    def __init__(self, root: Path, work: Path, measured: Measured, seed: int) -> None:
        self.measured = measured
        self._root = root
        self._seed = seed
        self._ours = work / "ours"
        self._twin = work / "twin"

    def make(self) -> None:
        """Make the project, or copy ours."""
        if self.measured.is_ours:
            copy_project(self._root, self._ours)
        else:
            make_project(self._root, self._ours, self.measured.size, self._seed)
        compileall.compile_dir(self._ours / "hooks", quiet=1)
        records = read_folder(self._ours / "data").records
        self.measured.counts = {kind.many: len(records.of(kind.model)) for kind in KINDS}
        self._project = build.ours(self._ours)

    def write_twin(self) -> None:
        """Write the twin, from the site as it is built."""
        self.measured.counts["pages by hand"] = twin.write_twin(
            self._project.site, self._ours / "mkdocs.yml", self._twin
        )
        self._twins = {form: build.twin(self._twin, file) for form, file in _SETTINGS.items()}

    def cold(self, form: str) -> None:
        """Build ours, or a form of the twin."""
        project = self._project if form == OURS else self._twins[form]
        last = self.measured.cold.get(OURS)
        limit = None if form == OURS or not last else last[-1].run.wall * _LONGEST_TWIN
        self.measured.cold.setdefault(form, []).append(project.cold(limit))

    def warm(self, change: str) -> None:
        """Build ours again after a change."""
        builds = self.measured.warm.setdefault(change, [])
        if change == SENTENCE:
            SentenceEdit.of(self._ours).apply(len(builds) + 1)
        elif change == TEMPLATE:
            edit_template(self._ours)
        builds.append(self._project.warm())

    def check(self) -> None:
        """Look for mistakes in the data, change one sentence, and look again.

        Only the second is measured. Who edits has checked before, and what that read is found.
        """
        check = self._ours / "scripts" / "check.py"
        run(check)
        SentenceEdit.of(self._ours).apply(_CHECKED + len(self.measured.check))
        self.measured.check.append(run(check))

    def live(self, count: int) -> None:
        """Edit a sentence so often, and wait for it in the browser."""
        with _browser() as shown:
            self.measured.live += saves(self._ours, shown, range(_LIVE, _LIVE + count))

    def search(self) -> None:
        """Search as a reader does who comes for the first time; weigh the pages."""
        with _browser() as shown:
            self.measured.search.append(first_search(self._project.site, shown, _QUESTION))
        self.measured.weight = weight(self._project.site)


@contextmanager
def _browser() -> Iterator[Browser]:
    path = chromium.find()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path)

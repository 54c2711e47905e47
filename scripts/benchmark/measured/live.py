"""From an edit that is saved to the page in the browser that shows it, under `make serve`."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO

from playwright.sync_api import Browser, Page

from benchmark.measured.edits import WORDS, SentenceEdit
from benchmark.measured.run import FailedRunError

_LONGEST = 1800  # seconds for one build
_PARTS = re.compile(r"noticed in ([\d.]+) s, made in ([\d.]+) s")
_BUILT = re.compile(r"(?:not )?built")
# Before each frame that a page paints it looks for the words, and notes when they are there. To ask
# from outside takes a while, after a page was loaded anew above all.
_NOTE_WHEN_SEEN = f"""
(() => {{
  const look = () => {{
    const found = document.body && document.body.textContent.match(/{WORDS}/);
    if (found) window.seen = {{words: found[0], at: performance.timeOrigin + performance.now()}};
    else requestAnimationFrame(look);
  }};
  look();
}})();
"""


@dataclass(frozen=True)
class Save:
    """How long it took from a save to the page in the browser, in seconds.

    Attributes:
        seconds: all of it.
        noticed: until the server knew of it; None where the page came with all others.
        made: until the page was made; the rest is the browser's.
    """

    seconds: float
    noticed: float | None = None
    made: float | None = None

    @property
    def loaded(self) -> float | None:
        """What the browser took."""
        if self.noticed is None or self.made is None:
            return None
        return self.seconds - self.noticed - self.made


class _Lines:
    """What a server prints, read as it comes: it stands still where nobody reads."""

    def __init__(self, output: IO[str]) -> None:
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, args=(output,), daemon=True).start()

    def __iter__(self) -> Iterator[str]:
        """Yield each line that was not asked for yet, and wait for the next, until the last."""
        return iter(self._lines.get, "")

    def _read(self, output: IO[str]) -> None:
        for line in output:
            self._lines.put(line)
        self._lines.put("")


def saves(project: Path, browser: Browser, numbers: range) -> Iterator[Save]:
    """Yield what passed from each save to the words in the page, which is open all the while.

    Args:
        project: is served from its folder.
        browser: shows the page of the theory that is edited.
        numbers: of the edits, which are made one after the other.
    """
    edit = SentenceEdit.of(project)
    with _serving(project) as (address, lines):
        page = browser.new_page()
        page.add_init_script(_NOTE_WHEN_SEEN)
        page.goto(address + edit.address, timeout=_LONGEST * 1000)
        # What reloads the page has to listen before anything changes.
        page.wait_for_load_state("load")
        for number in numbers:
            seconds = _seconds_until_seen(page, edit, number)
            yield Save(seconds, *_parts(lines))
        page.close()


def _seconds_until_seen(page: Page, edit: SentenceEdit, number: int) -> float:
    start = time.time()
    words = edit.apply(number)
    page.get_by_text(words).first.wait_for(state="attached", timeout=_LONGEST * 1000)
    page.wait_for_function("words => window.seen?.words === words", arg=words)
    at: float = page.evaluate("window.seen.at")
    return at / 1000 - start


def _parts(lines: _Lines) -> tuple[float, ...]:
    """Return what the server says of the edit that was shown last."""
    for line in lines:
        if found := _PARTS.search(line):
            return float(found[1]), float(found[2])
        if _BUILT.search(line):
            break
    return ()


@contextmanager
def _serving(project: Path) -> Iterator[tuple[str, _Lines]]:
    """Serve a project as `make serve` does; give its address, with a slash, and what it prints."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(project / "scripts" / "serve.py"), str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        lines = _Lines(process.stdout)
        try:
            _wait_until_served(lines)
            yield f"http://127.0.0.1:{port}/", lines
        finally:
            process.terminate()


def _wait_until_served(lines: _Lines) -> None:
    said = ""
    for line in lines:
        said += line
        if "Serving on" in line:
            return
    raise FailedRunError(said[-2000:])

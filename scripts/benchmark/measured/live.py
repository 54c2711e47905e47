"""From an edit that is saved to the page in the browser that shows it, under `make serve`."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from playwright.sync_api import Browser, Page

from benchmark.measured.edits import SentenceEdit
from benchmark.measured.run import FailedRunError

_LONGEST = 1800  # seconds for one build


def saves(project: Path, browser: Browser, numbers: range) -> Iterator[float]:
    """Yield the seconds from each save to the words in the page, which is open all the while.

    Args:
        project: is served from its folder.
        browser: shows the page of the theory that is edited.
        numbers: of the edits, which are made one after the other.
    """
    edit = SentenceEdit.of(project)
    with _serving(project) as address:
        page = browser.new_page()
        page.goto(address + edit.address, timeout=_LONGEST * 1000)
        # What reloads the page has to listen before anything changes.
        page.wait_for_load_state("load")
        for number in numbers:
            yield _seconds_until_seen(page, edit, number)
        page.close()


def _seconds_until_seen(page: Page, edit: SentenceEdit, number: int) -> float:
    start = time.monotonic()
    words = edit.apply(number)
    page.get_by_text(words).first.wait_for(state="attached", timeout=_LONGEST * 1000)
    return time.monotonic() - start


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    """Serve a project as `make serve` does, and give its address, which ends with a slash."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(project / "scripts" / "serve.py"), str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            _wait_until_served(process.stdout)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def _wait_until_served(output: IO[str] | None) -> None:
    said = ""
    for line in output or ():
        said += line
        if "Serving on" in line:
            return
    raise FailedRunError(said[-2000:])

"""Writes the search index, with the program that Pagefind is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Parts of a page that stand on many pages, or point elsewhere: they would match every question.
NOT_READ = (
    "nav",
    "form",
    "svg",
    ".cites",
    ".head__meta",
    ".head .small",
    ".limits",
    "[aria-labelledby=use]",
    "[aria-labelledby=history]",
    "[aria-labelledby=references]",
)
# Ready-made search pages that Pagefind writes beside its index.
_NOT_LOADED = ("pagefind-*ui.*", "pagefind-highlight.js")


class IndexNotWrittenError(Exception):
    """Pagefind ended with a fault; the message is what it said."""


def write_index(documents: Path, folder: Path) -> None:
    """Write the index of all HTML documents in a folder, byte for byte the same each time.

    Args:
        documents: a folder of HTML documents, each `<address>/index.html`.
        folder: gets the index, and the script that asks it.

    Raises:
        IndexNotWrittenError: Pagefind could not write it.
    """
    # Not through Pagefind's Python client: it ends the program while files are being written,
    # and now and then one of them stays empty.
    left_out = [part for selector in NOT_READ for part in ("--exclude-selectors", selector)]
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", documents, "--output-path", folder, *left_out],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise IndexNotWrittenError(f"{done.stdout}{done.stderr}")
    for pattern in _NOT_LOADED:
        for unused in folder.glob(pattern):
            unused.unlink()

"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_NEW = 0o666  # as any new file; the user's mask takes off what it takes off


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that there is the old one or the new one, whatever happens meanwhile.

    Args:
        path: the file; a new one takes over the rights of an old one.
        text: what it is to hold.

    Raises:
        OSError: it could not be written, such as on a full disk. The old file is as it was.
    """
    # A sibling, since a file takes another's place at once only within one file system.
    beside = path.with_name(f".{path.name}.unfinished")
    try:
        _write(beside, text.encode("utf-8"), path)
        beside.replace(path)
        _settle(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def _write(beside: Path, content: bytes, path: Path) -> None:
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _NEW)
    with os.fdopen(handle, "wb") as file:
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # else a power cut can leave the new name on an empty file


def _settle(folder: Path) -> None:
    """Have the folder's entry on the disk, where the system can do so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Files packed into one, with no minute in it: the same files give the same bytes, everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first day that a zip file can tell. When a file was written says nothing of what is in it.
_SOME_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


def zip_files(files: Iterable[tuple[str, str | bytes]], target: Path | BytesIO) -> int:
    """Pack files, in their order, and return how many there are.

    Args:
        files: the name of each in the zip file, and what it holds: a text is written as UTF-8.
        target: the zip file.
    """
    count = 0
    with ZipFile(target, "w") as packed:
        for count, (name, content) in enumerate(files, 1):  # noqa: B007 -- the last one is returned
            info = ZipInfo(name, _SOME_DAY)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # as on Unix, whatever this is
            info.external_attr = _PLAIN_FILE
            packed.writestr(info, content, compresslevel=9)
    return count


def packed(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return a zip file of files, in their order, as `zip_files` writes it."""
    written = BytesIO()
    zip_files(files, written)
    return written.getvalue()

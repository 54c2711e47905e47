"""Files packed into one, with no minute in it: the same files give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day that a packed file can be of


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file.

    Args:
        files: what stands in it, by name and in order. A text is written as UTF-8.
    """
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, _LONG_AGO), content, ZIP_DEFLATED)
    return written.getvalue()

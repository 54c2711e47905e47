"""The cache of the builds of a project: where it is, and what makes it of no use."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from pathlib import Path

from theorybook.cache import Cache, digest_of_files

_FILE = Path(".cache", "build.sqlite")
# What makes the things that are kept, beside our own code.
_LIBRARIES = (
    *("jinja2", "markupsafe", "pillow", "pydantic", "pydantic-core", "segno"),
    *("typst", "python-docx", "lxml"),
)
_OFF = "NO_CACHE"


def build_cache(root: Path) -> Cache:
    """Open the cache of a project; with NO_CACHE set to anything, nothing is found or kept.

    Args:
        root: the project's folder.
    """
    if os.environ.get(_OFF):
        return Cache()
    code = digest_of_files(sorted((root / "hooks").rglob("*.py")))
    fonts = digest_of_files(sorted((root / "docs" / "assets" / "fonts").iterdir()))
    versions = (f"{name} {version(name)}" for name in _LIBRARIES)
    return Cache(root / _FILE, " ".join((sys.version, code, fonts, *versions)))

"""The cache of the builds of a project: where it is, and what makes it of no use."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from theorybook.cache import Cache, digest_of_files

_FOLDER = Path(".cache")
_OFF = "NO_CACHE"


def build_cache(root: Path, of: str = "build") -> Cache:
    """Open a cache of a project; with NO_CACHE set to anything, nothing is found or kept.

    Args:
        root: the project's folder.
        of: what it is of. Each such thing drops what it has not used for long itself.
    """
    if os.environ.get(_OFF):
        return Cache()
    code = digest_of_files(sorted((root / "hooks").rglob("*.py")))
    fonts = digest_of_files(sorted((root / "docs" / "assets" / "fonts").iterdir()))
    made_with = " ".join((sys.version, code, fonts, *_packages()))
    return Cache(root / _FOLDER / f"{of}.sqlite", made_with)


def _packages() -> list[str]:
    """Return the names and versions of all packages, as the folders that say so are called.

    To ask Python for the version of a package takes longer than to look for all of them.
    """
    return sorted({each.name for path in sys.path for each in Path(path).glob("*.dist-info")})

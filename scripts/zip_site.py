"""Pack the built site into one file: the same bytes for the same site.

.venv/bin/python scripts/zip_site.py [the file, by default site.zip]
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from build import SITE
from faults import faults_told

# The first day that a zip file can tell. When a file was written says nothing of what is in it.
_SOME_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


def main() -> None:
    """Pack `site/`."""
    target = Path((sys.argv[1:] or ["site.zip"])[0])
    if not (SITE / "index.html").is_file():
        sys.exit("zip: there is no built site; run `make site` first")
    count = zip_folder(SITE, target)
    print(f"zip: {count} files in {target}, {target.stat().st_size / 1e6:.1f} MB")


def zip_folder(folder: Path, target: Path) -> int:
    """Pack a folder, itself at the top, and return how many files there are.

    Args:
        folder: what to pack. Links in it are followed.
        target: the zip file, outside the folder.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = (((Path(folder.name) / path.relative_to(folder)).as_posix(), path) for path in files)
    return zip_files(((name, path.read_bytes()) for name, path in named), target)


def zip_files(files: Iterable[tuple[str, bytes]], target: Path) -> int:
    """Pack files, in their order, and return how many there are.

    Args:
        files: the name of each in the zip file, and what it holds.
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


if __name__ == "__main__":
    with faults_told("zip"):
        main()

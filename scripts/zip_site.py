"""Pack the built site into one file: the same bytes for the same site.

.venv/bin/python scripts/zip_site.py [the file, by default site.zip]
"""

import sys
from pathlib import Path

from build import SITE
from faults import faults_told
from theorybook.packed import zip_files


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


if __name__ == "__main__":
    with faults_told("zip"):
        main()

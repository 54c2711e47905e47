"""Pack the built site so that it works from a disk, and offer the file on the pages for trainers.

.venv/bin/python scripts/take_along.py

The file is `site/take-along.zip`. It is the same for the same site, letter by letter.
"""

import sys
from pathlib import Path

from core import ROOT
from faults import faults_told
from theorybook.offline_copy.offline_copy import OfflineCopy
from theorybook.offline_copy.take_along import OFFERING, ZIP, offered, take_along
from theorybook.packed import zip_files

SITE = ROOT / "site"


def main() -> None:
    """Pack `site/` into a file in it."""
    if not (SITE / "index.html").is_file():
        sys.exit("take-along: there is no built site; run `make site` first")
    count = pack(SITE)
    print(f"take-along: {count} files in site/{ZIP}, {(SITE / ZIP).stat().st_size / 1e6:.1f} MB")


def pack(site: Path) -> int:
    """Put the zip into a built site, offer it there, and return how many files are in it."""
    count = zip_files(take_along(OfflineCopy(site)), site / ZIP)
    for address in OFFERING:
        page = site / address
        html = offered(page.read_text(encoding="utf-8"), address, (site / ZIP).stat().st_size)
        page.write_text(html, encoding="utf-8")
    return count


if __name__ == "__main__":
    with faults_told("take-along"):
        main()

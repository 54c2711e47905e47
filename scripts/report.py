"""Tell what a change does, for people who do not read YAML.

    .venv/bin/python scripts/report.py BASE

BASE is the branch or commit that the change is for. What is told is all that differs between the
files here and the commit where the two parted, as Markdown.
"""

import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from core import ROOT
from faults import faults_told
from theorybook.review.change_report import change_report
from theorybook.review.snapshot import Snapshot

# Where data and pages are, with texts of fonts and the like in the same folders.
TOLD = ("data/", "docs/")
NOT_TOLD = (".css", ".js")


def main() -> None:
    """Print the report."""
    if len(sys.argv) != 2:
        sys.exit("report: name the branch that the change is for: make report BASE=main")
    base = git("merge-base", sys.argv[1], "HEAD").decode().strip()
    with tempfile.TemporaryDirectory() as folder:
        unpack(base, Path(folder))
        before = Snapshot.of(Path(folder))
    files = git("diff", "--name-only", "-z", base).decode().split("\0")
    print(change_report(before, Snapshot.of(ROOT), [*filter(is_other, files)]), end="")


def unpack(commit: str, folder: Path) -> None:
    """Write the data and pages of a commit into a folder."""
    archive = git("archive", "--format=zip", commit, "--", "data", "docs")
    with zipfile.ZipFile(BytesIO(archive)) as files:
        files.extractall(folder)


def is_other(path: str) -> bool:
    """Whether a file holds neither data nor pages."""
    return bool(path) and (not path.startswith(TOLD) or path.endswith(NOT_TOLD))


def git(*arguments: str) -> bytes:
    """Return what git prints, or end with what it complains about."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    except OSError:
        sys.exit("report: git is not installed")
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip() or f"there is no {arguments[-1]}"
        sys.exit(f"report: {reason.splitlines()[-1]}")
    return done.stdout


if __name__ == "__main__":
    with faults_told("report"):
        main()

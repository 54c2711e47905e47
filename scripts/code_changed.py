"""Say whether a proposed change touches more than content, so that all tests have to run."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print `code=true` or `code=false`: what changed since a branch left the one that is named."""
    if len(sys.argv) != 2:
        sys.exit("code_changed: name one branch, such as origin/main")
    print(f"code={str(touches_code(changed_since(sys.argv[1]))).lower()}")


def changed_since(branch: str) -> list[str]:
    """Return the files that changed since this branch left another.

    Args:
        branch: the name of the other, as git knows it.

    Raises:
        CalledProcessError: git knows no such branch, or nothing that both share.
    """
    command = ["git", "diff", "--name-only", "-z", "--no-renames", f"{branch}...HEAD"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.split("\0")[:-1]


def touches_code(files: Iterable[str]) -> bool:
    """Return whether any of these files is neither data nor a hand-written page."""
    return not all(
        file.startswith("data/") or (file.startswith("docs/") and file.endswith(".md"))
        for file in files
    )


if __name__ == "__main__":
    main()

"""Look for mistakes in the data, without building the site."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from theorybook.problems import DataError
from theorybook.site import Site


def main() -> None:
    """Print every mistake and end with 1, or say what was checked."""
    try:
        site = Site.load(ROOT)
    except DataError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        sys.exit(f"check: {count} {'mistake' if count == 1 else 'mistakes'} to mend")
    counts = ", ".join(f"{len(getattr(site, name))} {name}" for name in COUNTED)
    print(f"check: all is well with {counts}")


COUNTED = ("theories", "studies", "quotes", "terms", "glossary")

if __name__ == "__main__":
    main()

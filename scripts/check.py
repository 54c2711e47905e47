"""Look for mistakes in the data, without building the site."""

import sys

from core import ROOT
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
    print(
        f"check: all is well. Theories {len(site.theories)}, studies {len(site.studies)}, "
        f"quotations {len(site.quotes)}, terms {len(site.terms)}, "
        f"glossary entries {len(site.glossary)}."
    )


if __name__ == "__main__":
    main()

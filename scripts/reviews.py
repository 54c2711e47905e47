"""Print which theories should be read through again by now, and which help lines looked at.

.venv/bin/python scripts/reviews.py > reviews.md

They are printed as Markdown, for an issue. Nothing is printed if nothing is overdue.
"""

import sys
from datetime import date

from core import ROOT
from faults import faults_told
from theorybook.due import Due, all_due
from theorybook.kinds import NOUNS
from theorybook.problems import DataError
from theorybook.site import Site


def main() -> None:
    """Print what is overdue today."""
    try:
        site = Site.load(ROOT)
    except DataError as error:
        print(error, file=sys.stderr)
        sys.exit("reviews: mend these mistakes first")
    late = overdue(site, date.today())
    print("".join(f"{_line(site, due)}\n" for due in late), end="")
    print(f"reviews: {len(late)} overdue of {len(all_due(site))}", file=sys.stderr)


def overdue(site: Site, today: date) -> list[Due]:
    """Return what should have been looked at before a day, the longest overdue first."""
    return [due for due in all_due(site) if due.by < today]


def _line(site: Site, due: Due) -> str:
    noun, name = NOUNS[due.record.kind][0], site.title(due.record)
    return (
        f"- [ ] {noun} `{due.record.id}` ({name}): last on {due.last}, due by {due.by} "
        f"(`{site.places[due.record]}`)"
    )


if __name__ == "__main__":
    with faults_told("reviews"):
        main()

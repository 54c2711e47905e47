"""Note in data/published.json all that the built site promises. The list only ever grows.

    .venv/bin/python scripts/publish.py [--check]

With --check nothing is written, and the run fails if something is not noted yet.
"""

import sys

from build import SITE
from core import ROOT
from faults import faults_told
from theorybook.data.published_list import Published
from theorybook.data.whole_file import write_whole
from theorybook.problems import DataError
from theorybook.published.crawl import addresses
from theorybook.published.fingerprint import fingerprints
from theorybook.record_id import RecordId
from theorybook.site import Site

FILE = ROOT / "data" / "published.json"


def main() -> None:
    """Write what readers were promised, and what is new."""
    site = loaded()
    promised = all_promised(site)
    new = size(promised) - size(site.listed)
    if "--check" in sys.argv[1:]:
        if new:
            sys.exit(f"publish: {new} entries are not noted yet; run `make publish` and commit")
    else:
        write(promised)
    print(f"publish: {new} new entries, {size(promised)} in all")


def loaded() -> Site:
    """Load the project. Data with mistakes, a broken promise among them, end the script."""
    try:
        return Site.load(ROOT)
    except DataError as error:
        print(error, file=sys.stderr)
        sys.exit("publish: mend these mistakes first; nothing was written")


def all_promised(site: Site) -> Published:
    """Return what readers were promised, with all that the built site adds to it."""
    return site.published.grown(site.addresses, versions(site), list(addresses(SITE)))


def write(published: Published) -> None:
    """Write the list, whole or not at all."""
    try:
        write_whole(FILE, published.text)
    except OSError as error:
        why = f"data/published.json could not be written ({error.strerror})"
        sys.exit(f"publish: {why}; it is as it was")


def versions(site: Site) -> dict[RecordId, dict[int, str]]:
    """Return what each record says now, as its version and the sum of its words."""
    sums = fingerprints(site.everything, site.references)
    return {id_: {record.version: sums[id_]} for id_, record in site.everything.by_id.items()}


def size(published: Published) -> int:
    """Count the entries: addresses of records, versions of records, and all other addresses."""
    return (
        sum(map(len, published.records.values()))
        + sum(map(len, published.versions.values()))
        + len(published.addresses)
    )


if __name__ == "__main__":
    with faults_told("publish"):
        main()

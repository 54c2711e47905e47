"""Notes what a copy of the project says, without building it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from theorybook.published.fingerprint import fingerprints
from theorybook.site import Site


def publish(root: Path, addresses: Iterable[str] = ()) -> None:
    """Note all that a project says now, and these addresses, as `make publish` does."""
    site = Site.load(root)
    sums = fingerprints(site.everything, site.references)
    versions = {name: {kept.version: sums[name]} for name, kept in site.everything.by_id.items()}
    grown = site.published.grown(site.addresses, versions, list(addresses))
    (root / "data" / "published.json").write_text(grown.text, encoding="utf-8")

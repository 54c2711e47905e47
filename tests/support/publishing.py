"""Notes what a copy of the project says, without building it; and repositories of such copies."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from theorybook.data.published_list import Published
from theorybook.published.fingerprint import fingerprints
from theorybook.site import Site


def said(root: Path, addresses: Iterable[str] = ()) -> Published:
    """Return the list with all that a project says now, and these addresses."""
    site = Site.load(root)
    sums = fingerprints(site.everything, site.references)
    versions = {name: {kept.version: sums[name]} for name, kept in site.everything.by_id.items()}
    return site.published.grown(site.addresses, versions, list(addresses))


def publish(root: Path, addresses: Iterable[str] = ()) -> None:
    """Note all that a project says now, and these addresses, as `make publish` does."""
    text = said(root, addresses).text
    (root / "data" / "published.json").write_text(text, encoding="utf-8")


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder, as nobody, and return what it answers."""
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@garden.example")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def commit(root: Path, what: str = "A change") -> None:
    """Commit all that is there."""
    git(root, "add", "-A")
    git(root, "commit", "-qm", what)

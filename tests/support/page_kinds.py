"""The kinds of pages of a built site: those of one template, or written by hand for one part."""

from __future__ import annotations

from pathlib import Path

from tests.support.html import url_of

from theorybook.pages.site_pages import pages
from theorybook.site import Site

LEADS_ON = b'http-equiv="refresh"'


def html_files(folder: Path) -> list[Path]:
    """Return the files of all pages but those that lead on at once, from the site's root."""
    files = sorted(file for file in folder.rglob("*.html") if LEADS_ON not in file.read_bytes())
    assert files
    return [file.relative_to(folder) for file in files]


def written_by_hand(folder: Path, site: Site) -> list[Path]:
    """Return the files of all pages that are made of no template, from the site's root."""
    made = {page.address for page in pages(site)}
    return [file for file in html_files(folder) if url_of(file) not in made]


def fullest(folder: Path, site: Site) -> list[Path]:
    """Return the file of that page of each kind which has most in it, from the site's root."""
    templates = {page.address: page.template for page in pages(site)}
    kinds: dict[str, list[Path]] = {}
    for file in html_files(folder):
        kinds.setdefault(templates.get(url_of(file)) or file.parts[0], []).append(file)
    return sorted(
        max(those, key=lambda file: (folder / file).stat().st_size) for those in kinds.values()
    )

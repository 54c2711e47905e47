"""What each sort of edit can show at once, in a build that browsers have already."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from sitebuild.build import Build
from sitebuild.shown import Shown
from theorybook.pages.edited_pages import edited_pages
from theorybook.site import Site

_DATA = "data/"
_DOCS = "docs/"
_STYLES = ".css"
_TEMPLATES = ("hooks/theorybook/templates/", "overrides/")


def show_edited(
    shown: Shown, edited: Collection[str], asked: Collection[str], load: Callable[[], Site]
) -> list[str]:
    """Show what was edited, each sort in its way.

    Args:
        shown: the build.
        edited: the paths of what was edited, from the project's folder.
        asked: the addresses that browsers asked for last; a template may change any of them.
        load: reads the data.

    Returns:
        The addresses of what was made again; none where it takes a build of everything.
    """
    addresses: list[str] = []
    for path in edited:
        if not path.startswith((_DATA, *_TEMPLATES)):
            if not (address := _show_file(shown, path)):
                return []
            addresses.append(address)
    if any(path.startswith(_DATA) for path in edited):
        site = load()
        pages = edited_pages(shown.site, site)
        if not pages:
            return []
        shown.show(site, pages)
        addresses += [page.address for page in pages]
    if any(path.startswith(_TEMPLATES) for path in edited):
        addresses += shown.show_again(asked)
    return addresses


def _show_file(shown: Shown, path: str) -> str:
    """Show a page written by hand, or a style sheet, as it is now; return its address."""
    name = path.removeprefix(_DOCS)
    source = Path(shown.config.docs_dir, name)
    if not path.startswith(_DOCS) or not source.is_file():
        return ""
    if name.endswith(_STYLES):
        address = Build.of(shown.config).asset_names.get(name, "")
        if address:
            Path(shown.config.site_dir, address).write_bytes(source.read_bytes())
        return address
    return shown.show_hand_written(name)

"""Links that lead nowhere: those of site.yaml and of pages written by hand, before any build."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from theorybook.checks.links_on_pages import LinksOnPages, is_there
from theorybook.data.folder import Folder
from theorybook.data.guesses import nearest
from theorybook.data.marks import Path as Steps
from theorybook.model.settings import Door
from theorybook.problems import Problem


def dead_links(folder: Folder, docs: Path, there: Collection[str]) -> Iterator[Problem]:
    """Yield every link that leads to no page or file of the site, or to no part of a page.

    Args:
        folder: the data folder, read.
        docs: the folder of hand-written pages.
        there: every address of the site, with the anchors of records; one that ends with a star
            stands for all that begins so.
    """
    yield from _dead_doors(folder, there)
    yield from LinksOnPages(folder, docs, there).faults()


def _dead_doors(folder: Folder, there: Collection[str]) -> Iterator[Problem]:
    # What was published leads on; if it is gone for good, that is told.
    before = {was for known in folder.published.records.values() for was in known}
    for path, door in _doors(folder):
        address = re.split(r"[?#]", door.page)[0]
        if not is_there(address, there) and address not in before:
            near = nearest(address, (known for known in there if not set("*#") & set(known)))
            guess = f" (did you mean `{near}`?)" if near else ""
            message = f"there is no page or file `{address}` on the site{guess}"
            fix = f"write `{near}`" if near else "write the address of a page, such as `theories/`"
            yield Problem(folder.files["site"].place((*path, "page")), "L01", message, fix)


def _doors(folder: Folder) -> Iterator[tuple[Steps, Door]]:
    if folder.has_settings:
        for i, door in enumerate(folder.settings.home.doors):
            yield ("home", "doors", i), door
        for i, page in enumerate(folder.settings.pages):
            yield from ((("pages", i, "more", j), door) for j, door in enumerate(page.more))

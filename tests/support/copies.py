"""A copy of a built site for a disk, unpacked, and read by a browser that has no network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZipFile

from playwright.sync_api import Browser, Page
from tests.support.browsing import watched
from tests.support.html import SPACE, document

from take_along import pack
from theorybook.offline_copy.take_along import ZIP

RESULTS = "[data-search-results] .result"
_LINKS = """() => ({
    links: [...document.querySelectorAll('[href], [src], [action]')]
        .map(each => each.getAttribute('action') === null ? each.href || each.src : each.action)
        .filter(url => typeof url === 'string' && url.startsWith('file:')),
    ids: [...document.querySelectorAll('[id]')].map(each => each.id) })"""

_FRAMES = 900  # a browser draws 60 in a second
_ANSWERS = f"""async ([question, results]) => {{
    const input = document.querySelector("#search-page");
    const status = document.querySelector("[data-search-page] > [role=status]");
    input.value = question;
    input.form.requestSubmit();
    for (let frame = 0; !status.textContent.includes(`for ${{question}}.`); frame++) {{
        if (frame === {_FRAMES}) throw Error(`no answer to ${{question}}: ${{status.textContent}}`);
        await new Promise(requestAnimationFrame);
    }}
    return [...document.querySelectorAll(results)].map(result => [
        result.querySelector(".result__kind").textContent,
        result.querySelector("a").textContent, result.querySelector("a").href]);
}}"""


@dataclass(frozen=True)
class Copy:
    """A copy of a site on a disk.

    Attributes:
        folder: where the zip file was unpacked.
        built: the site as it was once the zip file was in it.
    """

    folder: Path
    built: Path

    @property
    def site(self) -> Path:
        """Where the pages are."""
        return self.folder / "site"

    @property
    def address(self) -> str:
        """The address of the pages, which ends with a slash."""
        return f"{self.site.as_uri()}/"

    def pages(self) -> list[str]:
        """Return the file of each page, from the site's root."""
        return sorted(p.relative_to(self.site).as_posix() for p in self.site.rglob("*.html"))

    def links_and_ids(self, name: str) -> tuple[list[str], list[str]]:
        """Return what a page leads to on the disk and loads, before scripts, and the ids on it."""
        page = document(self.site, name)
        links = [
            urljoin(f"{self.address}{name}", link)
            for element in page.root.iter()
            for attribute in ("href", "src", "action")
            if not element.tag.startswith(SPACE) and (link := element.get(attribute)) is not None
        ]
        return [link for link in links if link.startswith("file:")], page.ids


def copied(built: Path, folder: Path) -> Copy:
    """Take a site along into a folder of its own; the site itself stays as it is."""
    site = Path(shutil.copytree(built, folder / "built"))
    pack(site)
    with ZipFile(site / ZIP) as packed:
        packed.extractall(folder / "copy")
    return Copy(folder / "copy", site)


@contextmanager
def reading(browser: Browser, copy: Copy) -> Iterator[Page]:
    """Give a page without network; all that goes wrong on it fails the test."""
    context = browser.new_context(reduced_motion="reduce", offline=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    faults: list[str] = []
    page = watched(context, copy.address, faults)
    yield page
    context.close()
    assert faults == []


def links_and_ids(page: Page) -> tuple[list[str], list[str]]:
    """Return what an open page leads to on the disk and loads, and the ids on it."""
    found = page.evaluate(_LINKS)
    return found["links"], found["ids"]


def answers(page: Page, question: str) -> list[tuple[str, str, str]]:
    """Ask the search page, and return its results: the kind, the name, and the address.

    Addresses count from the root of the site, as they are online.

    Raises:
        playwright.sync_api.Error: no answer came.
    """
    found = page.evaluate(_ANSWERS, [question, RESULTS])
    root = re.sub(r"search/(index\.html)?([?#].*)?$", "", page.url)
    return [(kind, name, _online(href.removeprefix(root))) for kind, name, href in found]


def _online(address: str) -> str:
    return re.sub(r"index\.html(?=#|$)", "", address)

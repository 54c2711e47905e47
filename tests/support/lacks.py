"""The garden with something lacking in it, for tests of how that is shown."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.conftest import GARDEN, Project

from theorybook.edition import Edition
from theorybook.page import Page
from theorybook.pages.site_pages import pages
from theorybook.record_id import RecordId
from theorybook.render import Renderer
from theorybook.site import Site

LACK = "No <b>weed</b> & us"
SHOWN = "No &lt;b&gt;weed&lt;/b&gt; &amp; us"
IN_THE_WAY = "Nobody stays"


@dataclass(frozen=True)
class Told:
    """The garden with lacks in it, at an address, and what renders it."""

    site: Site
    edition: Edition
    renderer: Renderer

    def page(self, id: RecordId | str) -> tuple[Page, str]:
        """Return a page by its record or its address, and its HTML."""
        address = id if isinstance(id, str) else self.site.addresses[id]
        page = next(page for page in pages(self.site) if page.address == address)
        return page, self.renderer.page(page).html

    def html(self, id: RecordId | str) -> str:
        """Return the HTML of a page, each run of white space as one space."""
        return " ".join(self.page(id)[1].split())


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Return the garden in which weeding together is lacking, and more is not as it seems."""
    project = Project(Path(shutil.copytree(GARDEN, tmp_path_factory.mktemp("lacks") / "garden")))
    write_lack(project, "shared-weeding", LACK)
    write_lack(project, "staying", IN_THE_WAY)
    reports_lack(project)
    polarity(project, "shared-weeding", "lacking")
    polarity(project, "old-quarrels", "varies")
    polarity(project, "staying", "in the way")
    return rendered(project)


def rendered(project: Project) -> Told:
    """Return a project, loaded, whatever its histories say of the change."""
    site = Site.load(project.root, preview=True)
    edition = Edition(site, "https://garden.example/")
    return Told(site, edition, Renderer(edition))


def write_lack(project: Project, term: str, words: str) -> None:
    """Give a term words for its lack."""
    start = f"- id: {term}\n"
    project.edit("data/terms.yaml", start, f"{start}  lack: '{words}'\n")


def polarity(project: Project, term: str, value: str) -> None:
    """Say how a term stands in the first theory that uses it; the one after is retired."""
    path = project.root / "data" / "theories.yaml"
    before, start, after = path.read_text(encoding="utf-8").partition(f"    - term: {term}\n")
    assert start
    path.write_text(f"{before}{start}      polarity: {value}\n{after}", encoding="utf-8")


def reports_lack(project: Project, term: str = "shared-weeding") -> None:
    """Let the finding under a term report its lack."""
    said = "    text: Some felt watched and left.\n    quote: Q004\n    terms:\n"
    was = f"{said}    - {{term: {term}, placed: arguable"
    project.edit("data/studies.yaml", was, f"{was}, points: reports its lack")

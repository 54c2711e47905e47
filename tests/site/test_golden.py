"""One page of each template, as it was last looked at. To record again: `make golden`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import editions

from theorybook.page import Page
from theorybook.pages.site_pages import pages
from theorybook.render import Renderer
from theorybook.site import Site
from theorybook.template_engine import TEMPLATES

pytestmark = pytest.mark.xdist_group("golden")
GOLDEN = Path(__file__).resolve().parent.parent / "golden"
# Templates that only others use.
PARTS = {
    *("chain", "charts", "cite", "limits", "neighbours", "parts"),
    *("feed_entry", "happenings", "printed", "publication", "reference"),
    *("cite", "limits_of", "metadata", "redirect", "retired"),
    *("search_document", "talk", "voice", "words"),
}
NAMES = sorted({file.stem for file in TEMPLATES.glob("*.html")} - PARTS)


@pytest.fixture(scope="session")
def firsts(garden_site: Site) -> dict[str, Page]:
    """Return the garden's first page of each template."""
    found: dict[str, Page] = {}
    for page in pages(garden_site):
        found.setdefault(page.template.removesuffix(".html"), page)
    return found


@pytest.fixture(scope="session")
def renderer(garden_site: Site) -> Renderer:
    report = "https://forge.example/garden/issues/new"
    return editions.renderer(garden_site, "https://garden.example/", "The garden", report)


@pytest.mark.parametrize("name", NAMES)
def test_golden_page(
    name: str, firsts: dict[str, Page], renderer: Renderer, request: pytest.FixtureRequest
) -> None:
    html = renderer.page(firsts[name]).html + "\n"
    file = GOLDEN / f"{name}.html"
    if request.config.getoption("update_golden"):
        file.write_text(html, encoding="utf-8")
    assert html == file.read_text(encoding="utf-8"), "if this is meant: make golden"


def test_no_golden_page_is_left_over() -> None:
    assert sorted(file.stem for file in GOLDEN.glob("*.html")) == NAMES

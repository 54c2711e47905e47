"""One page of each template, as it was last looked at. To record again: `make golden`.

Of each kind of record that has a page there is one that is retired, too.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import editions
from tests.support.made import retired_records
from tests.support.projects import GARDEN as GARDEN_DATA

from theorybook import long_lists
from theorybook.page import Page
from theorybook.pages.site_pages import pages
from theorybook.render import Renderer
from theorybook.site import Site
from theorybook.template_engine import TEMPLATES

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
# Templates that only others use.
PARTS = {
    *("chain", "charts", "cite", "deck", "embed", "limits", "neighbours", "parts"),
    *("handout", "handout_activity", "handout_pack", "sheet"),
    *("feed_entry", "happenings", "printed", "publication", "reference"),
    *(
        "limits_of",
        "metadata",
        "quiz",
        "redirect",
        "retired",
        "snippet",
        "start_here",
        "take_along",
    ),
    *("checklist", "permalink", "proposal", "prose", "sides"),
    *("talk", "voice", "words"),
    *("does_it_work", "map_list", "map_states", "polarity", "safety_first", "strength"),
    *("activities", "packs", "drills", "training", "kept"),
}
RETIRED = {
    *("retired_study", "retired_term", "retired_theory"),
    *("retired_activity", "retired_pack", "retired_drill"),
}
NAMES = sorted({file.stem for file in TEMPLATES.glob("*.html")} - PARTS | RETIRED)


@pytest.fixture(scope="session")
def firsts(garden_site: Site) -> dict[str, Page]:
    """Return the garden's first page of each template, and the first of a retired record."""
    found: dict[str, Page] = {}
    gone = {garden_site.addresses[name] for name in retired_records(garden_site)}
    for page in pages(garden_site):
        name = page.template.removesuffix(".html")
        found.setdefault(f"retired_{name}" if page.address in gone else name, page)
    for page in pages_of_long_lists():
        found.setdefault(page.template.removesuffix(".html"), page)
    return found


def pages_of_long_lists() -> tuple[Page, ...]:
    """Return the garden's pages as they would be if each of its lists were too long."""
    with pytest.MonkeyPatch.context() as limits:
        for name in ("MAP_LINES", "NEWS_TOGETHER"):
            limits.setattr(long_lists, name, 0)
        return tuple(pages(Site.load(GARDEN_DATA)))


@pytest.fixture(scope="session")
def renderer(garden_site: Site) -> Renderer:
    report = "https://forge.example/garden/issues/new"
    return editions.renderer(garden_site, "https://garden.example/", report_url=report)


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

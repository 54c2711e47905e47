"""The map in a browser: whatever it is filtered by, cells and list say what the data say."""

from __future__ import annotations

import pytest
from tests.support.browsing import Open
from tests.support.map_in_browser import VIEWS, assert_cells, assert_list
from tests.support.projects import GARDEN

from theorybook.site import Site


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.load(GARDEN)


FILTERS = [
    {},
    {"about": "gardener"},
    {"group": "neighbors"},
    {"design": "page"},
    {"about": "neighbor", "group": "gardeners"},
    {"about": "gardener", "group": "neighbors", "design": "talk"},
]


@pytest.mark.parametrize("chosen", FILTERS, ids=lambda chosen: "-".join(chosen.values()) or "all")
@pytest.mark.parametrize("view", VIEWS)
def test_every_cell_says_what_the_data_say(
    open_garden: Open, site: Site, view: str, chosen: dict[str, str]
) -> None:
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    page = open_garden(f"{view}?{query}" if query else view)
    assert_cells(page, site, VIEWS[view], chosen)


@pytest.mark.parametrize(
    "chosen", FILTERS[::3], ids=lambda chosen: "-".join(chosen.values()) or "all"
)
def test_the_list_says_the_same(open_garden: Open, site: Site, chosen: dict[str, str]) -> None:
    page = open_garden("map/?" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    assert_list(page, site, chosen)

"""The map in a browser: whatever it is filtered by, cells and list say what the data say."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Route, expect
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
    ("verdicts", "words"),
    [
        (["PROPOSED"], "harm only proposed by studies"),
        (["PROPOSED", "BACKED"], "harm reported here"),
        (["PROPOSED", "AGAINST"], "studies differ on the harm"),
    ],
)
def test_what_is_found_outdoes_what_is_proposed(
    open_garden: Open, verdicts: list[str], words: str
) -> None:
    anchor = "shared-weeding--leaving"

    def give(route: Route) -> None:
        answer = route.fetch()
        before, data, after = re.split(
            r"(?<=data-map-data>)(.+?)(?=</script>)", answer.text(), maxsplit=1
        )
        drawn = json.loads(data)
        places = [drawn["verdicts"].index(verdict) for verdict in verdicts]
        drawn["cells"][anchor][0] = [[n, f"F{n}", place, 0] for n, place in enumerate(places)]
        route.fulfill(response=answer, body=before + json.dumps(drawn) + after)

    page = open_garden()
    page.route("**/map/", give)
    page.goto(f"{page.url}map/")
    expect(page.locator(f"[data-map] a[href$='#{anchor}'] .map__words")).to_have_text(words)


@pytest.mark.parametrize(
    "chosen", FILTERS[::3], ids=lambda chosen: "-".join(chosen.values()) or "all"
)
def test_the_list_says_the_same(open_garden: Open, site: Site, chosen: dict[str, str]) -> None:
    page = open_garden("map/?" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    assert_list(page, site, chosen)

"""The map in a browser: whatever it is filtered by, cells and list say what the data say."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.browsing import Open
from tests.support.projects import GARDEN
from tests.support.recount import recount

from theorybook.model.term import TermKind
from theorybook.site import Site


@pytest.fixture(scope="session")
def site() -> Site:
    return Site.load(GARDEN)


# What every cell that is shown says, by its anchor.
SAID = """() => Object.fromEntries([...document.querySelectorAll('[data-cell]')]
    .filter(cell => cell.offsetParent !== null || cell.getClientRects().length)
    .map(cell => [cell.dataset.cell, {
        state: cell.querySelector('.map__words').textContent,
        counts: cell.querySelector('.map__counts')?.textContent ?? '0 studies, 0 theories',
        look: cell.className.split('--')[1],
    }]))"""
# What every entry of the list that is shown says, and what it leads to.
LISTED = """() => Object.fromEntries([...document.querySelectorAll('[data-entry]')]
    .filter(entry => !entry.hidden).map(entry => [entry.dataset.entry, {
        state: entry.querySelector('.map__words').textContent,
        counts: entry.querySelector('.map__counts').textContent,
        studies: [...new Set([...entry.querySelectorAll('[data-finding]:not([data-background])')]
            .filter(item => !item.hidden).map(item => item.dataset.study))].sort(),
        theories: [...entry.querySelectorAll('[data-theory]')]
            .filter(item => !item.hidden).map(item => item.dataset.theory).sort(),
    }]))"""
FILTERS = [
    {},
    {"about": "gardener"},
    {"group": "neighbors"},
    {"design": "page"},
    {"about": "neighbor", "group": "gardeners"},
    {"about": "gardener", "group": "neighbors", "design": "talk"},
]
VIEWS = {"map/": TermKind.STRATEGY, "map/mechanisms/": TermKind.MECHANISM}


def words(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def wanted(site: Site, kind: TermKind, chosen: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return what every cell has to say, counted another way."""
    counts = recount(site, **chosen)
    about = chosen.get("about", "")
    return {
        f"{row.id}--{column.id}": {
            "state": counts[row.id, column.id].state,
            "counts": ", ".join((
                words(len(counts[row.id, column.id].studies), "study", "studies"),
                words(len(counts[row.id, column.id].theories), "theory", "theories"),
            )),
        }
        for row in site.terms_of(kind)
        for column in site.terms_of(TermKind.OUTCOME)
        if not row.unknown and not column.unknown and about in ("", *column.concerns)
    }  # fmt: skip


@pytest.mark.parametrize("chosen", FILTERS, ids=lambda chosen: "-".join(chosen.values()) or "all")
@pytest.mark.parametrize("view", VIEWS)
def test_every_cell_says_what_the_data_say(
    open_garden: Open, site: Site, view: str, chosen: dict[str, str]
) -> None:
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    page = open_garden(f"{view}?{query}" if query else view)
    said: dict[str, dict[str, str]] = page.evaluate(SAID)
    expected = wanted(site, VIEWS[view], chosen)
    assert {a: (c["state"], c["counts"]) for a, c in said.items()} == {
        a: (c["state"], c["counts"]) for a, c in expected.items()
    }
    looks = {(c["state"], c["look"]) for c in said.values()}
    assert len(looks) == len({state for state, _ in looks}), "one look for each state"


@pytest.mark.parametrize(
    "chosen", FILTERS[::3], ids=lambda chosen: "-".join(chosen.values()) or "all"
)
def test_the_list_says_the_same(open_garden: Open, site: Site, chosen: dict[str, str]) -> None:
    page = open_garden("map/?" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    cells = page.evaluate(SAID)
    listed: dict[str, dict[str, Any]] = page.evaluate(LISTED)
    assert {a: (e["state"], e["counts"]) for a, e in listed.items()} == {
        a: (c["state"], c["counts"])
        for a, c in cells.items()
        if c["counts"] != "0 studies, 0 theories"
    }
    counts = recount(site, **chosen)
    for anchor, entry in listed.items():
        row, column = anchor.split("--")
        assert entry["studies"] == sorted(counts[row, column].studies)
        assert entry["theories"] == sorted(counts[row, column].theories)

"""What the map says in a browser, and what it has to say, counted another way."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page
from tests.support.recount import recount

from theorybook.evidence_map.state import State
from theorybook.model.term import TermKind
from theorybook.site import Site

# What every cell that is shown says, by its anchor.
SAID = """() => Object.fromEntries([...document.querySelectorAll('[data-map] tbody td')]
    .filter(cell => cell.offsetParent !== null || cell.getClientRects().length)
    .map(cell => [cell.parentElement.cells[0].id.replace('row-', '') + '--'
            + cell.closest('table').rows[1].cells[cell.cellIndex].dataset.column, {
        state: cell.querySelector('a:not([hidden]) .map__words')?.textContent ?? '',
        counts: cell.querySelector('a:not([hidden]) .map__counts')?.textContent
            ?? '0 studies, 0 theories',
        leads: cell.querySelector('a')?.hash ?? '',
    }]))"""
# What every entry of the list that is shown says, and what it leads to.
LISTED = """() => Object.fromEntries([...document.querySelectorAll('[data-entry]')]
    .filter(entry => !entry.hidden).map(entry => [entry.id, {
        state: entry.querySelector('.map__words').textContent,
        counts: entry.querySelector('.map__counts').textContent,
        studies: [...new Set([...entry.querySelectorAll('[data-finding]:not([data-background])')]
            .filter(item => !item.hidden).map(item => item.dataset.study))].sort(),
        theories: [...entry.querySelectorAll('[data-theory]')]
            .filter(item => !item.hidden).map(item => item.dataset.theory).sort(),
    }]))"""
VIEWS = {"map/": TermKind.STRATEGY, "map/mechanisms/": TermKind.MECHANISM}


def words(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def shown(state: str, *, harm: bool) -> str:
    """Return the words of a cell for what was counted: none where nobody looked."""
    found = State(state)
    return "" if found is State.NOBODY else found.reading(harm=harm).words


def wanted(site: Site, kind: TermKind, chosen: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return what every cell has to say, counted another way."""
    counts = recount(site, **chosen)
    about = chosen.get("about", "")
    return {
        f"{row.id}--{column.id}": {
            "state": shown(counts[row.id, column.id].state, harm=not column.wanted),
            "counts": ", ".join((
                words(len(counts[row.id, column.id].studies), "study", "studies"),
                words(len(counts[row.id, column.id].theories), "theory", "theories"),
            )),
        }
        for row in site.terms_of(kind)
        for column in site.terms_of(TermKind.OUTCOME)
        if not row.unknown and not column.unknown and about in ("", *column.concerns)
    }  # fmt: skip


def assert_cells(page: Page, site: Site, kind: TermKind, chosen: dict[str, str]) -> None:
    """Fail unless every cell of the table says what the data say."""
    said: dict[str, dict[str, str]] = page.evaluate(SAID)
    expected = wanted(site, kind, chosen)
    assert {a: (c["state"], c["counts"]) for a, c in said.items()} == {
        a: (c["state"], c["counts"]) for a, c in expected.items()
    }


def assert_list(page: Page, site: Site, chosen: dict[str, str]) -> None:
    """Fail unless the list says what the table says, and leads to what was counted."""
    cells = page.evaluate(SAID)
    listed: dict[str, dict[str, Any]] = page.evaluate(LISTED)
    assert {a: (e["state"], e["counts"]) for a, e in listed.items()} == {
        a: (c["state"], c["counts"]) for a, c in cells.items() if c["state"]
    }
    counts = recount(site, **chosen)
    for anchor, entry in listed.items():
        row, column = anchor.split("--")
        assert entry["studies"] == sorted(counts[row, column].studies)
        assert entry["theories"] == sorted(counts[row, column].theories)

"""Whether a copy is current: every record with its versions, and where a print-out leads to."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook import long_lists
from theorybook.addresses import CHECK
from theorybook.model.versioned import VersionedRecord
from theorybook.once import once
from theorybook.record_id import RecordId
from theorybook.site import Site


@dataclass(frozen=True)
class Row:
    """A record in the list of all versions.

    `anchor` is what a print-out asks by, and the row's anchor: where two records share an id, that
    of the second has its kind before it.
    """

    id: RecordId
    anchor: str
    record: VersionedRecord


def rows(site: Site) -> dict[str, dict[str, list[Row]]]:
    """Return every record, retired ones included, by the address of its page and by its kind."""
    pages = _pages(site, CHECK)
    found: dict[str, dict[str, list[Row]]] = {CHECK: {}}
    for id_, record in site.everything.by_id.items():
        row = Row(id_, _anchor(site, id_), record)
        found.setdefault(pages[row.anchor], {}).setdefault(id_.kind, []).append(row)
    return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))


def check_address(site: Site, id: RecordId | None = None) -> str:
    """Return the address that says if a print-out is current.

    Args:
        site: the site.
        id: the record that was printed; without it, any other page.

    Returns:
        The address from the site's root. It says what was printed: a record and its version, or
        the date of what was newest then.
    """
    if id is None:
        return f"{CHECK}?since={site.dated()}"
    anchor, version = _anchor(site, id), site.everything.by_id[id].version
    return f"{_pages(site, CHECK)[anchor]}?id={anchor}&version={version}#{anchor}"


@once
def _pages(site: Site, list_: str) -> dict[str, str]:
    """Return the address of the page that each record is on, by its anchor."""
    records = site.everything.by_id.items()
    lines = {_anchor(site, id_): 1 + len(record.history) for id_, record in records}
    return long_lists.dealt_out(list_, lines, site.published.addresses, long_lists.VERSION_LINES)


def _anchor(site: Site, id: RecordId) -> str:
    """Return the last part of a record's permanent address."""
    return site.go[id].removeprefix("go/").removesuffix("/")

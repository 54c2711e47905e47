"""Whether a copy is current: every record with its versions, and where a print-out leads to."""

from __future__ import annotations

from dataclasses import dataclass

from theorybook.addresses import CHECK
from theorybook.model.kept import Kept
from theorybook.site import Site


@dataclass(frozen=True)
class Row:
    """A record in the list of all versions.

    `name` is its `kind/id`; `id` is what a print-out asks by, and the row's anchor: where two
    records share an id, that of the second has its kind before it.
    """

    name: str
    id: str
    record: Kept


def rows(site: Site) -> dict[str, list[Row]]:
    """Return every record, retired ones included, by its kind."""
    found: dict[str, list[Row]] = {}
    for name, record in site.everything.kept.items():
        found.setdefault(name.partition("/")[0], []).append(Row(name, _id(site, name), record))
    return found


def check_address(site: Site, name: str = "") -> str:
    """Return the address that says if a print-out is current.

    Args:
        site: the site.
        name: the record that was printed, as `kind/id`; without it, any other page.

    Returns:
        The address from the site's root. It says what was printed: a record and its version, or
        the date of what was newest then.
    """
    if not name:
        return f"{CHECK}?since={site.dated()}"
    id_, version = _id(site, name), site.everything.kept[name].version
    return f"{CHECK}?id={id_}&version={version}#{id_}"


def _id(site: Site, name: str) -> str:
    """Return the last part of a record's permanent address."""
    return site.go[name].removeprefix("go/").removesuffix("/")

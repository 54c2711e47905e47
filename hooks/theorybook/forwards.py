"""Addresses that lead on: a permanent one for all that has an id, and those given up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from theorybook.site import Site


@dataclass(frozen=True)
class Forward:
    """An address that leads to another.

    `name` says what is there, in words; `anchors` are the anchors that the old page had and the
    new one has, too. All addresses count from the site's root.
    """

    address: str
    target: str
    name: str
    anchors: tuple[str, ...] = field(default=())


def forwards(site: Site) -> Iterator[Forward]:
    """Yield every forward of a site: `/go/` for each id, then what moved."""
    for name, address in site.go.items():
        kind, _, id_ = name.partition("/")
        yield Forward(address, site.addresses[name], f"the {kind} {id_}")
    moved = {**_moved_records(site), **{move.was: move.now for move in site.settings.moved}}
    anchors = _anchors(site.published.addresses)
    for was, now in moved.items():
        yield Forward(was, now, f"/{now}", anchors.get(was, ()))


def _moved_records(site: Site) -> dict[str, str]:
    """Return, for each page that a record had and left, where the record is now."""
    return {
        was: site.addresses[name]
        for name, addresses in site.published.records.items()
        for was in addresses
        if "#" not in was and was != site.addresses[name]
    }


def _anchors(addresses: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the anchors of each page among published addresses."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        page, mark, anchor = address.partition("#")
        if mark:
            found.setdefault(page, []).append(anchor)
    return {page: tuple(anchors) for page, anchors in found.items()}

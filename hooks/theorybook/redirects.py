"""Addresses that lead on: a permanent one for all that has an id, and those given up.

And the promise about addresses, looked at once all pages are there: each still leads somewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from theorybook.problems import Place, Problem
from theorybook.published.promised import NOT_LISTED
from theorybook.site import Site


@dataclass(frozen=True)
class Redirect:
    """An address that leads to another.

    `name` says what is there, in words; `anchors` are the anchors that the old page had and the
    new one has, too. All addresses count from the site's root.
    """

    address: str
    target: str
    name: str
    anchors: tuple[str, ...] = field(default=())


def redirects(site: Site) -> Iterator[Redirect]:
    """Yield every redirect of a site: `/go/` for each id, then what moved."""
    for id_, address in site.go.items():
        yield Redirect(address, site.addresses[id_], f"the {id_.kind} {id_.id}")
    moved = {**moved_records(site), **{move.was: move.now for move in site.settings.moved}}
    anchors = _anchors(site.published.addresses)
    for was, now in moved.items():
        yield Redirect(was, now, f"/{now}", anchors.get(was, ()))


def moved_records(site: Site) -> dict[str, str]:
    """Return, for each page that a record had and left, where the record is now."""
    return {
        was: site.addresses[id_]
        for id_, addresses in site.published.records.items()
        for was in addresses
        if "#" not in was and was != site.addresses[id_]
    }


def _anchors(addresses: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the anchors of each page among published addresses."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        page, mark, anchor = address.partition("#")
        if mark:
            found.setdefault(page, []).append(anchor)
    return {page: tuple(anchors) for page, anchors in found.items()}


def lost_addresses(site: Site, there: Mapping[str, Collection[str] | None]) -> Iterator[Problem]:
    """Yield every address that leads nowhere now, and was published, or is listed as if it were.

    Args:
        site: the site, which knows what was published and what leads on to where.
        there: every address that is built, with the anchors of a page, or None where unknown.
            The address of a page ends with a slash, or is empty.
    """
    leads_to = {redirect.address: redirect.target for redirect in redirects(site)}
    promised = frozenset(site.published.addresses)
    listed = (address for address in site.listed.addresses if address not in promised)
    for address in (*site.published.addresses, *listed):
        page, _, anchor = address.partition("#")
        target, _, own_anchor = leads_to.get(page, page).partition("#")
        if target in there and _has(there[target], anchor or own_anchor):
            continue
        if address not in promised:
            message = f"`/{address}` is on the list, was never online, and is gone"
            yield Problem(_LIST, "P05", message, NOT_LISTED)
        elif target not in there:
            yield Problem(_LIST, "P03", f"`/{address}` was published and is gone", _PUT_BACK)
        else:
            message = f"`/{address}` was published, and nothing on /{target} has that anchor"
            yield Problem(_LIST, "P03", message, _PUT_ANCHOR_BACK)


def _has(anchors: Collection[str] | None, wanted: str) -> bool:
    return not wanted or anchors is None or wanted in anchors


def lost_moves(site: Site, there: Mapping[str, Collection[str] | None]) -> Iterator[Problem]:
    """Yield every line of `moved:` that leads to no page, or to an anchor that its page has not.

    Args:
        site: the site.
        there: every address that is built, as for `lost_addresses`.
    """
    for move, place in zip(site.settings.moved, site.move_places, strict=True):
        page, _, anchor = move.now.partition("#")
        anchors = there.get(page, there.get(quote(page), ()))
        if anchors == () or (anchor and anchor not in (anchors or ())):
            message = f"`{move.was}` moved to `{move.now}`, and that is not there"
            yield Problem(place, "L02", message, "write the address that it has now")


_LIST = Place("data/published.json")
_PUT_BACK = (
    "put it back; a hand-written page that moved gets a line in `moved:` of data/site.yaml, "
    "with `was:` and `now:`"
)
_PUT_ANCHOR_BACK = (
    "put the part back; a record's part is retired, not deleted; a heading that was reworded "
    "keeps its anchor with `{ #old-anchor }` behind it"
)

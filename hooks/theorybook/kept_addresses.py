"""The promise about addresses, looked at once all pages are there: each still leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote

from theorybook.forwards import forwards
from theorybook.problems import Place, Problem
from theorybook.site import Site


def lost_addresses(site: Site, there: Mapping[str, Collection[str] | None]) -> Iterator[Problem]:
    """Yield every address that was published and leads nowhere now.

    Args:
        site: the site, which knows what was published and what leads on to where.
        there: every address that is built, with the anchors of a page, or None where unknown.
            The address of a page ends with a slash, or is empty.
    """
    leads_to = {forward.address: forward.target for forward in forwards(site)}
    for address in site.published.addresses:
        page, _, anchor = address.partition("#")
        target, _, own_anchor = leads_to.get(page, page).partition("#")
        if target not in there:
            yield _problem(f"`/{address}` was published and is gone", _PUT_BACK)
            continue
        anchors = there[target]
        wanted = anchor or own_anchor
        if wanted and anchors is not None and wanted not in anchors:
            message = f"`/{address}` was published, and nothing on /{target} has that anchor"
            yield _problem(message, _PUT_ANCHOR_BACK)


def lost_moves(site: Site, there: Mapping[str, Collection[str] | None]) -> Iterator[Problem]:
    """Yield every line of `moved:` that leads to no page, or to an anchor that its page has not.

    Args:
        site: the site.
        there: every address that is built, as for `lost_addresses`.
    """
    for index, move in enumerate(site.settings.moved):
        page, _, anchor = move.now.partition("#")
        anchors = there.get(page, there.get(quote(page), ()))
        if anchors == () or (anchor and anchor not in (anchors or ())):
            place = site.places.get(f"moved/{index}", Place("data/site.yaml"))
            message = f"`{move.was}` moved to `{move.now}`, and that is not there"
            yield Problem(place, "L02", message, "write the address that it has now")


_PUT_BACK = (
    "put it back; a hand-written page that moved gets a line in `moved:` of data/site.yaml, "
    "with `was:` and `now:`"
)
_PUT_ANCHOR_BACK = (
    "put the part back; a record's part is retired, not deleted; a heading that was reworded "
    "keeps its anchor with `{ #old-anchor }` behind it"
)


def _problem(message: str, fix: str) -> Problem:
    return Problem(Place("data/published.json"), "P03", message, fix)

"""The last look at where generated files go, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from theorybook.model.address import stays_inside
from theorybook.problems import Place, Problem

_FIX = "give the record or page that is meant another id, slug or address"


def faulty_addresses(made: Iterable[tuple[str, Place]], taken: Iterable[str]) -> Iterator[Problem]:
    """Yield every file that would lie outside the site, or in the place of another.

    Args:
        made: each file's address from the site's root, such as `go/T001/index.html`, and the
            record it is made of.
        taken: the addresses of the files that are there already.
    """
    there = {address.lower() for address in taken}
    for address, place in made:
        if not stays_inside(address):
            yield Problem(place, "L03", f"the file `{address}` would lie outside the site", _FIX)
        elif address.lower() in there:
            message = f"two files of the site would be at `{address}`"
            yield Problem(place, "L03", message, _FIX)
        there.add(address.lower())

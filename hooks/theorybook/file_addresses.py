"""The last look at where generated files go, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from theorybook.model.address import stays_inside
from theorybook.problems import Place, Problem

_FIX = "give the record or page that is meant another id, slug or address"


class FileAddresses:
    """The addresses of the files of a site, each from its root, such as `go/T001/index.html`.

    Args:
        taken: those of the files that are there already.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {address.lower() for address in taken}

    def take(self, address: str, place: Place) -> Iterator[Problem]:
        """Yield what is wrong if a file would lie outside the site, or in the place of another.

        Args:
            address: its address.
            place: where the record stands that it is made of.
        """
        if not stays_inside(address):
            yield Problem(place, "L03", f"the file `{address}` would lie outside the site", _FIX)
        elif address.lower() in self._taken:
            message = f"two files of the site would be at `{address}`"
            yield Problem(place, "L03", message, _FIX)
        self._taken.add(address.lower())
